"""Which documents tell of one happening as a whole: groups of news texts on one event, by names, words and dates."""

import functools
import math
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from typing import Any

from longarm.claims.happenings.profiles import Profile, Story, cosine, profiles
from longarm.core.groups import Groups
from longarm.core.reference import read_yaml
from longarm.errors import DataError

LOOKED_UP = 50  # most telling words of a document by which others are found
POSTED = 60  # documents that share a word, above which it finds nothing
COMPARED = 40  # earlier documents, those that share most such words, that one is compared with
SHARED = 2  # such words that two documents must share to be compared
UNDATED = 45  # days that are assumed between documents of which one has no date
SAME = 0.3  # probability from which two documents are one story
LINKED = 0.8  # share of SAME that the mean of all pairs must reach when groups are joined
NEAR = (1, 3, 7, 45)  # days apart, each a sign of its own


@functools.cache
def weights() -> tuple[tuple[str, float], ...]:
    """The weights of the signs, fitted by logistic regression (`data/stories.yaml` says on what).

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml("longarm.claims", "stories.yaml")
    try:
        return tuple((str(name), float(value)) for name, value in data["weights"].items())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"claims/data/stories.yaml is malformed: {error!r}; it needs weights by sign") from error


def groups(stories: Sequence[Story]) -> list[int]:
    """For each story the number of its group; stories that tell of one happening share it."""
    scores = {pair: probability(*both) for pair, both in candidates(profiles(stories)).items()}
    return _linked(len(stories), {pair: score for pair, score in scores.items() if score >= SAME * 0.2})


def candidates(made: Sequence[Profile]) -> dict[tuple[int, int], tuple[Profile, Profile]]:
    """Pairs (later index, earlier index) of documents that share some of their most telling words."""
    posted: dict[str, deque[tuple[int, float]]] = defaultdict(lambda: deque(maxlen=POSTED))
    found: dict[tuple[int, int], tuple[Profile, Profile]] = {}
    for at, profile in enumerate(made):
        telling = sorted(profile.all, key=lambda word: (-profile.all[word], word))[:LOOKED_UP]
        shared: Counter[int] = Counter()
        weight: dict[int, float] = defaultdict(float)
        for word in telling:
            mine = profile.all[word]
            for other, theirs in posted[word]:
                shared[other] += 1
                weight[other] += mine * theirs
        near = sorted((other for other, count in shared.items() if count >= SHARED), key=lambda o: (-weight[o], o))
        for other in near[:COMPARED]:
            found[at, other] = (made[other], profile)
        for word in telling:
            posted[word].append((at, profile.all[word]))
    return found


def signs(left: Profile, right: Profile) -> dict[str, float]:
    """How two documents agree, sign by sign."""
    days = (left.story.day, right.story.day)
    gap = abs(days[0] - days[1]) if days[0] is not None and days[1] is not None else UNDATED
    common = left.names.keys() & right.names.keys()
    rare = sum(left.names[name] for name in common)
    fewest = min((left.names, right.names), key=len)
    lead = left.lead_caps.keys() & right.lead_caps.keys()
    found = {
        "one": 1.0,
        "words": cosine(left.all, right.all),
        "capitals": cosine(left.caps, right.caps),
        "lead": cosine(left.lead, right.lead),
        "names": rare / 20,
        "share of names": min(rare / (1 + sum(fewest.values())), 1.0),
        "capitals of the lead": min(sum(left.lead_caps[word] for word in lead) / 20, 2.0),
        "days apart": math.log1p(gap) / 6,
        "ages": min(len(left.ages & right.ages), 3) / 3,
        "streets": min(len(left.streets & right.streets), 2) / 2,
    }
    return found | {f"within {near}": float(gap <= near) for near in NEAR}


def probability(left: Profile, right: Profile) -> float:
    """How probably two documents tell of one happening, 0 to 1."""
    found = signs(left, right)
    total = sum(weight * found[name] for name, weight in weights())
    return 1 / (1 + math.exp(-total))


def _linked(size: int, scores: dict[tuple[int, int], float]) -> list[int]:
    """Groups joined from the most probable pair down, while the mean over all their pairs stays high.

    The totals between groups are kept up to date as groups grow, so the work grows with the pairs.
    """
    groups: Groups[int] = Groups(range(size))
    sizes = dict.fromkeys(range(size), 1)
    totals: dict[int, dict[int, float]] = defaultdict(dict)
    for (later, earlier), score in scores.items():
        totals[later][earlier] = totals[earlier][later] = score
    for score, (later, earlier) in sorted(((s, pair) for pair, s in scores.items()), key=lambda one: (-one[0], one[1])):
        if score < SAME:
            break
        one, other = sorted((groups.root(later), groups.root(earlier)))
        if one == other or totals[one].get(other, 0.0) < SAME * LINKED * sizes[one] * sizes[other]:
            continue
        groups.join(one, other)
        sizes[one] += sizes.pop(other)
        for third, total in totals.pop(other).items():
            del totals[third][other]
            if third != one:
                totals[one][third] = totals[third][one] = totals[one].get(third, 0.0) + total
    return [groups.root(at) for at in range(size)]
