"""`longarm brief`: a few printed pages for an editor, a lawyer or a parliamentarian."""

from pathlib import Path

from longarm.desk.leaving.released import released
from longarm.desk.sealing import watch
from longarm.errors import UsageError
from longarm.model.case import Case
from longarm.model.editions import in_order
from longarm.places import gazetteer


def brief(root: Path, *, place: str = "", method: str = "", draft: bool, identity: Path | None = None) -> bytes:
    """The brief of a case as PDF; only what `protect.release` lets out.

    Args:
        root: the case.
        place: name or gazetteer id; empty for any place.
        method: id of a method or response of the codebook; empty for any.
        draft: a working copy of what the machine read, marked so.
        identity: a keyholder's file: then a brief that names a sealed person is not made.

    Raises:
        ReleaseRefused: it is no draft and nothing is reviewed, or something would show what must stay, or nobody has
            looked for sealed names in what came after a sealing.
        UsageError: nothing released is about the place or the method, or there is no such place or method.
    """
    from longarm.publication.brief import pdf
    from longarm.publication.brief.content import Scope

    scope = Scope(place=_place(place), method=_method(method))
    watched = watch.guard(root, identity)
    made = released(root, draft=draft)
    published = _published(made.whole)
    for _ in made.gated([("brief.html", pdf.page(made.public, scope, draft, published).encode())]):
        pass
    ((_, data),) = watched([("brief.pdf", pdf.brief(made.public, scope, draft, published))])
    return data


def _published(case: Case) -> str:
    """The last edition of a case, as a sentence calls it; empty where there is none."""
    from longarm.publication.site.changes import called

    editions = in_order(case.state.editions)
    return called(editions[-1]) if editions else ""


def _place(words: str) -> str:
    if not words:
        return ""
    atlas = gazetteer.load()
    found = atlas.place(words) or next(iter(atlas.named(words)), None)
    if found is None:
        raise UsageError(f"there is no place {words} in the gazetteer: write a name (Canada) or an id (CA, gn:6167865)")
    return found.id


def _method(method: str) -> str:
    from longarm.codebook import loader

    known = [one.id for one in loader.methods()] + [one.id for one in loader.responses()]
    if method and method not in known:
        raise UsageError(f"there is no method {method} in the codebook: write one of {', '.join(sorted(known))}")
    return method
