"""`longarm keys`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE, JSON
from longarm.core.phrases import counted


@click.command("keys", short_help="Who can open what is sealed.")
@CASE
@click.option(
    "--new", nargs=2, multiple=True, metavar="NAME FILE", help="Make an identity for NAME and write it to FILE."
)
@click.option("--recipient", nargs=2, multiple=True, metavar="NAME AGE1...", help="Somebody who has an age identity.")
@click.option("--recovery", is_flag=True, help="Make a recovery key and print it, once, to be kept on paper.")
@JSON
def command(
    case: Path, new: tuple[tuple[str, str], ...], recipient: tuple[tuple[str, str], ...], recovery: bool, as_json: bool
) -> None:
    """Set up the keyholders of CASE, or list them.

    Sealed names are encrypted to all of them, and any one opens them: two people, or one with a recovery key on paper.
    Identities are never kept in the case: keep the files on another disk.

    \b
    Examples:
      longarm keys cases/harbour --new Ada /media/usb/ada.key --recipient Bo age1...
      longarm keys cases/harbour --new Ada ada.key --recovery
      longarm keys cases/harbour
    """
    from longarm.desk.sealing import keys

    if not (new or recipient or recovery):
        found = keys.holders(case)
        if as_json:
            output.data([{"name": one.name, "recipient": one.recipient} for one in found])
            return
        for one in found:
            output.write(f"{output.clean(one.name)}  {one.recipient}")
        if not found:
            output.talk("There are no keyholders yet: make two with --new, or one with --new and --recovery.")
        return
    made = keys.make(case, [(name, Path(file)) for name, file in new], recipient, recovery=recovery)
    if as_json:
        told = [{"name": one.name, "recipient": one.recipient} for one in made.holders]
        output.data({"keyholders": told, "recovery": made.recovery or None})
        return
    output.write(f"{counted(len(made.holders), 'keyholder')}: {', '.join(one.name for one in made.holders)}.")
    if made.recovery:
        output.write("\nThe recovery key. Print it, put it where the case is not, and clear this screen:\n")
        output.write(f"  {made.recovery}\n")
