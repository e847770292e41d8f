"""The cast: people of the demo organisation, what each may see and do, and whose words each must never meet.

The table is written by hand, from what the roles are for; ``access`` must come to the same from the picture.
"""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from domestique.access.queries import standing_on
from domestique.records.ability import Ability
from domestique.records.kind import Words
from domestique.records.tables import TABLES, Table, table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import path_to_customer
from domestique.relations.models import Promise
from domestique.satisfaction.models import Survey

TODAY = date(2026, 11, 21)
CAST = {
    "E": "Ebba Nyström",  # customer manager of Team Gul
    "T": "Tuomas Heikkilä",  # delivery manager of Team Gul
    "N": "Noor Rahimi",  # owns services, in all three teams
    "G": "Gunilla Stråhle",  # chief information officer, chairs the steering group
    "P": "Petri Salmela",  # IT controller
    "A": "Ahmed Yusuf",  # service desk
    "S": "Samira Haddad",  # the customer for Retail, in the steering group
    "J": "Johan Sandelin",  # the customer for City & E-bikes
    "M": "Mira Falk",  # orders for City & E-bikes
    "B": "Birger Hallström",  # heads the company, without a role
}
STRANGER = "Zaphod Beeblebrox"

MAY = {
    Ability.SEE_CATALOGUE: "ETNGPASJMB",
    Ability.SEE_SERVICES: "ETNGPA",
    Ability.SEE_OWN: "ETNGPSJM",
    Ability.SEE_PICTURE: "ETNGP",
    Ability.SEE_MONEY: "ETNGP",
    Ability.SEE_STEERING: "GPS",
    Ability.SEE_RECORDS: "ETNGP",
    Ability.CHANGE_RECORDS: "ETNGP",
    Ability.LOAD: "GP",
    Ability.NOTE: "ETNGPA",
    Ability.TRIAGE: "ETNG",
    Ability.WORK_WITH_CUSTOMERS: "ETNG",
    Ability.RAISE_NEED: "SJM",
    Ability.SAY: "SJ",
    Ability.KEEP_PRICES: "P",
    Ability.GIVE_ROLES: "G",
}
YELLOW = {"C01", "C10", "C11", "C12"}
CUSTOMERS: dict[str, set[str] | None] = {
    "E": YELLOW,
    "T": YELLOW,
    "N": {f"C{number:02}" for number in range(1, 13)},
    "G": None,
    "P": None,
    "A": None,
    "S": {"C04"},
    "J": {"C02"},
    "M": {"C02"},
    "B": set(),
}
HEARS_NOBODY = "AMB"


def customer_of(table: Table) -> str | None:
    """Return the way from a row to the one customer it is about."""
    links = (column.field for column in table.columns if column.name == "customer")
    return path_to_customer(table) or next(links, None)


WORDS = {
    table.name: tuple(column.name for column in table.columns if column.is_long)
    for table in TABLES
    if table.model.declared.words in (Words.WITH_THE_REST, Words.HEARD) and customer_of(table)
}
SHORTEST = 16
"""Shorter words than this are found everywhere by chance."""
OUR_OWN = {"The bill, line by line"}
"""What a page is headed with anyhow."""


def viewer_of(letter: str) -> Viewer:
    """Return how somebody of the cast looks today."""
    return standing_on(CAST[letter], TODAY).viewer


def words_kept_from(viewer: Viewer) -> set[str]:
    """Return the words of customers this person may not see, or may not hear, that no open customer says too.

    What was promised in the report of a survey is told to all who were asked, and so is no secret.
    """
    told = [promise for survey in Survey.objects.all() for promise in survey.promises]
    promised = Promise.objects.filter(pk__in=told).values_list("promise", "reason")
    open_to_her = {text for both in promised for text in both} | OUR_OWN
    kept: set[str] = set()
    for name, columns in WORDS.items():
        table = table_named(name)
        fields = [column.field for column in table.columns if column.name in columns]
        for customer, *texts in QuerySet(table.model).values_list(customer_of(table), *fields):
            is_heard = table.model.declared.words is Words.HEARD
            seen = viewer.may_hear if is_heard else viewer.may_see_customer
            is_open = not customer or seen(customer)
            (open_to_her if is_open else kept).update(text for text in texts if text)
    return {text for text in kept - open_to_her if len(text) >= SHORTEST}
