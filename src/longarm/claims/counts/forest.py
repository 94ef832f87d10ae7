"""Which place holds which, among the places that figures name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from longarm.claims.counts.figures import Atlas


@dataclass(frozen=True, slots=True)
class Forest:
    """Places in play with what is directly in each.

    Attributes:
        order: every place, inner ones before those that hold them.
        children: places directly in a place; for regions only where `is_nested`.
        tops: places at or below the country that no other such place holds.
        regions: small ones first; one stands for all of equal countries.
        is_nested: no two regions overlap without one holding the other.
        classes: countries that no place in play names: how many, by the regions in play that hold them.
    """

    order: tuple[str, ...]
    children: dict[str, tuple[str, ...]]
    tops: tuple[str, ...]
    regions: tuple[str, ...]
    is_nested: bool
    classes: dict[tuple[str, ...], int]


def grow(places: Iterable[str], atlas: Atlas) -> Forest:
    """The forest of places."""
    known = sorted(set(places))
    standing = {atlas.standing[place] for place in known if atlas.is_region(place)}
    regions = tuple(sorted(standing, key=lambda region: (len(atlas.countries[region]), region)))
    below = [place for place in known if not atlas.is_region(place)]
    inside: dict[str, list[str]] = defaultdict(list)
    tops = []
    play = set(below)
    for place in below:
        holder = next((up for up in atlas.above[place] if up in play), None)
        if holder is None:
            tops.append(place)
        else:
            inside[holder].append(place)
    is_nested = _is_nested(regions, atlas)
    if is_nested:
        for place in (*tops, *regions):
            holder = _holder(place, regions, atlas)
            if holder:
                inside[holder].append(place)
    deepest_first = sorted(below, key=lambda place: (-len(_below(place, atlas)), place))
    return Forest(
        order=(*deepest_first, *regions),
        children={place: tuple(inside[place]) for place in sorted(inside)},
        tops=tuple(tops),
        regions=regions,
        is_nested=is_nested,
        classes=_classes(regions, {place for place in below if atlas.levels[place] == "country"}, atlas),
    )


def holders(place: str, regions: Iterable[str], atlas: Atlas) -> list[str]:
    """The regions that hold a place, itself left out."""
    if atlas.is_region(place):
        return [r for r in regions if r != place and atlas.countries[place] <= atlas.countries[r]]
    country = atlas.country(place)
    return [region for region in regions if country in atlas.countries[region]]


def _holder(place: str, regions: tuple[str, ...], atlas: Atlas) -> str:
    found = holders(place, regions, atlas)
    return found[0] if found else ""


def _below(place: str, atlas: Atlas) -> list[str]:
    return [up for up in atlas.above[place] if not atlas.is_region(up)]


def _is_nested(regions: tuple[str, ...], atlas: Atlas) -> bool:
    sets = [atlas.countries[region] for region in regions]
    return all(small <= large or not small & large for number, small in enumerate(sets) for large in sets[number + 1 :])


def _classes(regions: tuple[str, ...], named: set[str], atlas: Atlas) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for country in sorted(set().union(*(atlas.countries[region] for region in regions)) - named):
        found[tuple(region for region in regions if country in atlas.countries[region])] += 1
    return dict(sorted(found.items()))
