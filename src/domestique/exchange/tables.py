"""All tables there are, in the order in which they are loaded and written."""

from __future__ import annotations

from domestique.exchange.columns import Column, Kind, Table
from domestique.exchange.definitions.delivery import (
    ACTUAL_CONSUMPTION,
    AGREEMENT_LINES,
    AGREEMENTS,
    MAINTENANCE_WINDOWS,
    OUTAGES,
    PLANNED_CONSUMPTION,
)
from domestique.exchange.definitions.money import COST_SHARES, COSTS, EXCHANGE_RATES, PRICES
from domestique.exchange.definitions.parties import (
    CUSTOMERS,
    ORDERERS,
    ORGANISATION,
    SUPPLIERS,
    TEAMS,
    UNITS,
)
from domestique.exchange.definitions.portfolio import (
    CALENDAR_DAYS,
    DEPENDENCIES,
    GOALS,
    PACKAGES,
    RESTORATION_WISH,
    SERVICES,
)
from domestique.exchange.definitions.relations import CUSTOMER_ACTIVITIES, NEEDS, PULSES

__all__ = ["STARTING_TABLES", "TABLES", "Column", "Kind", "Table", "table_named"]

TABLES: tuple[Table, ...] = (
    ORGANISATION,
    UNITS,
    TEAMS,
    CUSTOMERS,
    ORDERERS,
    SUPPLIERS,
    CALENDAR_DAYS,
    SERVICES,
    DEPENDENCIES,
    PACKAGES,
    GOALS,
    AGREEMENTS,
    AGREEMENT_LINES,
    PLANNED_CONSUMPTION,
    ACTUAL_CONSUMPTION,
    OUTAGES,
    MAINTENANCE_WINDOWS,
    RESTORATION_WISH,
    EXCHANGE_RATES,
    PRICES,
    COSTS,
    COST_SHARES,
    PULSES,
    NEEDS,
    CUSTOMER_ACTIVITIES,
)
STARTING_TABLES = ("customers", "services", "planned_consumption")
_BY_NAME = {table.name: table for table in TABLES}


def table_named(name: str) -> Table:
    """Return the table of a name; a ``KeyError`` if there is none."""
    return _BY_NAME[name]
