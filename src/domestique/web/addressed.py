"""What an address names, found before its page begins: a route writes ``<need:need_id>``, whatever the view calls it.

Each kind is found by the query that takes the viewer. What is not there, or not for her, is said in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import ResolverMatch, register_converter
from django.urls.converters import PathConverter, StringConverter

from domestique.access.errors import OtherCustomer
from domestique.access.queries import whom_to_ask
from domestique.agreements.queries import agreements_visible_to
from domestique.improvement.improvement_errors import ImprovementNotThere
from domestique.improvement.improvement_queries import improvement_visible_to
from domestique.improvement.queries import inbox_visible_to
from domestique.parties.queries import teams_visible_to
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.models import Record
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


def customer_or_who_can(viewer: Viewer, customer_id: str) -> None:
    """Refuse a customer whose business the viewer may not see, as ``OtherCustomer``, who names whom to ask."""
    if not viewer.may_see_customer(customer_id):
        found = whom_to_ask(customer_id)
        if found is not None:
            customer, whom = found
            raise OtherCustomer(person=viewer.person, customer=customer, whom=whom)


def _one_of(query: Query, nothing: Callable[[str], Sentence]) -> Find:
    def find(viewer: Viewer, id_: str) -> Record:
        record: Record | None = query(viewer).filter(pk=id_).first()
        if record is None:
            raise NothingHere(nothing(id_))
        return record

    return find


def _improvement(viewer: Viewer, id_: str) -> Record:
    try:
        return improvement_visible_to(viewer, id_)
    except ImprovementNotThere:
        raise NothingHere(say("There is no improvement %(id)s.", id=id_)) from None


_IN_ONE_PART: Mapping[str, Find] = {
    "contact": _one_of(contacts_visible_to, lambda id_: say("There is no contact %(id)s.", id=id_)),
    "promised": _one_of(
        promises_visible_to, lambda id_: say("There is no promise %(id)s.", id=id_)
    ),
    "meeting": _one_of(meetings_visible_to, lambda id_: say("There is no meeting %(id)s.", id=id_)),
    "item": _one_of(items_visible_to, lambda id_: say("There is no item %(id)s.", id=id_)),
}
"""Kinds whose ids have no slash in an address, because words stand behind them that would be taken for a part."""
_IN_PARTS: Mapping[str, Find] = {
    CUSTOMER: customer_or_who_can,
    "service": _one_of(services_visible_to, lambda id_: say("There is no service %(id)s.", id=id_)),
    "offer": _one_of(
        services_visible_to,
        lambda id_: say("There is no service %(id)s in the catalogue.", id=id_),
    ),
    "team": _one_of(teams_visible_to, lambda id_: say("There is no customer team %(id)s.", id=id_)),
    "agreement": _one_of(
        agreements_visible_to, lambda id_: say("There is no agreement %(id)s.", id=id_)
    ),
    "need": _one_of(needs_visible_to, lambda id_: say("There is no need %(id)s.", id=id_)),
    "requirement": _one_of(
        requirements_visible_to, lambda id_: say("There is no requirement %(id)s.", id=id_)
    ),
    "escalation": _one_of(
        escalations_visible_to, lambda id_: say("There is no escalation %(id)s.", id=id_)
    ),
    "decision": _one_of(
        decisions_visible_to, lambda id_: say("There is no decision %(id)s.", id=id_)
    ),
    "inbox": _one_of(
        inbox_visible_to, lambda id_: say("There is nothing %(id)s in the inbox.", id=id_)
    ),
    "alternative": _one_of(
        alternatives_visible_to, lambda id_: say("There is no alternative %(id)s.", id=id_)
    ),
    "complaint": _one_of(
        complaints_visible_to, lambda id_: say("There is no complaint %(id)s.", id=id_)
    ),
    "improvement": _improvement,
    "survey": _one_of(surveys_visible_to, lambda id_: say("There is no survey %(id)s.", id=id_)),
}
KINDS: Mapping[str, Find] = {**_IN_ONE_PART, **_IN_PARTS}

for _name in _IN_ONE_PART:
    register_converter(StringConverter, _name)
for _name in _IN_PARTS:
    register_converter(PathConverter, _name)


def find_named(request: HttpRequest, match: ResolverMatch, viewer: Viewer) -> None:
    """Find all that an address names, and keep the last of it. Refuses ``OtherCustomer``; raises ``NothingHere``."""
    for kind, argument in _NAMED.findall(match.route):
        if kind in KINDS:
            request.META[KEPT] = KINDS[kind](viewer, match.kwargs[argument])


def record_named(request: HttpRequest) -> Record | None:
    """Return what the address of a request names, as it was found at the entrance."""
    found: Record | None = request.META.get(KEPT)
    return found


def customer_named(match: ResolverMatch) -> str | None:
    """Return the customer whose page an address is."""
    named = dict(_NAMED.findall(match.route))
    return match.kwargs[named[CUSTOMER]] if CUSTOMER in named else None
