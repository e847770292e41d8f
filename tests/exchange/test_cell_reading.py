"""What a cell of each kind is read as, and what is said where it cannot be."""

# ruff: noqa: E501 - each sentence stands whole on one line, beside the cell it is about
# ruff: noqa: DTZ001 - local times have no time zone

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.exchange.reading.numbers import read_decimal
from domestique.exchange.reading.readers import reader_of
from domestique.exchange.written import as_text
from domestique.quantities.sentence import say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Column, Kind, Table
from domestique.records.tables import TABLES, table_named


def read(place: str, cell: Any) -> Any:
    """Read a cell of a column given as ``services.id``."""
    table, _, column = place.partition(".")
    return reader_of(table_named(table), table_named(table).by_name[column])(cell)


def refused(place: str, cell: Any) -> str:
    """Return the sentence with which a cell is refused."""
    with pytest.raises(Unreadable) as refusal:
        read(place, cell)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("place", "cell", "value"),
    [
        ("services.id", " S01 ", "S01"),
        ("services.id", 12.0, "12"),
        ("services.name_sv", "Gro\u0308n", "Grön"),
        ("services.rto_minutes", "240", 240),
        ("services.rto_minutes", "12.0", 12),
        ("services.rto_minutes", 12.0, 12),
        ("services.availability_target", "99.80", Decimal("99.8")),
        ("services.availability_target", 0.1 + 0.2, Decimal("0.3")),
        ("units.budget", "-.50", Decimal("-0.5")),
        ("units.budget", "-0", Decimal(0)),
        ("units.budget", "-.00", Decimal(0)),
        ("outages.starts", "2026-10-25 01:30", datetime(2026, 10, 25, 1, 30)),
        ("outages.starts", "2026-10-25T01:30:05", datetime(2026, 10, 25, 1, 30, 5)),
        (
            "outages.starts",
            datetime(2026, 10, 25, 1, 29, 59, 999_998),
            datetime(2026, 10, 25, 1, 30),
        ),
        ("outages.starts", date(2026, 10, 25), datetime(2026, 10, 25)),
        ("prices.from", "2026-12-31", date(2026, 12, 31)),
        ("prices.from", datetime(2026, 12, 31), date(2026, 12, 31)),
        ("actual_consumption.month", "2026-10", "2026-10"),
        ("actual_consumption.month", date(2026, 10, 1), "2026-10"),
        ("planned_consumption.year", 2026.0, 2026),
        ("costs.period", 2026, "2026"),
        ("costs.period", "2026-10", "2026-10"),
        ("calendar_days.opens", "6:00", "06:00"),
        ("calendar_days.closes", "24:00", "24:00"),
        ("calendar_days.opens", time(6, 30), "06:30"),
        ("services.kind", "Customer-Facing", "customer-facing"),
        ("agreement_lines.value_confirmed", "Yes", True),
        ("agreement_lines.value_confirmed", False, False),
        ("services.service_hours", "race days 06-22", "race days 06-22"),
        ("organisation.time_zone", "Europe/Helsinki", "Europe/Helsinki"),
        ("costs.currency", "sek", "SEK"),
        ("units.country", "fi", "FI"),
        ("packages.services", "S24 S27  S24", ["S24", "S27"]),
        ("packages.services", "-", []),
        ("teams.service_owners", "Karin Öberg; Mats  Ullén;", ["Karin Öberg", "Mats Ullén"]),
    ],
)
def test_cell_is_read_as_value(place: str, cell: Any, value: Any) -> None:
    assert read(place, cell) == value
    assert type(read(place, cell)) is type(value)


@pytest.mark.parametrize(
    ("place", "empty"),
    [
        ("services.rto_minutes", None),
        ("services.owner", ""),
        ("units.parent", None),
        ("services.state", "live"),
        ("organisation.currency", "SEK"),
        ("packages.services", []),
    ],
)
def test_empty_cell_clears_to_nothing_or_the_default(place: str, empty: Any) -> None:
    assert read(place, " ") == empty
    assert read(place, None) == empty


@pytest.mark.parametrize(
    ("place", "cell", "sentence"),
    [
        ("services.id", "", "The cell is empty; every row needs “id”."),
        ("services.id", "S 01", "The id “S 01” has a space in it, and spaces separate the ids of a list; write for example S-01."),
        ("services.id", "S" * 101, "The text is 101 characters long; at most 100 are kept here."),
        ("services.owner", "Kar\x07in", "The text “Kar�in” holds a character that cannot be shown; take it out."),
        ("units.budget", "99,8", "“99,8” has a decimal comma; decimals are written with a point: 99.8."),
        ("units.budget", "1.234,50", "“1.234,50” is not understood as a number; decimals are written with a point, thousands without a separator, and no unit beside the number: 1234.50."),
        ("units.budget", "1,234", "“1,234” can mean two numbers; decimals are written with a point and thousands without a separator: 1.234 or 1234."),
        ("units.budget", "12 %", "“12 %” is not understood as a number; decimals are written with a point, thousands without a separator, and no unit beside the number: 12."),
        ("units.budget", "much", "“much” is not a number; write digits, and decimals after a point, for example 1234.5, or leave the cell empty when it is not known."),
        ("units.budget", True, "“yes” is not a number; write digits, and decimals after a point, for example 1234.5, or leave the cell empty when it is not known."),
        ("units.budget", float("nan"), "“nan” is not a number; write digits, and decimals after a point, for example 1234.5, or leave the cell empty when it is not known."),
        ("units.budget", "1.005", "“1.005” has more than 2 decimals; round it to at most 2 decimals."),
        ("units.budget", f"1.{'0' * 30}1", f"“1.{'0' * 30}1” has more than 2 decimals; round it to at most 2 decimals."),
        ("units.budget", "10000000000000", "“10000000000000” is too large; at most 15 digits are kept, 2 of them decimals, so 13 before the point."),
        ("units.headcount", "1 200", "“1 200” is not understood as a number; decimals are written with a point, thousands without a separator, and no unit beside the number: 1200."),
        ("units.headcount", "12.5", "“12.5” has decimals, and only whole numbers are taken here, for example 12."),
        ("units.headcount", "-1", "-1 is out of range; it must be from 0 to 2147483647."),
        ("services.availability_target", "100.1", "100.1 is out of range; it must be from 0 to 100."),
        ("prices.unit_price", "-1", "-1 is too small; it must be 0 or more."),
        ("prices.from", "31/12/2026", "“31/12/2026” is not written as dates are here; write year-month-day: 2026-12-31."),
        ("prices.from", "01.02.2026", "“01.02.2026” is not a day of the calendar; write year-month-day, for example 2026-12-31."),
        ("prices.from", "2026-13-01", "“2026-13-01” is not a day of the calendar; write year-month-day, for example 2026-12-31."),
        ("prices.from", 46387, "“46387” is not a day of the calendar; write year-month-day, for example 2026-12-31."),
        ("prices.from", datetime(2026, 12, 31, 8), "“2026-12-31 08:00:00” has a time of day, and only a day is taken here: 2026-12-31."),
        ("outages.starts", "2026-10-25", "“2026-10-25” is not a local time; write day and time, for example 2026-10-25 01:30."),
        ("outages.starts", "2026-10-25T01:30Z", "“2026-10-25T01:30Z” names a time zone; write the organisation's local time without one, for example 2026-10-25 01:30."),
        ("actual_consumption.month", "10/2026", "“10/2026” is not written as months are here; write year and month: 2026-10."),
        ("actual_consumption.month", "2026-13", "“2026-13” is not a month; write year and month, for example 2026-10."),
        ("planned_consumption.year", "26", "“26” is not a year; write four digits, for example 2026."),
        ("costs.period", "Q3", "“Q3” is neither a year nor a month; write for example 2026 or 2026-10."),
        ("calendar_days.opens", "25:00", "“25:00” is not a time of day; write hours, or hours and minutes, from 00:00 to 24:00."),
        ("services.kind", "suporting", "“suporting” is not one of customer-facing, supporting; did you mean supporting?"),
        ("services.kind", "both", "“both” is not one of customer-facing, supporting."),
        ("agreement_lines.value_confirmed", "maybe", "“maybe” is neither yes nor no."),
        ("organisation.time_zone", "Europe/Stokholm", "There is no time zone “Europe/Stokholm”; did you mean Europe/Stockholm?"),
        ("organisation.time_zone", "home", "There is no time zone “home”; write continent and city, for example Europe/Stockholm."),
        ("costs.currency", "kr", "“kr” is not a currency; write its three letters, for example SEK."),
        ("units.country", "Sweden", "“Sweden” is not a country; write its two letters, for example SE."),
        ("packages.services", "S24, S27", "The ids in “S24, S27” must be separated by spaces: S24 S27."),
    ],
)  # fmt: skip
def test_cell_is_refused_with_what_would_be_accepted(place: str, cell: Any, sentence: str) -> None:
    assert refused(place, cell) == sentence


def test_service_hours_are_refused_as_the_calendar_refuses_them() -> None:
    assert refused("services.service_hours", "sometimes").startswith(
        "“sometimes” is not understood as service hours; write for example 24x7, Mon-Fri 07-18"
    )
    assert "07:00" not in refused("services.service_hours", "Mon-Fri 18-07")


@given(st.decimals(min_value=-(10**9) + 1, max_value=10**9 - 1, places=6))
def test_any_decimal_is_read_back_as_it_was_written(number: Decimal) -> None:
    column = Column("amount", "amount", Kind.DECIMAL, say("An amount."), places=6)
    assert read_decimal(column, f"{number:f}") == number
    assert read_decimal(column, number) == number


ANY_COLUMN = st.sampled_from([(table, column) for table in TABLES for column in table.columns])
ANY_CELL = (
    st.text(max_size=20)
    | st.text("0123456789-:./, TMonSat", max_size=16)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.datetimes()
    | st.dates()
    | st.times()
    | st.none()
)


@settings(max_examples=400)
@given(ANY_COLUMN, ANY_CELL)
def test_any_cell_is_read_or_refused_with_a_sentence(
    where: tuple[Table, Column], cell: Any
) -> None:
    read_cell, kind = reader_of(*where), where[1].kind
    try:
        value = read_cell(cell)
    except Unreadable as refusal:
        sentence = str(refusal)
        assert sentence.endswith((".", "?"))
        return
    assert read_cell(as_text(value, kind)) == value
