"""The replies of a case, looked up by who replies, on what topic, and the place, figure or words that they name."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from longarm.claims import words
from longarm.claims.context import Context
from longarm.claims.judging import likeness
from longarm.claims.topics import stems
from longarm.model.claims import Resolved
from longarm.model.places import WORLD

POSTED = 24  # replies found by one sign; where more bear it, the first telling of each reply goes before repetitions
SAME_TOPIC = 0.34  # share of telling words (Dice) from which a reply speaks of the claim itself
COMMON_WORDS = 2  # such words at the least, without those that only name the means ("stations")

Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A response as it is set beside claims.

    Attributes:
        party: key of the party that replies; empty where it is no state and no party of the case.
        denies: it rejects what is said.
        topics: methods and programmes it speaks of.
        places: ids it names, but for the world.
        figures: numbers it names.
        repeats: how many earlier statements of the case give the same reply.
        is_silent: it tells that nobody replied.
        rejects: it is said to deny, or its words reject something as false; no mere "not" does.
        is_told: its own words name the method, and not its text alone.
    """

    item: Resolved
    party: str
    denies: bool
    topics: frozenset[str]
    places: frozenset[str]
    figures: frozenset[str]
    content: frozenset[str]
    repeats: int = 0
    is_silent: bool = False
    is_told: bool = True
    rejects: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a claim asks, as far as replies may meet it.

    Attributes:
        party: the accused.
        topics: methods and programmes.
        places, figures: of its question and its statements.
        wordings: the telling words of its first statements.
    """

    party: str
    topics: frozenset[str]
    places: frozenset[str]
    figures: frozenset[str]
    wordings: tuple[frozenset[str], ...]

    @property
    def sites(self) -> tuple[str, ...]:
        """The places that a reply to this claim may name: those of its question but for the world."""
        return tuple(sorted(self.places - {WORLD}))

    def is_named(self, reply: Reply) -> bool:
        """Whether a reply names the place, a figure or the act of the claim, and not only its topic."""
        return bool(reply.places & set(self.sites) or reply.figures & self.figures) or is_about(reply, self)


class Answers:
    """Finds the replies to a claim in a number of steps that does not grow with the case.

    What all claims of a topic have in all denials of it grows with the square of a case; here each sign leads to
    POSTED replies at most, denials apart from other replies, so that these do not crowd them out.
    """

    def __init__(self, replies: Iterable[Reply], context: Context) -> None:
        self._context = context
        self._posted: dict[Key, list[Reply]] = defaultdict(list)
        self._bearing = Counter[Key]()
        self._in_document: dict[str, list[Reply]] = defaultdict(list)
        for reply in sorted(replies, key=lambda one: one.repeats):
            self._in_document[reply.item.statement.document].append(reply)
            for topic in reply.topics if reply.party else ():
                for sign in self._signs(reply):
                    posted = self._posted[reply.party, topic, reply.denies, *sign]
                    self._bearing[reply.party, topic, reply.denies, *sign] += 1
                    if len(posted) < POSTED:
                        posted.append(reply)

    def _signs(self, reply: Reply) -> Iterator[Key]:
        yield ("any",)
        if not reply.places:
            yield ("nowhere",)
        yield from (("at", place) for place in reply.places)
        yield from (("within", outer) for outer in self._outer(reply.places))
        yield from (("figure", figure) for figure in reply.figures)
        yield from (("word", word) for word in reply.content - stems())

    def _outer(self, places: Iterable[str]) -> set[str]:
        known = self._context.places
        return {outer for place in places if place in known for outer in known[place].parents}

    def of_documents(self, documents: Iterable[str]) -> Iterator[Reply]:
        """The replies in some documents."""
        return (reply for document in sorted(documents) for reply in self._in_document[document])

    def naming(self, asked: Asked) -> dict[str, Reply]:
        """The replies of the accused, by id, that name the place, a figure or the act of a claim."""
        signs = [*(("at", place) for place in asked.sites), *(("figure", figure) for figure in sorted(asked.figures))]
        return self._found(asked, signs) | self._worded(asked)

    def general(self, asked: Asked) -> dict[str, Reply]:
        """The replies of the accused, by id, on a topic of a claim that name no other place."""
        return self._found(asked, self._general(asked))

    def denials(self, asked: Asked) -> int:
        """How many such replies deny, found or not: at least so many, those that bear the commonest sign."""
        heads = [(asked.party, topic, True) for topic in sorted(asked.topics)]
        return max((self._bearing[*head, *sign] for head in heads for sign in self._general(asked)), default=0)

    def _general(self, asked: Asked) -> list[Key]:
        if not asked.places:
            return [("any",)]
        outer = sorted(self._outer(asked.places) - set(asked.sites))
        within = [("within", place) for place in sorted(asked.places)]
        return [("nowhere",), *within, *(("at", place) for place in outer)]

    def _found(self, asked: Asked, signs: Iterable[Key]) -> dict[str, Reply]:
        keys = [(*head, *sign) for sign in signs for head in self._heads(asked)]
        return {reply.item.id: reply for key in keys for reply in self._posted.get(key, ())}

    def _heads(self, asked: Asked) -> list[Key]:
        return [(asked.party, topic, denies) for topic in sorted(asked.topics) for denies in (True, False)]

    def _worded(self, asked: Asked) -> dict[str, Reply]:
        telling = sorted(frozenset[str]().union(*asked.wordings) - stems())
        near = self._found(asked, [("word", word) for word in telling])
        return {identity: reply for identity, reply in near.items() if is_about(reply, asked)}


def is_about(reply: Reply, asked: Asked) -> bool:
    """Whether a reply shares telling words with a wording of a claim beside those that only name the topic."""
    told = (wording for wording in asked.wordings if len((reply.content & wording) - stems()) >= COMMON_WORDS)
    return any(likeness(reply.content, wording) >= SAME_TOPIC for wording in told)


def is_bare(reply: Reply) -> bool:
    """Whether a denial names nothing but the claim and who denies it: "the ministry denied the claim"."""
    voices = reply.item.statement.voices
    speaker = words.content(voices[-1].name) if voices else frozenset()
    return not reply.content - words.generic() - words.accusing() - words.load().flat - speaker
