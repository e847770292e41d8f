"""What an address names, found before its page begins: a route writes ``<need:need_id>``, whatever the view calls it.

Each kind is found by the query that takes the viewer. What is not there, or not for her, is said in its sentence.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import ResolverMatch, register_converter, reverse
from django.urls.converters import PathConverter, StringConverter

from domestique.access.errors import OtherCustomer
from domestique.access.queries import whom_to_ask
from domestique.agreements.queries import agreements_visible_to
from domestique.improvement.errors import ImprovementNotThere
from domestique.improvement.queries import improvement_visible_to, inbox_visible_to
from domestique.parties.queries import teams_visible_to
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.ids.former_queries import FormerIds, former_ids
from domestique.records.models import Record
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.relations.meetings.queries import (
    contacts_visible_to,
    items_visible_to,
    meetings_visible_to,
    promises_visible_to,
)
from domestique.relations.queries import (
    decisions_visible_to,
    escalations_visible_to,
    needs_visible_to,
    requirements_visible_to,
)
from domestique.satisfaction.queries import alternatives_visible_to, complaints_visible_to
from domestique.satisfaction.surveys.queries import surveys_visible_to
from domestique.web.asking import NothingHere

Find: TypeAlias = "Callable[[Viewer, str], Record | None]"
Query: TypeAlias = "Callable[[Viewer], QuerySet[Any, Any]]"
KEPT = "domestique.record"
CUSTOMER = "customer"
_NAMED = re.compile(r"<(\w+):(\w+)>")


@dataclass(frozen=True, slots=True)
class Nameable:
    """What can be named: how one is found for a viewer, of which table it is, and what is said where it is not."""

    find: Find
    table: str
    nothing: Sentence

    def not_there(self, id_: str) -> NothingHere:
        """Return the page that says that it is not there."""
        return NothingHere(say(self.nothing.text, id=id_))


def by(query: Query) -> Find:
    """Return what finds one by its id in what a viewer may see."""

    def find(viewer: Viewer, id_: str) -> Record | None:
        """Return the one she may see, or ``None`` as if there were none."""
        found: Record | None = query(viewer).filter(pk=id_).first()
        return found

    return find


def _customer(viewer: Viewer, customer_id: str) -> None:
    """Refuse a customer whose business the viewer may not see, as ``OtherCustomer``, who names whom to ask.

    Who may is not asked for her here: one in the address of a month may end where its service begins.
    """
    if not viewer.may_see_customer(customer_id):
        found = whom_to_ask(customer_id)
        if found is not None:
            customer, whom = found
            raise OtherCustomer(person=viewer.person, customer=customer, whom=whom)


def _improvement(viewer: Viewer, id_: str) -> Record | None:
    try:
        return improvement_visible_to(viewer, id_)
    except ImprovementNotThere:
        return None


_IN_ONE_PART = {
    "contact": Nameable(by(contacts_visible_to), "contacts", say("There is no contact %(id)s.")),
    "promised": Nameable(by(promises_visible_to), "promises", say("There is no promise %(id)s.")),
    "meeting": Nameable(by(meetings_visible_to), "meetings", say("There is no meeting %(id)s.")),
    "item": Nameable(by(items_visible_to), "meeting_items", say("There is no item %(id)s.")),
}
"""Kinds whose ids have no slash in an address, because words stand behind them that would be taken for a part."""
_IN_PARTS = {
    CUSTOMER: Nameable(_customer, "customers", say("There is no customer %(id)s.")),
    "service": Nameable(by(services_visible_to), "services", say("There is no service %(id)s.")),
    "offer": Nameable(
        by(services_visible_to), "services", say("There is no service %(id)s in the catalogue.")
    ),
    "team": Nameable(by(teams_visible_to), "teams", say("There is no customer team %(id)s.")),
    "agreement": Nameable(
        by(agreements_visible_to), "agreements", say("There is no agreement %(id)s.")
    ),
    "need": Nameable(by(needs_visible_to), "needs", say("There is no need %(id)s.")),
    "requirement": Nameable(
        by(requirements_visible_to), "requirements", say("There is no requirement %(id)s.")
    ),
    "escalation": Nameable(
        by(escalations_visible_to), "escalations", say("There is no escalation %(id)s.")
    ),
    "decision": Nameable(
        by(decisions_visible_to), "decisions", say("There is no decision %(id)s.")
    ),
    "inbox": Nameable(by(inbox_visible_to), "inbox", say("There is nothing %(id)s in the inbox.")),
    "alternative": Nameable(
        by(alternatives_visible_to), "alternatives", say("There is no alternative %(id)s.")
    ),
    "complaint": Nameable(
        by(complaints_visible_to), "complaints", say("There is no complaint %(id)s.")
    ),
    "improvement": Nameable(_improvement, "improvements", say("There is no improvement %(id)s.")),
    "survey": Nameable(by(surveys_visible_to), "surveys", say("There is no survey %(id)s.")),
}
KINDS: Mapping[str, Nameable] = {**_IN_ONE_PART, **_IN_PARTS}

for _name in _IN_ONE_PART:
    register_converter(StringConverter, _name)
for _name in _IN_PARTS:
    register_converter(PathConverter, _name)


def find_named(request: HttpRequest, match: ResolverMatch, viewer: Viewer) -> None:
    """Find all that an address names, and keep the last of it. Refuses ``OtherCustomer``; raises ``NothingHere``."""
    for kind, id_ in _named(match):
        record = request.META[KEPT] = KINDS[kind].find(viewer, id_)
        if record is None and kind != CUSTOMER:
            raise KINDS[kind].not_there(id_)


def record_named(request: HttpRequest) -> Record | None:
    """Return what the address of a request names, as it was found at the entrance."""
    found: Record | None = request.META.get(KEPT)
    return found


def not_there(request: HttpRequest) -> NothingHere:
    """Return what says that there is nothing of what the address of a request names."""
    match = request.resolver_match
    for kind, id_ in _named(match) if match else ():
        return KINDS[kind].not_there(id_)
    return NothingHere(say("There is no page %(path)s.", path=request.path))


def where_it_went(request: HttpRequest, viewer: Viewer) -> str | None:
    """Return the address of today for one that names an old id, as far as this viewer sees what it means."""
    match = request.resolver_match
    if match is None or request.method not in ("GET", "HEAD"):
        return None
    named = {**match.kwargs}
    former = former_ids()
    for converter, argument in _NAMED.findall(match.route):
        kind = converter if converter in KINDS else argument.removesuffix("_id")
        if kind in KINDS:
            id_ = _meant(former, KINDS[kind].table, named[argument])
            is_hers = viewer.may_see_customer(id_) if kind == CUSTOMER else True
            if is_hers and (kind == CUSTOMER or KINDS[kind].find(viewer, id_)):
                named[argument] = id_
    if {"table_name", "key"} <= named.keys():
        named["key"] = _key_of_today(former, named["table_name"], named["key"])
    if named == match.kwargs:
        return None
    asked = request.META.get("QUERY_STRING", "")
    return f"{reverse(match.view_name, kwargs=named)}{'?' if asked else ''}{asked}"


def _key_of_today(former: Mapping[str, FormerIds], name: str, key: str) -> str:
    """Return the key of a row with the id of today in the place of each old one."""
    columns = next((one.key_columns for one in TABLES if one.name == name), ())
    parts = key.split(" ") if len(columns) > 1 else [key]
    tables = [one.to or name for one in columns]
    pairs = zip_longest(tables, parts[: len(tables)], fillvalue="")
    return " ".join([*(_meant(former, *pair) for pair in pairs), *parts[len(tables) :]]).rstrip()


def _meant(former: Mapping[str, FormerIds], table: str, id_: str) -> str:
    known = former.get(table)
    return (known and known.meaning(id_)) or id_


def customer_named(match: ResolverMatch) -> str | None:
    """Return the customer whose page an address is."""
    return dict(_named(match)).get(CUSTOMER)


def _named(match: ResolverMatch) -> Iterator[tuple[str, str]]:
    for kind, argument in _NAMED.findall(match.route):
        if kind in KINDS:
            yield kind, match.kwargs[argument]
