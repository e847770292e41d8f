"""Rare words, figures, ids and days in every column of every customer's rows, each of which tells whose it is.

A word or an id is ``zq<customer>w<number>``, a figure begins with 73 and the number of its customer, and a day lies in
a year of its own for each customer. Whoever meets one that is not hers has been shown somebody else's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from datetime import date
from decimal import Decimal

from domestique.parties.models import Person
from domestique.records.columns import Column, Kind, Table
from domestique.records.models import Record
from domestique.records.tables import TABLES

WHOSE: dict[str, str] = {
    # the way from a row to its customer, written by hand; what is not here belongs to the organisation
    "customers": "id",
    "orderers": "customer_id",
    "mandates": "customer_id",
    "goals": "customer_id",
    "agreements": "customer_id",
    "agreement_lines": "agreement.customer_id",
    "amendments": "agreement.customer_id",
    "planned_consumption": "customer_id",
    "actual_consumption": "customer_id",
    "pulses": "customer_id",
    "value_scores": "customer_id",
    "alternatives": "customer_id",
    "complaints": "customer_id",
    "needs": "customer_id",
    "need_steps": "need.customer_id",
    "preparations": "need.customer_id",
    "requirements": "customer_id",
    "escalations": "customer_id",
    "options": "need.customer_id",
    "decisions": "customer_id",
    "contacts": "customer_id",
    "promises": "customer_id",
    "meetings": "customer_id",
    "meeting_items": "meeting.customer_id",
    "cadences": "customer_id",
    "customer_activities": "customer_id",
    "inbox": "customer_id",
    "improvements": "customers",
    "surveys": "customers",
    "survey_questions": "survey.customers",
    "survey_answers": "customer_id",
}
ORGANISATIONS = {
    "organisation", "units", "teams", "people", "roles_in_it", "team_members", "team_periods", "suppliers",
    "calendar_days", "services", "supplier_contracts", "dependencies", "packages", "outages", "maintenance_windows",
    "log_complete", "restoration_wish", "exchange_rates", "prices", "costs", "cost_shares",
}  # fmt: skip
"""Open to all of IT: the tree, teams, the portfolio and what it costs (decision 018)."""
KEPT = {
    Kind.CHOICE, Kind.YES_NO, Kind.LINK, Kind.LINKS, Kind.MONTH, Kind.YEAR, Kind.PERIOD, Kind.LOCAL_TIME, Kind.CLOCK,
}  # fmt: skip
"""What can hold nothing rare: one of a few words, or another row's id, which is planted in its own table."""
ALSO_KEPT = {
    ("customers", "id"), ("customers", "person"),  # who she is decides what everybody sees
    ("needs", "state"), ("needs", "decider"),  # words that rules read
    ("value_scores", "score"), ("survey_questions", "number"), ("survey_answers", "number"),  # too small
    ("survey_answers", "sheet"),
    ("improvements", "weeks"), ("cadences", "weeks"),  # added to days
}  # fmt: skip
IN_PLACE = {
    "customers", "planned_consumption", "actual_consumption", "cadences", "survey_answers", "value_scores",
}  # fmt: skip
"""Rows that are changed where they stand; of all others one more is made."""

LEFT_OUT = {
    "escalation",
    "complaint",
    "merged_into",
    "parked_from",
    "replaces",
    "part_of",
    "option",
}
"""Links that settle something, or take a row off the page; each row is planted in its own right."""
CUSTOMERS = tuple(f"C{number:02}" for number in range(1, 13))
TOKEN = re.compile(r"(?i)zq(\d\d)w(\d+)")
FIGURE = re.compile(r"(?<![\d.,])73[.,]?(0[1-9]|1[0-2])[.,]?(\d{3,})")
YEAR = re.compile(
    r"(?<!\d)20(4[1-9]|5[0-2])-\d\d-\d\d|\b\d{1,2} [A-Z][a-z]+\.? 20(4[1-9]|5[0-2])\b"
)
SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f,](?=\d{3})")


class Planting:
    """Plants rows of every kind for each customer, and knows afterwards what each rare thing is."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self.rows: dict[tuple[str, str], Record] = {}

    def plant(self) -> Planting:
        """Plant every customer's tables, once with the days of the demo and once with rare days."""
        for table in (one for one in TABLES if one.name in WHOSE):
            rows = list(table.model.objects.all())
            for customer in CUSTOMERS:
                template = _template(table, rows, customer)
                if template is not None:
                    if table.name not in IN_PLACE and {"id", "date"} & {*table.key}:
                        self._plant(table, customer, copy(template), is_dated=True)
                    self.rows[table.name, customer] = self._plant(table, customer, copy(template))
        return self

    def _plant(self, table: Table, customer: str, row: Record, *, is_dated: bool = False) -> Record:
        for column in table.columns:
            if (table.name, column.name) in ALSO_KEPT:
                continue
            if column.kind in (Kind.PERSON, Kind.PEOPLE):
                id_ = str(self._rare(table, column, customer))
                Person.objects.create(id=id_, name=id_)
                setattr(row, column.field, id_ if column.kind is Kind.PERSON else [id_])
            elif column.kind in (Kind.LINK, Kind.LINKS):
                self._point(row, table, column, customer)
            elif column.kind is Kind.DATE and not is_dated:
                continue
            elif column.kind not in KEPT:
                setattr(row, column.field, self._rare(table, column, customer))
        if table.name not in IN_PLACE and table.key != ("id",):
            row.pk = None
        if table.name not in IN_PLACE:
            row._state.adding = True
        row.save()
        return row

    def _point(self, row: Record, table: Table, column: Column, customer: str) -> None:
        """Let a link lead to what is hers: planted, or nowhere; what is the organisation's stays."""
        if column.to == "customers":
            setattr(row, column.field, customer if column.kind is Kind.LINK else [customer])
        elif column.to in WHOSE:
            hers = self.rows.get((column.to, customer))
            is_hers = hers is not None and column.to != table.name and column.name not in LEFT_OUT
            if column.kind is Kind.LINK:
                setattr(row, column.field, hers.pk if is_hers else None)
            else:
                setattr(row, column.field, [hers.pk] if is_hers else [])

    def _rare(self, table: Table, column: Column, customer: str) -> object:
        number, place = len(self.places), f"{table.name}.{column.name}"
        whose = int(customer[1:])
        if column.kind in (Kind.DECIMAL, Kind.WHOLE):
            digits = f"73{whose:02}5{number:04}"
            self.places[digits] = place
            scale = 10**7 if column.maximum is not None and column.maximum <= 100 else 1
            return int(digits) if column.kind is Kind.WHOLE else Decimal(digits) / scale
        if column.kind is Kind.DATE:
            self.places[f"day {number}"] = place
            return date(2040 + whose, 1 + number % 12, 1 + number % 28)
        token = f"zq{whose:02}w{number:04}"
        self.places[token] = place
        return [token] if column.kind is Kind.NAMES else token

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (customer, what) for everything planted that a text tells."""
        for match in TOKEN.finditer(text):
            yield f"C{match[1]}", self.places.get(match[0].lower(), match[0])
        for match in YEAR.finditer(text):
            yield f"C{int(match[1] or match[2]) - 40:02}", f"the day {match[0]}"
        for match in FIGURE.finditer(SPACES.sub("", text)):
            digits = f"73{match[1]}{match[2][:5]}"
            yield f"C{match[1]}", self.places.get(digits, f"the figure {match[0]}")


def _template(table: Table, rows: list[Record], customer: str) -> Record | None:
    """Return a row of the demo that is this customer's, or else anybody's, to be made hers."""
    if table.name == "survey_answers":  # words, which are not reckoned
        rows = [row for row in rows if " " in row.answer]
    hers = [row for row in rows if whose_row(table, row) == {customer}]
    others = () if table.name in IN_PLACE else rows
    return next(iter([*hers, *others]), None)


def whose_row(table: Table, row: object) -> set[str]:
    """Return the customers a row belongs to."""
    value = row
    for name in WHOSE[table.name].split("."):
        value = getattr(value, name) if value is not None else None
    return {value} if isinstance(value, str) else set(value or ())
