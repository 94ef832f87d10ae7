"""`longarm`: finds the command, turns errors into sentences and exit codes."""

import importlib
import os
import sys
from typing import NoReturn

import click

from longarm import __version__
from longarm.cli import output
from longarm.errors import CaseNotFound, LongarmError, UsageError

DONE, FINDING, MISUSE, STOPPED = 0, 1, 2, 130
COMMANDS = (
    "demo",
    "build",
    "read",
    "report",
    "show",
    "desk",
    "publish",
    "verify",
    "brief",
    "export",
    "reconcile",
    "evaluate",
    "screen",
    "keys",
    "seal",
    "unseal",
)


class Commands(click.Group):
    """The commands, each a module of its own that is loaded when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"longarm.cli.{cmd_name}").command
        return command


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 a finding or a refusal, 2 misuse. Data goes to stdout, talk to stderr.",
)
@click.version_option(__version__, prog_name="longarm", message="%(prog)s %(version)s")
def main() -> None:
    """An investigation desk for documenting transnational repression.

    Give it documents; it returns a ledger of claims: who says what, in which exact words, on whose evidence, and what
    the accused replied. A claim is never shown as a fact.

    \b
    Examples:
      longarm demo
      longarm build CASE articles/ report.pdf
      longarm report CASE
    """


def run() -> NoReturn:
    """Runs the command line and exits."""
    code = _run()
    output.flush()
    sys.exit(code)


def _run() -> int:
    try:
        result = main.main(prog_name="longarm", standalone_mode=False)
        output.flush()
        return result if isinstance(result, int) else DONE
    except click.Abort:
        output.talk("Stopped. Running the same command again goes on where it stopped.")
        return STOPPED
    except click.ClickException as error:
        error.show()
        return MISUSE
    except LongarmError as error:
        output.talk(f"Error: {output.sentence(str(error))}")
        return MISUSE if isinstance(error, UsageError | CaseNotFound) else FINDING
    except OSError as error:
        if os.environ.get("LONGARM_TRACE"):
            raise
        output.drop()
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
        output.talk(f"Error: {what}. Check that the folder is there, that it may be written, and that there is room.")
        return FINDING
    except Exception as error:
        if os.environ.get("LONGARM_TRACE"):
            raise
        output.talk(
            f"Error: longarm met something it did not expect ({type(error).__name__}: {error}). Please report it with "
            f"the command, the version (longarm {__version__}, Python {sys.version.split()[0]}) and what "
            "LONGARM_TRACE=1 prints; take names of people out first."
        )
        return FINDING
