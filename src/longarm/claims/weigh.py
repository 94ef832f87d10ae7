"""What resolved statements add up to: claims with their origins, replies, proceedings and support."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from longarm.claims import decided, proceedings, replies, status, wording
from longarm.claims.cluster import cluster
from longarm.claims.clusters import Cluster
from longarm.claims.context import Context
from longarm.claims.drift.find import drifts
from longarm.claims.happenings.join import happenings
from longarm.claims.origins.gather import origins
from longarm.claims.origins.strands import strands
from longarm.claims.origins.ties import Ties
from longarm.claims.passing import is_passing
from longarm.claims.questions import Question, ask, is_home, measure
from longarm.claims.reuse.index import Copies
from longarm.claims.spokespeople import spokespeople
from longarm.core.hashing import keyed_id
from longarm.model.claims import Claim, Happening, Judgement, Resolved
from longarm.model.rulings import Rulings

_NONE = Rulings()


def weigh(
    items: Sequence[Resolved],
    context: Context,
    key: bytes,
    decisions: Iterable[Judgement] = (),
    rulings: Rulings = _NONE,
) -> tuple[tuple[Claim, ...], tuple[Happening, ...]]:
    """The claims of a case, ordered by the first statement that answers each, and its happenings.

    Claims that are told in passing come after all others.

    Every statement is in exactly one claim; those that tell of acts and steps of proceedings are in one happening too.

    Args:
        items: all statements, in document order, then in the order of their text.
        context: the parties, works and places they name.
        key: the case's secret, for ids.
        decisions: a person's judgements of pairs of statements, the latest first; they win over the machine's.
        rulings: what people decided on claims, ties, steps and replies.
    """
    context = dataclasses.replace(context, states={**spokespeople(items, context), **context.states})
    wholes = {item.id: item for item in items}
    asked = [ask(item, wholes, context) for item in items]
    questions = {item.id: question for item, question in zip(items, asked, strict=True)}
    found_alone = cluster(items, asked, context)
    before = _first_ids(found_alone, items, asked, key) if rulings.joinings else {}
    clusters = decided.joined(found_alone, items, rulings.joinings)
    groups = [(_merged(group, asked, context), [items[index] for index in group.members]) for group in clusters]
    contests = [
        decided.answered(contest, members, rulings, wholes.keys())
        for contest, (_, members) in zip(replies.contests(groups, questions, context), groups, strict=True)
    ]
    linked = proceedings.link(groups, questions, context)
    steps = decided.steps(linked, [members for _, members in groups], rulings.steps, context)
    ids = list(_first_ids(clusters, items, asked, key).values())
    merged = _redirects(ids, clusters, before)
    copies, kinship = Copies(context.passages, list(context.documents.values())), strands(context)
    rooted = [decided.tied(Ties(members, context, kinship, copies).roots(), rulings) for _, members in groups]
    drifted = drifts(rooted, copies, context)
    told = happenings(items, questions, context, key, (*rulings.happenings, *decisions))
    happening_of = {identity: happening.id for happening in told for identity in happening.statements}
    charged = wording.accused(question for question, _ in groups)
    claims = []
    for number, (question, members) in enumerate(groups):
        found, independence = origins(rooted[number], context)
        claims.append(
            Claim(
                id=ids[number],
                kind=question.kind,
                method=question.method,
                measure=measure(members[0].statement) if question.kind == "figure" else "",
                question=wording.sentence(question, members[0], context, charged),
                statements=tuple(item.id for item in members),
                places=question.places,
                origins=found,
                independence=independence,
                support=status.support(found, independence),
                contest=contests[number].level,
                replies=contests[number].replies,
                proceedings=steps[number],
                happening=next((happening_of[item.id] for item in members if item.id in happening_of), ""),
                drift=drifted[number],
                judgements=tuple(clusters[number].judgements),
                asked=decided.asked(members, rulings),
                merged=merged.get(number, ()),
                unlisted=contests[number].unlisted,
                accused=wording.doer(question, context),
                passing=not contests[number].replies and is_passing(question, members, context),
            )
        )
    return tuple(sorted(claims, key=lambda claim: claim.passing)), told


def _first_ids(
    clusters: Sequence[Cluster], items: Sequence[Resolved], asked: Sequence[Question], key: bytes
) -> dict[int, str]:
    """The id of each claim, by the number of its first statement."""
    firsts = [group.members[0] for group in clusters]
    return dict(zip(firsts, _ids([(asked[first], items[first]) for first in firsts], key), strict=True))


def _redirects(
    ids: Sequence[str], clusters: Sequence[Cluster], before: Mapping[int, str]
) -> dict[int, tuple[str, ...]]:
    """Ids that no claim has since people joined some, by the number of the claim that holds their first statement."""
    known = set(ids)
    found: dict[int, tuple[str, ...]] = {}
    for number, group in enumerate(clusters):
        gone = sorted({before[one] for one in group.members if before.get(one, ids[number]) not in known})
        if gone:
            found[number] = tuple(gone)
    return found


def _merged(group: Cluster, asked: Sequence[Question], context: Context) -> Question:
    """The question of the cluster's first statement, with what only later ones state filled in.

    Who acts comes only from a telling that names the method: the police that identified the poison used no poison.
    """
    first = asked[group.members[0]]
    rest = [asked[index] for index in group.members]
    method = first.method or next((q.method for q in rest if q.method), "")
    doers = (q.actor for q in rest if q.actor and q.method == method)
    actor = first.actor if first.actor and first.method == method else next(doers, "")
    places = first.places or next((q.places for q in rest if q.places), ())
    return dataclasses.replace(
        first,
        method=method,
        actor="" if is_home(method, actor, places, context) else actor,
        places=places,
        programme=first.programme or next((q.programme for q in rest if q.programme), ""),
    )


def _ids(firsts: Sequence[tuple[Question, Resolved]], key: bytes) -> list[str]:
    """Keyed ids of the questions of first statements; where two ask the same, the later id names its statement too."""
    found: list[str] = []
    taken: set[str] = set()
    for question, first in firsts:
        identity = keyed_id(key, "claim", *wording.key(question))
        if identity in taken:
            identity = keyed_id(key, "claim", *wording.key(question), first.id)
        taken.add(identity)
        found.append(identity)
    return found
