"""The states of the world, by every word that the gazetteer has for them."""

import functools

from longarm.places import gazetteer
from longarm.resolution.states import States


@functools.cache
def world_states() -> States:
    """The states of the gazetteer by their names and demonyms."""
    atlas = gazetteer.load()

    def find(words: str) -> str:
        countries = [place for place in atlas.named(words)[:1] if place.level == "country"]
        if countries:
            return countries[0].id
        demonyms = [place for identity in atlas.demonym(words) if (place := atlas.place(identity))]
        return next((place.id for place in demonyms if place.level == "country"), "")

    def name(code: str) -> str:
        place = atlas.place(code)
        return place.name if place else code

    return States(find, name)
