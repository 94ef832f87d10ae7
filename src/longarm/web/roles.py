"""Who may do what: four roles, and what each of them holds. What is not granted is denied."""

from dataclasses import dataclass

PUBLIC = ""  # the role of a route that needs no session: the door, and the style sheet
READER, RESEARCHER, EDITOR, KEYHOLDER = "reader", "researcher", "editor", "keyholder"
ROLES = (READER, RESEARCHER, EDITOR, KEYHOLDER)
HOLDS = {
    READER: frozenset({READER}),
    RESEARCHER: frozenset({READER, RESEARCHER}),
    EDITOR: frozenset({READER, RESEARCHER, EDITOR}),
    KEYHOLDER: frozenset({READER, KEYHOLDER}),
}
"""An editor does what a researcher does; a keyholder reads and opens sealed names, and decides nothing else."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is at the desk: the name that decisions are signed with, and the roles."""

    name: str
    roles: tuple[str, ...]

    def may(self, role: str) -> bool:
        """Whether one of the roles holds what a route asks for."""
        return role == PUBLIC or any(role in HOLDS.get(own, ()) for own in self.roles)
