"""`users.toml`: who works on a case, with roles and the salted hash of a password; written by longarm."""

import hashlib
import hmac
import json
import secrets
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from longarm.errors import CaseDamaged, UsageError
from longarm.storage.files import write_durably
from longarm.storage.paths import CasePaths

# RFC 7914; 32 MiB and about a tenth of a second a try, which a login can afford and a guesser cannot.
COST, BLOCK, LANES = 2**15, 8, 1
_MEMORY = 64 << 20  # bytes that one try may take
SHORTEST = 12  # characters of a password: length is what keeps guessers out (NIST SP 800-63B)
LONGEST = 200  # characters of a name or a password


@dataclass(frozen=True, slots=True)
class User:
    """One person of a case; `password` is the scheme, its numbers, salt and hash."""

    name: str
    roles: tuple[str, ...]
    password: str


def load(paths: CasePaths) -> tuple[User, ...]:
    """The users of a case, by name; none in a case of one person.

    Raises:
        CaseDamaged: the file cannot be read, or a user in it is not whole.
    """
    if not paths.users.exists():
        return ()
    try:
        rows = tomllib.loads(paths.users.read_text(encoding="utf-8")).get("user", [])
    except (OSError, ValueError) as error:
        raise CaseDamaged(f"{paths.users} cannot be read: {error}") from error
    found = [_user(row, paths) for row in rows]
    names = [user.name for user in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise CaseDamaged(f"{paths.users} has two users {twice[0]}: take one out")
    return tuple(sorted(found, key=lambda user: user.name))


def names(paths: CasePaths) -> tuple[str, ...]:
    """Names of the users of a case; none in a case of one person.

    Raises:
        CaseDamaged: as for `load`.
    """
    return tuple(user.name for user in load(paths))


def put(paths: CasePaths, name: str, roles: Iterable[str], password: str) -> User:
    """Adds a user, or gives one another password and other roles.

    Raises:
        UsageError: the name is empty or not one line, or the password is too short.
    """
    if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > LONGEST:
        raise UsageError(f"a user's name is one line of up to {LONGEST} characters, without blanks around it")
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters: take a few words that do not go together")
    user = User(name, tuple(roles), _hash(password, secrets.token_bytes(16)))
    others = [other for other in load(paths) if other.name != name]
    text = "# Who works on this case; `longarm desk CASE --add-user NAME` writes it.\n"
    text += "".join(_row(one) for one in sorted([*others, user], key=lambda one: one.name))
    write_durably(paths.users, text.encode(), mode=0o600)
    return user


def is_password(user: User | None, given: str) -> bool:
    """Whether this is the user's password; takes as long for a user that there is not."""
    salt = bytes.fromhex(user.password.split("$")[4]) if user else b"nobody has this"
    right = user.password if user else ""
    return hmac.compare_digest(_hash(given[:LONGEST], salt), right)


def _hash(password: str, salt: bytes) -> str:
    found = hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=_MEMORY, dklen=32)
    return f"scrypt${COST}${BLOCK}${LANES}${salt.hex()}${found.hex()}"


def _row(user: User) -> str:
    roles = ", ".join(json.dumps(role) for role in user.roles)
    name = json.dumps(user.name, ensure_ascii=False)
    return f'\n[[user]]\nname = {name}\nroles = [{roles}]\npassword = "{user.password}"\n'


def _user(row: Any, paths: CasePaths) -> User:
    name, roles, password = (row.get(key) for key in ("name", "roles", "password"))
    if not isinstance(name, str) or not isinstance(roles, list) or not isinstance(password, str):
        raise CaseDamaged(f"{paths.users}: a user has a name, roles and a password; add it again with --add-user")
    scheme, *rest = password.split("$")
    if scheme != "scrypt" or len(rest) != 5 or rest[:3] != [str(COST), str(BLOCK), str(LANES)]:
        raise CaseDamaged(f"{paths.users}: the password of {name} cannot be read; add the user again with --add-user")
    return User(name, tuple(str(role) for role in roles), password)
