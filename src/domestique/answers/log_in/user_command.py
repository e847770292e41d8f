"""``domestique user``: who may log in. What each of them sees then follows from the picture."""

import sys
from typing import Annotated, TypeAlias

import typer
from django.db import transaction
from django.utils.translation import gettext as _

from domestique.access import actions as accounts
from domestique.access.actions import make_keeper
from domestique.access.errors import NobodyByThatName
from domestique.access.permits import KEEPER_ONLY, permit
from domestique.access.viewers import present_viewer
from domestique.parties.queries import the_one_meant
from domestique.quantities.errors import insist

application = typer.Typer(help="Who may log in.", no_args_is_help=True)


@application.callback()
@permit(KEEPER_ONLY)
def user() -> None:
    """Say who keeps the accounts."""


Name: TypeAlias = Annotated[str, typer.Argument(help="The person: her name, e-mail or id.")]
FromStdin: TypeAlias = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from the standard input.")
]


@application.command()
def add(
    name: Name,
    keeper: Annotated[
        bool,
        typer.Option(
            "--keeper",
            help="Enter her as keeper of the picture first; that is how an empty database begins.",
        ),
    ] = False,
    password_stdin: FromStdin = False,
) -> None:
    """Let a person log in."""
    name = " ".join(name.split())
    if not keeper:
        insist(the_one_meant(name), NobodyByThatName(name=name))
    password = _password(password_stdin)
    with transaction.atomic():
        if keeper:
            make_keeper(present_viewer(), name)
        accounts.open_account(name, password)
    typer.echo(_("%(name)s can log in.") % {"name": name})


@application.command()
def password(name: Name, password_stdin: FromStdin = False) -> None:
    """Give a person a new password, and open her account again."""
    accounts.give_password(name, _password(password_stdin))
    typer.echo(_("%(name)s has a new password, and is logged out everywhere.") % {"name": name})


@application.command()
def off(name: Name) -> None:
    """Let a person log in no more; what she did stays under her name."""
    accounts.close_account(name)
    typer.echo(_("%(name)s can no longer log in, and is logged out everywhere.") % {"name": name})


@application.command(name="list")
def list_accounts() -> None:
    """List who may log in."""
    for account in accounts.accounts():
        typer.echo(str(account.person) if account.is_open else f"{account.person} ({_('closed')})")


def _password(is_piped: bool) -> str:  # noqa: FBT001 - an option that is on or off is a boolean
    """Read a password: one line of the standard input, or typed twice."""
    if is_piped:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt(_("Password"), hide_input=True, confirmation_prompt=True))
