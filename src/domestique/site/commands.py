"""All commands under one name."""

from __future__ import annotations

import typer

from domestique.answers.catalogue.catalogue_command import catalogue
from domestique.answers.feelings.survey_command import application as survey_commands
from domestique.answers.files.files_command import demo, export, load, template
from domestique.answers.findings.findings_command import findings
from domestique.answers.log_in.user_command import application as user_commands
from domestique.answers.meetings.calendar_command import calendar
from domestique.answers.meetings.packs_command import packs
from domestique.answers.money.bill_command import bill
from domestique.answers.money.costs_command import costs
from domestique.answers.needs.needs_command import application as inbox_commands
from domestique.answers.needs.needs_command import needs
from domestique.answers.own_page.own_page_command import own_page
from domestique.answers.people.customers_command import customers
from domestique.answers.people.roles_command import roles
from domestique.answers.promises.levels_command import levels
from domestique.answers.restoration.restore_command import restore
from domestique.answers.restoration.run_sheet_command import run_sheet
from domestique.answers.right_person.who_command import who
from domestique.answers.steering.steering_command import steering
from domestique.answers.tables.history_command import history
from domestique.answers.today.satisfaction_command import satisfaction
from domestique.answers.walk_in.walk_in_command import walk_in
from domestique.cli.refusing import RefusingGroup
from domestique.cli.serving import serve

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
    load,
    export,
    template,
    demo,
    levels,
    costs,
    bill,
    restore,
    satisfaction,
    customers,
    findings,
    who,
    roles,
    needs,
    history,
    catalogue,
    walk_in,
    own_page,
    run_sheet,
    steering,
    packs,
    calendar,
    serve,
)
for command in COMMANDS:
    application.command()(command)
application.add_typer(inbox_commands, name="inbox")
application.add_typer(user_commands, name="user")
application.add_typer(survey_commands, name="survey")
