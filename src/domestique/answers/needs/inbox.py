"""The inbox: what nobody has sorted first, with its age; then where everything went, and what the desk hears (S1-26, S3-15)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from domestique.improvement.choices import SourceType, Triage
from domestique.improvement.models import Improvement, InboxItem
from domestique.improvement.queries import inbox_visible_to, thanks_visible_to
from domestique.improvement.triage import (
    BECOMES_NEED,
    KEYS,
    SOURCES,
    WAYS,
    WENT,
    Lying,
    is_untold,
    lies_unanswered,
    lies_unsorted,
)
from domestique.parties.queries import customers_visible_to, day_for
from domestique.portfolio.queries import services_to_choose, services_visible_to
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer

DESK = "desk"
MOST_UNSORTED = 100
MOST_THANKS = 12


ALL_WAYS = tuple((value, KEYS[value], WAYS[value]) for value in Triage.values)
ALL_SOURCES = tuple((value, SOURCES[value]) for value in SourceType.values)


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One item with everything that is known of it; ``must_answer`` are the owners of the services it is about."""

    item: InboxItem
    source: Sentence
    age_days: int
    customer_name: str
    services: tuple[tuple[str, str], ...]
    went: Sentence
    became_need: bool
    must_answer: str
    is_late: bool
    is_untold: bool


Thanks: TypeAlias = "tuple[Improvement, str]"
"""A change that was born from what the desk heard, and what that was."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """The page: the answer, what waits to be sorted (the oldest first), and what was answered but not told back."""

    headline: Sentence
    unsorted: tuple[InboxRow, ...]
    more_unsorted: int
    untold: tuple[InboxRow, ...]
    is_desk: bool
    heard: tuple[InboxRow, ...]
    thanks: tuple[Thanks, ...]
    customers: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str], ...]


def inbox_page(viewer: Viewer, clock: date, source: str = "") -> Inbox:
    """Return the inbox, or only what the desk hears, in a fixed number of queries."""
    day = day_for(viewer, clock)
    is_desk = source == DESK
    items = inbox_visible_to(viewer)
    if is_desk:
        items = items.filter(source=SourceType.OBSERVATION)
    unsorted = list(items.filter(triage=""))
    untold = list(items.filter(answered_on__isnull=False, told_back_on__isnull=True))
    heard = list(items.order_by("-times", "received_on", "id")) if is_desk else []
    names = _Names.of(viewer, [*unsorted[:MOST_UNSORTED], *untold, *heard])
    shown = _rows(unsorted[:MOST_UNSORTED], names, day)
    return Inbox(
        headline=_headline(unsorted, day),
        unsorted=shown,
        more_unsorted=len(unsorted) - len(shown),
        untold=_rows(untold, names, day),
        is_desk=is_desk,
        heard=_rows(heard, names, day),
        thanks=_thanks(viewer, heard) if is_desk else (),
        customers=tuple(names.customers.items()),
        services=services_to_choose(viewer),
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """How customers and services are called, and who owns a service."""

    customers: dict[str, str]
    services: dict[str, str]
    owners: dict[str, str]

    @classmethod
    def of(cls, viewer: Viewer, items: Iterable[InboxItem]) -> _Names:
        """Fetch those that some items name, for a viewer."""
        named = {id_ for item in items for id_ in item.services}
        services = list(services_visible_to(viewer).filter(pk__in=named))
        return cls(
            {one.id: one.name for one in customers_visible_to(viewer)},
            {one.id: one.name for one in services},
            {one.id: one.owner for one in services},
        )


def sorted_rows(viewer: Viewer, items: Sequence[InboxItem], day: date) -> tuple[InboxRow, ...]:
    """Return the rows of one page of what was sorted."""
    return _rows(items, _Names.of(viewer, items), day)


def _rows(items: Iterable[InboxItem], names: _Names, day: date) -> tuple[InboxRow, ...]:
    return tuple(_row(item, names, day) for item in items)


def _row(item: InboxItem, names: _Names, day: date) -> InboxRow:
    lying = Lying(item.source, item.received_on, item.triage, item.answered_on, item.told_back_on)
    owners = dict.fromkeys(names.owners.get(id_, "") for id_ in item.services)
    customer = item.customer_id or ""
    return InboxRow(
        item=item,
        source=SOURCES[item.source],
        age_days=(day - item.received_on).days,
        customer_name=names.customers.get(customer, customer),
        services=tuple((id_, names.services.get(id_, id_)) for id_ in item.services),
        went=WENT[item.triage],
        became_need=item.triage in BECOMES_NEED,
        must_answer=", ".join(str(owner) for owner in owners if owner),
        is_late=lies_unsorted(lying, day) or lies_unanswered(lying, day),
        is_untold=is_untold(lying),
    )


def _headline(unsorted: Sequence[InboxItem], day: date) -> Sentence:
    if not unsorted:
        return say("Everything that came in is sorted.")
    oldest = (day - min(item.received_on for item in unsorted)).days
    return say(
        "%(waiting)s, the oldest for %(days)s.",
        waiting=say_counted(
            "%(count)s thing waits to be sorted",
            "%(count)s things wait to be sorted",
            len(unsorted),
        ),
        days=say_counted("%(count)s day", "%(count)s days", oldest),
    )


def _thanks(viewer: Viewer, heard: Iterable[InboxItem]) -> tuple[Thanks, ...]:
    """Return what was done because the desk spoke up, the newest first."""
    born = {item.became: item.text for item in heard if item.triage == Triage.IMPROVE}
    done = thanks_visible_to(viewer).filter(pk__in=[id_ for id_ in born if id_])[:MOST_THANKS]
    return tuple((one, born[one.id]) for one in done)
