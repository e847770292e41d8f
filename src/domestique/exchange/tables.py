"""All tables there are, in the order in which they are loaded and written."""

from __future__ import annotations

from domestique.exchange.definitions.deciding import (
    DECISIONS,
    ESCALATIONS,
    NEED_STEPS,
    OPTIONS,
    PREPARATIONS,
    REQUIREMENTS,
)
from domestique.exchange.definitions.delivery import (
    ACTUAL_CONSUMPTION,
    AGREEMENT_LINES,
    AGREEMENTS,
    MAINTENANCE_WINDOWS,
    OUTAGES,
    PLANNED_CONSUMPTION,
)
from domestique.exchange.definitions.feelings import (
    ALTERNATIVES,
    COMPLAINTS,
    SURVEY_ANSWERS,
    SURVEY_QUESTIONS,
    SURVEYS,
    VALUE_SCORES,
)
from domestique.exchange.definitions.improving import IMPROVEMENTS, INBOX
from domestique.exchange.definitions.meeting import (
    CADENCES,
    CONTACTS,
    MEETING_ITEMS,
    MEETINGS,
    PROMISES,
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
from domestique.exchange.definitions.people import (
    MANDATES,
    PEOPLE,
    ROLES_IN_IT,
    TEAM_MEMBERS,
    TEAM_PERIODS,
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
from domestique.records.columns import Column, Kind, Table

__all__ = ["STARTING_TABLES", "TABLES", "Column", "Kind", "Table", "table_named"]

TABLES: tuple[Table, ...] = (
    ORGANISATION,
    UNITS,
    TEAMS,
    CUSTOMERS,
    ORDERERS,
    PEOPLE,
    ROLES_IN_IT,
    TEAM_MEMBERS,
    TEAM_PERIODS,
    MANDATES,
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
    VALUE_SCORES,
    ALTERNATIVES,
    COMPLAINTS,
    NEEDS,
    NEED_STEPS,
    PREPARATIONS,
    REQUIREMENTS,
    ESCALATIONS,
    OPTIONS,
    DECISIONS,
    CONTACTS,
    PROMISES,
    MEETINGS,
    MEETING_ITEMS,
    CADENCES,
    CUSTOMER_ACTIVITIES,
    INBOX,
    IMPROVEMENTS,
    SURVEYS,
    SURVEY_QUESTIONS,
    SURVEY_ANSWERS,
)
STARTING_TABLES = ("customers", "services", "planned_consumption")
_BY_NAME = {table.name: table for table in TABLES}


def table_named(name: str) -> Table:
    """Return the table of a name; a ``KeyError`` if there is none."""
    return _BY_NAME[name]
