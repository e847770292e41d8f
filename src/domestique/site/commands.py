"""All commands under one name. A command is read in when it is asked for, so that none waits for the others."""

import typer

from domestique.cli.late import LateGroup

ANSWERS = "domestique.answers"
COMMANDS = {
    "load": f"{ANSWERS}.files.files_command.load",
    "loads": f"{ANSWERS}.files.loads_command.loads",
    "export": f"{ANSWERS}.files.files_command.export",
    "template": f"{ANSWERS}.files.files_command.template",
    "demo": f"{ANSWERS}.files.files_command.demo",
    "levels": f"{ANSWERS}.promises.levels_command.levels",
    "costs": f"{ANSWERS}.money.costs_command.costs",
    "bill": f"{ANSWERS}.money.bill_command.bill",
    "restore": f"{ANSWERS}.restoration.restore_command.restore",
    "satisfaction": f"{ANSWERS}.today.satisfaction_command.satisfaction",
    "customers": f"{ANSWERS}.people.customers_command.customers",
    "findings": f"{ANSWERS}.findings.findings_command.findings",
    "past-gates": f"{ANSWERS}.past_gates.past_gates_command.application",
    "who": f"{ANSWERS}.right_person.who_command.who",
    "roles": f"{ANSWERS}.people.roles_command.roles",
    "needs": f"{ANSWERS}.needs.needs_command.needs",
    "history": f"{ANSWERS}.tables.history_command.history",
    "rename": f"{ANSWERS}.tables.change_id_command.rename",
    "merge": f"{ANSWERS}.tables.change_id_command.merge_two",
    "take-apart": f"{ANSWERS}.tables.change_id_command.take_apart",
    "take-out": f"{ANSWERS}.tables.taking_out_command.take_row_out_of_its_table",
    "put-back": f"{ANSWERS}.tables.taking_out_command.put_row_back_into_its_table",
    "taken-out": f"{ANSWERS}.tables.taking_out_command.taken_out",
    "catalogue": f"{ANSWERS}.catalogue.catalogue_command.catalogue",
    "walk-in": f"{ANSWERS}.walk_in.walk_in_command.walk_in",
    "own-page": f"{ANSWERS}.own_page.own_page_command.own_page",
    "run-sheet": f"{ANSWERS}.restoration.run_sheet_command.run_sheet",
    "steering": f"{ANSWERS}.steering.steering_command.steering",
    "packs": f"{ANSWERS}.meetings.meetings_command.packs",
    "calendar": f"{ANSWERS}.meetings.meetings_command.calendar",
    "serve": "domestique.cli.serving.serve",
    "forget": "domestique.cli.serving.forget",
    "inbox": f"{ANSWERS}.needs.needs_command.application",
    "user": f"{ANSWERS}.log_in.user_command.application",
    "survey": f"{ANSWERS}.feelings.survey_command.application",
}
"""Where each command stands: a function, or an application of several under one name."""


class Commands(LateGroup):
    """The commands of every answer."""

    places = COMMANDS


application = typer.Typer(
    name="domestique",
    cls=Commands,
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
