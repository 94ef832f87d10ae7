"""`longarm desk`."""

import getpass
import os
import sys
import webbrowser
from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE

ROLES = ("reader", "researcher", "editor", "keyholder")


@click.command("desk", short_help="The review desk in the browser, on this machine only.")
@CASE
@click.option("--port", default=0, show_default=True, help="Port on 127.0.0.1; 0 takes a free one.")
@click.option("--by", default="", help="Who decides, in a case without named users; your login name if not given.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--add-user", default="", metavar="NAME", help="Add a user, or give one a new password and roles.")
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES), help="Of the user; may be given again.")
def command(case: Path, port: int, by: str, no_browser: bool, add_user: str, roles: tuple[str, ...]) -> None:
    """Review CASE in the browser: what to check first, statements, claims, figures, places, release.

    It answers on 127.0.0.1 alone, to the one address that it prints. Every decision is on the disk before the browser
    hears of it. Once users are added, everybody signs in with a name and a password.

    \b
    Examples:
      longarm desk cases/harbour
      longarm desk cases/harbour --add-user Mara --role editor
    """
    if add_user:
        _add(case, add_user, roles)
        return
    from longarm.web.desk import Desk
    from longarm.web.server import address, listen, serve

    opened = listen(port)
    desk = Desk(case, opened.getsockname()[1], by.strip() or getpass.getuser())
    url = address(desk, opened.getsockname()[1])

    def ready() -> None:
        output.write(url)
        output.flush()
        output.talk("The desk is open at this address, on this machine only. Ctrl-C closes it.")
        if not no_browser and (
            sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        ):
            webbrowser.open(url)

    serve(desk, opened, ready)


def _add(root: Path, name: str, roles: tuple[str, ...]) -> None:
    from longarm.desk.case import at
    from longarm.storage import users

    paths = at(root)
    password = click.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True, err=True)
    user = users.put(paths, name, roles or ("reader",), password)
    output.write(f"{user.name} may work on {root} as {', '.join(user.roles)}.")
