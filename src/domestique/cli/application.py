"""All commands under one name."""

from __future__ import annotations

import typer

from domestique.cli import (
    bills,
    calendar_feed,
    costs,
    inbox,
    levels,
    offering,
    packs,
    paper,
    relations,
    restoration,
    roles,
    serving,
    surveys,
    tables,
    users,
    who,
)
from domestique.cli.refusing import RefusingGroup

application = typer.Typer(
    name="domestique",
    cls=RefusingGroup,
    help="One picture shared by an IT organisation and the business it serves.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    epilog="The database is --db URL|FILE, or DOMESTIQUE_DATABASE, or a file in your own data folder.",
)


@application.callback()
def choose_database(
    db: str = typer.Option(
        "",
        "--db",
        help="Database to use: a postgresql:// URL or a SQLite file. May stand anywhere.",
    ),
    person: str = typer.Option(
        "",
        "--as",
        help="See it and do it as this person would, by her name. May stand anywhere.",
    ),
) -> None:
    """One picture shared by an IT organisation and the business it serves."""


COMMANDS = (
    tables.load,
    tables.export,
    tables.template,
    tables.demo,
    levels.levels,
    costs.costs,
    bills.bill,
    restoration.restore,
    relations.satisfaction,
    relations.customers,
    relations.findings,
    who.who,
    roles.roles,
    inbox.needs,
    relations.history,
    offering.catalogue,
    paper.walk_in,
    paper.own_page,
    paper.run_sheet,
    paper.steering,
    packs.packs,
    calendar_feed.calendar,
    serving.serve,
)
for command in COMMANDS:
    application.command()(command)
application.add_typer(inbox.application, name="inbox")
application.add_typer(users.application, name="user")
application.add_typer(surveys.application, name="survey")
