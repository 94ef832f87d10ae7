"""Masked persons who may be somebody public under another form of the name: asked, never joined by the name alone."""

from collections.abc import Iterator

from longarm.desk.checks import Check
from longarm.model.case import Case
from longarm.protect.folding import tokens
from longarm.protect.names import Names, Person
from longarm.protect.people import names_of

KIND = "same-person"


def namesakes(case: Case) -> Iterator[Check]:
    """A check for every masked person with the last name of somebody public, where no other given name parts them.

    One text says "President Dee", another "Ada Dee" and no office: the office makes the first name public, and only a
    person can say whether the second is hers.
    """
    names = names_of(case)
    public: dict[str, list[Person]] = {}
    for person in names.people:
        if person.is_public:
            for surname in sorted({last(name) for name in person.names}):
                public.setdefault(surname, []).append(person)
    decided = set(case.settled.namings)
    for person in names.people:
        if person.is_public or decided.intersection(person.names):
            continue
        others = {other.names: other for name in person.names for other in public.get(last(name), ())}
        for other in others.values():
            if _may_be_one(person, other, names):
                yield _asked(person, other)


def last(name: str) -> str:
    """The last word of a name, folded."""
    found = tokens(name)
    return found[-1].folded if found else ""


def _may_be_one(masked: Person, public: Person, names: Names) -> bool:
    """Whether no given name of the one is another than all of the other: "A. Dee" may be Ada Dee, Bo Dee not."""
    mine, theirs = (_given(person, names) for person in (masked, public))
    return not mine or not theirs or any(_agree(one, other) for one in mine for other in theirs)


def _given(person: Person, names: Names) -> set[str]:
    """The given names of a person; an office before the name ("President Dee") is a word of the texts and none."""
    words = (word for name in person.names for word in name.split()[:-1])
    return {token.folded for word in words if not names.is_everyday(word) for token in tokens(word)}


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _asked(masked: Person, public: Person) -> Check:
    sentence = (
        f"“{masked.names[0]}” is masked, and “{public.names[0]}” is named in what leaves, for a public "
        f"office or by the case's list. If they are one person, decide under Release to name “{masked.names[0]}”."
    )
    documents = tuple(sorted(masked.documents))
    about = documents or tuple(sorted(public.documents))
    return Check(KIND, sentence, about, len(documents), (masked.names[0], public.names[0]))
