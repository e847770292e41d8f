"""Write the pages of ``docs/records`` from the tables' own definitions, so that they never drift.

``python docs/generate_records.py`` writes them; with ``--check`` it writes nothing and tells which pages
are not current. What the definitions cannot know (why a table is kept, what else a load refuses, which
answers use it) stands in ``ABOUT`` below.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from domestique.records.columns import Column, Table

RECORDS = Path(__file__).parent / "records"
EXAMPLE_ROWS = 3

ANSWERS = {
    "availability": "Availability",
    "error-budget": "Error budget",
    "service-hours": "Service hours",
    "full-cost": "Full cost",
    "unit-cost": "Unit cost and recovery",
    "bill": "Bill and variance",
    "forecast": "Forecast",
    "satisfaction": "Satisfaction now",
    "follow-the-money": "Follow the money",
    "chain-check": "Chain check",
    "notice-dates": "Notice dates",
    "blast-radius": "Blast radius",
    "restoration": "Restoration",
}


@dataclass(frozen=True)
class About:
    """What is told about a table besides its definition: why it is kept, what a load refuses, who uses it."""

    why: str
    used_by: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


ABOUT = {
    "organisation": About(
        "Without it Domestique reckons in SEK, in the time zone Europe/Stockholm, with 7 days of notice for a "
        "maintenance window, and takes a pulse as old after 90 days. There is one row and no id; loading it again "
        "changes that row. Leave `today` empty in daily use: it fixes the day, as the demo does, so that answers "
        "stay the same.",
        ("availability", "satisfaction", "bill", "notice-dates"),
    ),
    "units": About(
        "The heads and their budgets tell who can be a customer: whoever has a budget with IT in it decides. An "
        "empty `it_budget` beside a budget means that nobody has said whether IT is in it; 0 means that it is not. "
        "`role` overrules what the money shows, and `role_note` says why.",
        ("follow-the-money",),
        (
            "units that lie within each other in a circle (the circle is named)",
            "an `it_budget` larger than the `budget` it is a part of",
        ),
        ("R01", "R02"),
    ),
    "teams": About(
        "One customer manager, one or more delivery managers and the service owners together answer for some "
        "customers. People are written by name; an answer is never reckoned per person.",
        rules=("R04", "R05"),
    ),
    "customers": About(
        "A customer is a role, not a company: a person in a position, for a unit, with the mandate and the budget. "
        "The role is suggested, then identified, then accepted; only accepted customers are counted as satisfied "
        "or not. This is one of the three tables that are enough to start.",
        ("satisfaction", "follow-the-money", "bill"),
        rules=("R01", "R02", "R03", "R04", "R19"),
    ),
    "orderers": About(
        "An orderer chooses among existing services for her unit, and belongs to exactly one customer. She may "
        "prepare a decision; the customer takes it.",
        ("follow-the-money",),
        rules=("R02",),
    ),
    "people": About(
        "Names are written the same in every table; here stands where a person is reached, and in which language. "
        "No figure is ever kept or reckoned for a person.",
    ),
    "roles_in_it": About(
        "What a person may see and decide follows from her roles and their dates. Customer managers, delivery "
        "managers and service owners are named in `teams`; customers and orderers in their own tables.",
    ),
    "team_members": About(
        "Who joins a team for a time, or stands in for somebody. A dated customer manager takes the place of the one "
        "that `teams` names while the dates hold.",
        rules=("R05",),
    ),
    "team_periods": About(
        "A customer has exactly one team at any date. `customers` names the team of today; these rows keep the teams "
        "before it.",
        rules=("R04",),
    ),
    "mandates": About(
        "The most one decision may cost a year, for which services and until when. A row with `delegated_by` lends "
        "the mandate while somebody is away. What is above a mandate goes to the steering group.",
        rules=("R08",),
    ),
    "value_scores": About(
        "Only the customer's own side says what a service is worth; a score that IT wrote is told as a finding.",
        rules=("R25",),
    ),
    "alternatives": About(
        "Kept without blame: what is learned from somebody who turned elsewhere is worth more than a quarrel.",
    ),
    "complaints": About(
        "A complaint is acknowledged, its cause found, answered, and closed when she who complained says that she is "
        "satisfied; otherwise it is escalated.",
    ),
    "need_steps": About(
        "Steps may come in any order and may be skipped. Who took a step and when is kept with it.",
        rules=("R08",),
    ),
    "preparations": About(
        "One page in business words: what is wanted, how it is today, what waiting costs, what to try next.",
    ),
    "requirements": About(
        "Established by the customer on a day. When one is changed after that, the old text stays in its own row.",
    ),
    "escalations": About(
        "A question is asked once, in one sentence, and lies in one forum at a time: operative, tactical, IT steering "
        "group.",
    ),
    "options": About(
        "The options of a need or an escalation, each with what would follow from it; not deciding is one, too.",
    ),
    "decisions": About(
        "Decided once, in one forum, by a person with the mandate; it stays open until those who asked have been told.",
        rules=("R08", "R13"),
    ),
    "contacts": About(
        "Ten seconds to write, so that the next one who meets the customer knows. Only a contact in which both sides "
        "spoke breaks a silence.",
    ),
    "promises": About(
        "What was promised, by when, and whether it was kept. Counted per customer and team, never per person.",
    ),
    "meetings": About(
        "Development dialogues carry no statistics and follow-ups no new wishes; the team's own meeting is about one "
        "customer at a time.",
        rules=("R10",),
    ),
    "meeting_items": About(
        "What lands in the wrong kind of meeting is parked for the other and never lost. An action that is not done "
        "is carried over.",
        rules=("R10",),
    ),
    "cadences": About(
        "How many weeks lie between two meetings of a kind with a customer; what is overdue is told.",
    ),
    "inbox": About(
        "Nothing enters without a source, and nothing disappears: every item is sorted, answered and told back, or "
        "stays open.",
        rules=("R12", "R13"),
    ),
    "improvements": About(
        "Small enough to finish in weeks, measured before and after, and asked about: did the customer notice?",
    ),
    "surveys": About(
        "Short forms for one role at a time. Groups of fewer than five answers are never shown.",
        rules=("R18",),
    ),
    "survey_questions": About(
        "The questions in up to three languages; whoever is asked reads her own.",
    ),
    "survey_answers": About(
        "Sheets without names and without days. A customer stands there only where five or more of hers were asked, a "
        "person only in an open survey. Who was invited is not a table: it is never listed and never exported.",
        rules=("R18",),
    ),
    "suppliers": About(
        "What a contract promises is held against what is promised on top of it. The last day for notice is "
        "reckoned from the contract's end and the months of notice.",
        ("chain-check", "notice-dates"),
        rules=("R16", "S3-09"),
    ),
    "calendar_days": About(
        "Service hours can name a calendar: `race days 06-22` is open on the days listed here, and "
        "`Mon-Fri 07-18 with year end` lets the days of the calendar override the pattern. A day with hours is "
        "open then; without hours it is closed all day, or in the first form open as the service hours say.",
        ("service-hours", "availability"),
        ("a closing time before the opening time",),
    ),
    "services": About(
        "Customer-facing services, supporting services and components are one structure. Give names in the "
        "languages you have; the first that is there is shown. `restore_minutes` is the work itself once all that "
        "is needed is back; `rto_minutes` is the promise. This is one of the three tables that are enough to start.",
        (
            "availability",
            "error-budget",
            "full-cost",
            "bill",
            "chain-check",
            "blast-radius",
            "restoration",
        ),
        (
            "a customer-facing service that passes cost on in `cost_shares`",
            "service hours that are not understood",
        ),
        ("R05", "R09", "R15", "R16", "R23", "R24"),
    ),
    "dependencies": About(
        "A hard need stops the service when what it needs is lost; a soft one only makes it worse. An empty `kind` "
        "is hard.",
        ("blast-radius", "restoration", "chain-check"),
        (
            "a service that needs itself",
            "hard needs that go round in a circle (the circle is named); soft circles are fine",
        ),
        ("R16", "R23"),
    ),
    "packages": About(
        "A package is what one kind of customer orders at once. All of its services should be live.",
        rules=("R09",),
    ),
    "goals": About(
        "A goal is the customer's own, in her own words. It is kept beside her services and her needs."
    ),
    "agreements": About(
        "A mutual promise with one customer for a period, both days included. Her customer manager proposes it, only "
        "the customer accepts it.",
        ("chain-check",),
        ("a last day before the first day",),
        ("R03", "R06", "R24"),
    ),
    "agreement_lines": About(
        "One service in an agreement: the level promised to this customer, the units planned and the price agreed. "
        "The level may differ from what the service is built for; that is then found and told. `content` says in "
        "words what is delivered where the units alone do not.",
        ("chain-check", "availability"),
        rules=("R07", "R16", "R24", "S1-19"),
    ),
    "planned_consumption": About(
        "The plan of a whole year. A month's planned charge is a twelfth of it, for stock and flow units alike. "
        "This is one of the three tables that are enough to start.",
        ("bill", "unit-cost", "forecast"),
        rules=("R03", "R24"),
    ),
    "actual_consumption": About(
        "A month in which a customer has no row at all is not closed: her use is not known, and is never taken as "
        "nothing. The same holds for one service without a row.",
        ("bill", "forecast"),
        rules=("R03", "R24"),
    ),
    "outages": About(
        "Times are local and written as the clock showed them; which instant that was on a night when the clock "
        "changes is decided when it is reckoned. A month without any outage in the whole log is not known, so write "
        "the log for every month.",
        ("availability", "error-budget"),
        ("an end before the start",),
    ),
    "maintenance_windows": About(
        "A window announced fewer days before its first day than the organisation asks for does not count as "
        "agreed; what goes down in it is downtime.",
        ("availability",),
        ("an end before the start",),
    ),
    "restoration_wish": About(
        "The ranking that the IT steering group has fixed. What a service stands on inherits its rank.",
        ("restoration",),
        rules=("R23",),
    ),
    "exchange_rates": About(
        "Rates are per year: the one the plan was made with, and the one that came true. Until the actual rate is "
        "known the plan rate stands in for it, and the bill says so.",
        ("bill", "full-cost"),
    ),
    "prices": About(
        "For a stock unit (a user, a workplace) the price is for a year; for a flow unit (an order, a payslip) it "
        "is for each. A price without a last day holds until the next one begins.",
        ("bill", "unit-cost"),
        ("two prices of a service that hold on the same day", "a last day before the first day"),
        ("R15",),
    ),
    "costs": About(
        "The ledger: what is placed on each service itself, by pool. Pools are yours to name and stay apart all the "
        "way. A year's costs are those of the year and those of its months together.",
        ("full-cost", "unit-cost"),
        rules=("R21",),
    ),
    "cost_shares": About(
        "How much of a supporting service's full cost each receiver bears, from a measured driver. What is not "
        "shared out stays with the service and is shown. Shares are used for the year they are given for.",
        ("full-cost",),
        (
            "shares of one service and period that sum to more than 100 %",
            "shares of a customer-facing service",
        ),
        ("R21",),
    ),
    "pulses": About(
        "One face and one sentence, in the customer's own words. Faces are counted and never averaged.",
        ("satisfaction",),
        rules=("R08", "R19", "R20"),
    ),
    "needs": About(
        "What the business lacks, how far it has come and who decides. A decider that begins with `customer` means "
        "that only the customer can decide it.",
        rules=("R03", "R08", "S1-30"),
    ),
    "customer_activities": About(
        "What a customer is about to do that changes what she needs: a campaign, a new line, a race."
    ),
}


def pages() -> dict[str, str]:
    """Return every page by its file name, as it should stand."""
    from domestique.exchange.tables import TABLES

    return {"index.md": index(TABLES)} | {f"{table.name}.md": page(table) for table in TABLES}


def index(tables: tuple[Table, ...]) -> str:
    """Return the page that lists all tables."""
    from domestique.exchange.tables import STARTING_TABLES

    rows = [
        f"| [{table.name}]({table.name}.md) | {table.meaning} | {'yes' if table.name in STARTING_TABLES else ''} |"
        for table in tables
    ]
    return "\n".join(
        [
            "# Records",
            "",
            "Domestique keeps these tables. In a folder each is a file, such as `services.csv`; in a workbook each is",
            "a sheet. Load any of them in any order: an id of a table that is not there yet is kept, and checked when",
            "that table arrives. Three are enough to start.",
            "",
            "| table | what it holds | enough to start |",
            "| --- | --- | --- |",
            *rows,
            "",
            "These pages are written from the tables' own definitions by `python docs/generate_records.py`.",
            "",
        ]
    )


def page(table: Table) -> str:
    """Return the page of one table."""
    about = ABOUT[table.name]
    parts = [
        f"# {table.name}",
        f"{table.meaning} {about.why}",
        _key(table),
        "## Columns",
        "\n".join(_columns(table)),
        "## Example",
        "From the demo organisation.",
        f"```csv\n{_example(table)}\n```",
    ]
    if about.refused:
        parts += [
            "## What a load refuses",
            "Besides cells that cannot be read and ids that are not there:",
        ]
        parts += ["\n".join(f"- {refused}" for refused in about.refused)]
    if about.used_by or about.rules:
        parts += ["## What uses it", "\n".join(_uses(about))]
    parts.append("[All records](index.md)")
    return "\n\n".join(parts) + "\n"


def _key(table: Table) -> str:
    if not table.key:
        return "There is one row at most."
    names = " and ".join(f"`{name}`" for name in table.key)
    return f"A row is known by {names}: loading a row with the same key again changes that row."


def _columns(table: Table) -> Iterator[str]:
    from domestique.exchange.about import accepted

    yield "| column | kind | required | meaning | what is accepted | left empty |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for column in table.columns:
        cells = (
            f"`{column.name}`",
            column.kind.value,
            "yes" if column.required else "",
            str(column.meaning),
            _linked(column, str(accepted(column))),
            "" if column.required else _empty(table, column),
        )
        yield f"| {' | '.join(cells)} |"


def _linked(column: Column, text: str) -> str:
    """Make the name of the table a link points to a link."""
    return (
        text.replace(f"from {column.to}", f"from [{column.to}]({column.to}.md)")
        if column.to
        else text
    )


def _empty(table: Table, column: Column) -> str:
    """Say what an empty cell means."""
    value: Any = table.empty_values[column.field]
    if value in (None, ""):
        return "not known"
    return "none" if value == [] else f"`{value}`"


def _example(table: Table) -> str:
    import domestique

    file = Path(domestique.__file__).parent / "exchange" / "demo" / f"{table.name}.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        read = [row for _, row in zip(range(EXAMPLE_ROWS + 1), csv.reader(rows), strict=False)]
    return "\n".join(",".join(_cell(cell) for cell in row) for row in read)


def _cell(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell


def _uses(about: About) -> Iterator[str]:
    for name in about.used_by:
        yield f"- [{ANSWERS[name]}](../calculations/{name}.md)"
    if about.rules:
        rules = ", ".join(about.rules)
        yield f"- Findings {rules}: see [the rules](../decisions/015-rules-of-findings.md)"


def not_current() -> list[str]:
    """Return the pages that are missing, differ from what they should be, or have no table any more."""
    expected = pages()
    found = {file.name: file.read_text(encoding="utf-8") for file in RECORDS.glob("*.md")}
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))


def tell(*lines: str) -> None:
    """Tell whoever runs this."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` only tell which are not current."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "domestique.site.settings")
    os.environ["DOMESTIQUE_DATABASE"] = (
        f"{tempfile.gettempdir()}/domestique-docs.sqlite3"  # never opened
    )
    django.setup()
    stale = not_current()
    if "--check" in arguments:
        tell(*(f"{name} is not current; run python docs/generate_records.py" for name in stale))
        return 1 if stale else 0
    expected = pages()
    for name in stale:
        if name in expected:
            (RECORDS / name).write_text(expected[name], encoding="utf-8")
        else:
            (RECORDS / name).unlink()
    tell(f"{len(stale)} pages written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
