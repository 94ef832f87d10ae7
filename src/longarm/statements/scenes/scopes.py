"""Scopes: the places of a statement with their parts in it."""

from collections.abc import Sequence
from dataclasses import replace

from longarm.model.statements import PlaceMention, Toponym
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import subject
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.counts.parted import beside, following, of_own_part, where
from longarm.statements.scenes.desks import without_desks
from longarm.statements.scenes.joined import joined_to
from longarm.statements.scenes.operators import country_of
from longarm.statements.scenes.perpetrators import gapped_doer
from longarm.statements.scenes.placeroles import head_token, is_near, role
from longarm.statements.scenes.sites import is_lived_in, of_own_phrase, without_homes
from longarm.statements.scenes.worldwide import world
from longarm.statements.text import Part


def places(frame: Frame, candidate: Candidate) -> tuple[PlaceMention, ...]:
    """The places of a statement with their parts in it: the one that a figure counts in is its scope."""
    part = frame.text.parts[candidate.part]
    found = [t for t in part.toponyms if t.role == "place" and is_near(part, candidate, t.span)]
    if candidate.kind == "figure":
        found = _without_sources(frame, part, candidate, found) or _shared(part, candidate)
    told = [PlaceMention(toponym, role(frame, part, candidate, toponym)) for toponym in found]
    if (place := where(part, candidate)) is not None:
        told.insert(0, PlaceMention(place, "site"))
    mentions = without_desks(part, candidate, told)
    if candidate.kind != "figure":
        return tuple(mentions)
    mentions = _without_countries(candidate, mentions)
    mentions = of_own_part(part, candidate, mentions)
    lived = without_homes(part, candidate, mentions)
    near = [m for m in mentions if not is_lived_in(part, m)]
    listed = _listed(part, candidate, mentions) or beside(part, candidate, near)
    if listed is not None:
        rest = tuple(PlaceMention(m.toponym, "mentioned") for m in mentions if m is not listed)
        return (PlaceMention(listed.toponym, "scope"), *rest)
    return _with_scope(frame, part, candidate, of_own_phrase(part, candidate, lived))


def _without_countries(candidate: Candidate, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a count of countries, no country among them the one that it is in: "Chad had offices in three
    countries"."""
    known = measures_by_id().get(candidate.measure)
    if known is None or not any(relation.level == "country" for relation in known.relations):
        return list(mentions)
    return [
        replace(m, role="mentioned")
        if m.role in ("site", "scope") and country_of(m.toponym) not in ("", None) and m.toponym.place
        else m
        for m in mentions
    ]


def _shared(part: Part, candidate: Candidate) -> list[Toponym]:
    """The places that open the clause which that of a count is joined to: "A court in Peru jailed two and | freed
    one"."""
    owner = joined_to(part, candidate)
    if owner is None:
        return []
    return [t for t in part.toponyms if t.role == "place" and part.within(t.span, owner.first, owner.head)]


def _without_sources(frame: Frame, part: Part, candidate: Candidate, found: Sequence[Toponym]) -> list[Toponym]:
    """The places, without those of who tells of the count, where it has others: "according to lawyers in Ankara"."""
    covering = frame.chains.covering(part.parse.starts[candidate.anchor])
    spans = [span for speech in covering for span in speech.attribution.source]
    own = [place for place in found if not any(span.contains(place.span) for span in spans)]
    return own or list(found)


def _listed(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place right before a number, as lists have it: "Norway (3), Peru (4)", "Norway had three, Peru four"."""
    if candidate.quantity is None:
        return None
    start, text, offset = candidate.quantity.span.start, part.parse.text, part.parse.offset
    doer = gapped_doer(part, candidate) if _is_done(candidate) else None
    for mention in mentions:
        end = mention.toponym.span.end
        if mention.toponym is doer:
            continue
        gap = text[end - offset : start - offset].strip() if end < start else " "
        is_leading = gap in _LEADERS or (gap in _OWNED and candidate.quantity.unit_span is None)
        if is_leading and not _is_joined(part, mention):
            return mention
    return None


_OWNED = frozenset({"'s", "’s"})  # before a bare number alone: "Italy's 11", not "Belarus's 54 offices" elsewhere
_LEADERS = frozenset({"", "(", ":", "-", "–", "—", "=", "…"})  # between a place and its number in a list


def _is_joined(part: Part, mention: PlaceMention) -> bool:
    """Whether a place is the last of several that share a number: "in Peru, Chad and Laos 27 people"."""
    first = part.tokens_of(mention.toponym.span)[0]
    first -= part.parse.lowers[first - 1] == "the"
    if first < 2 or part.parse.lowers[first - 1] not in ("and", "or"):
        return False
    return any(part.tokens_of(t.span)[-1] == first - 2 for t in part.toponyms if t.role == "place")


def _is_done(candidate: Candidate) -> bool:
    """Whether the codebook counts deeds, whose doer is no place of them."""
    known = measures_by_id().get(candidate.measure)
    return known is not None and known.doer == "operator"


def _with_scope(
    frame: Frame, part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The mentions with the scope of the figure first; the world where the words say so."""
    scope = _attached(part, candidate, mentions)
    if scope is None:
        if (globe := world(frame, part, candidate)) is not None:
            return (PlaceMention(globe, "scope"), *mentions)
        sites = [m for m in mentions if m.role in ("site", "scope")]
        sites = [m for m in sites if _is_inside(part, candidate, m)] or sites
        scope = min(sites, key=lambda m: (_is_fronted(part, candidate, m), _distance(part, candidate, m)), default=None)
        if not mentions and (place := _of_speaker(frame, part, candidate)) is not None:
            scope = PlaceMention(place, "scope")
    if scope is None or _is_one_of_several(part, scope, mentions):
        return tuple(mentions)
    own = _is_inside(part, candidate, scope)
    rest = tuple(
        PlaceMention(m.toponym, "mentioned") if own and _is_of_another(part, candidate, m) else m
        for m in mentions
        if m is not scope
    )
    return (PlaceMention(scope.toponym, "scope"), *rest)


def _of_speaker(frame: Frame, part: Part, candidate: Candidate) -> Toponym | None:
    """Where those are who tell what they did themselves: "Police in Chad said that | they had held six"."""
    parse = part.parse
    who = subject(parse, part.clauses[candidate.clause].head)
    if who is None or parse.lowers[who] not in _SELVES:
        return None
    for speech in frame.chains.covering(parse.starts[candidate.anchor]):
        for span in speech.attribution.source:
            places = [t for t in part.toponyms if t.role == "place" and span.contains(t.span)]
            if len(places) != 1:
                continue
            is_itself = places[0].span == span and _is_host(candidate)
            if is_itself or parse.lowers[part.tokens_of(places[0].span)[0] - 1] in ("in", "at"):
                return places[0]
    return None


def _is_host(candidate: Candidate) -> bool:
    known = measures_by_id().get(candidate.measure)
    return known is not None and known.doer == "place"


_SELVES = frozenset({"they", "it", "we"})


def _is_inside(part: Part, candidate: Candidate, mention: PlaceMention) -> bool:
    return part.within(mention.toponym.span, candidate.first, candidate.last)


def _is_fronted(part: Part, candidate: Candidate, mention: PlaceMention) -> bool:
    """Whether a place opens the clause, before what is counted: "In Sweden, 19 relatives were questioned in Minsk"."""
    return mention.toponym.span.start < part.parse.starts[candidate.first] or (
        mention.toponym.span.start < part.parse.starts[candidate.scope_head]
    )


def _is_of_another(part: Part, candidate: Candidate, mention: PlaceMention) -> bool:
    """Whether another count has a place for its own: "three men in Gera and two others in Jena"."""
    if candidate.quantity is None or _is_inside(part, candidate, mention):
        return False
    start, own = mention.toponym.span.start, candidate.quantity.span.start
    end = part.tokens_of(mention.toponym.span)[-1] + 1
    if any(q.is_count and q.span.start != own and part.tokens_of(q.span)[0] == end for q in part.quantities):
        return True  # "in Italy there are 11, in Spain nine"
    before = [q.span.start for q in part.quantities if q.is_count and q.span.start < start]
    return bool(before) and max(before) != own


def _is_one_of_several(part: Part, scope: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a figure counts in several places at once, so that it is no count of any ("41 in Peru and Malta")."""
    for mention in mentions:
        further = following(part, mention)
        if further is not None and scope.toponym.span in (mention.toponym.span, further.span):
            return True
    first = head_token(part, scope.toponym.span)
    tokens = [head_token(part, m.toponym.span) for m in mentions if m is not scope and m.role == scope.role]
    return any(t is not None and _joined(part, t) == first for t in tokens)


def _joined(part: Part, token: int) -> int | None:
    """The first of the coordinated words that a word is a further one of."""
    at = token
    while part.parse.deps[at] == "conj":
        at = part.parse.heads[at]
    return at if at != token else None


def _attached(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The first place that hangs on the counted noun itself by "in" and its like."""
    low, high = part.parse.subtree(candidate.scope_head)
    start, end = part.parse.starts[low], part.parse.ends[high - 1]
    inside = [
        m
        for m in mentions
        if m.role == "site"
        and start <= m.toponym.span.start < end
        and m.toponym.span.start > part.parse.starts[candidate.scope_head]
    ]
    return inside[0] if inside else None


def _distance(part: Part, candidate: Candidate, mention: PlaceMention) -> int:
    return abs(mention.toponym.span.start - part.parse.starts[candidate.scope_head])
