"""The four answers of the portfolio, all of it or what belongs to one service, one customer or one need."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from domestique.answers.portfolio.life_cycle import PIPELINE
from domestique.answers.portfolio.portfolio import (
    CustomerEntry,
    NeedEntry,
    Portfolio,
    ServiceEntry,
    portfolio_of,
)
from domestique.quantities.errors import Worded
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.needs.need_state import NeedStage

Entry = TypeVar("Entry", ServiceEntry, NeedEntry, CustomerEntry)
STAGES = (NeedStage.WAITING, NeedStage.DECIDED, NeedStage.FULFILLED, NeedStage.DECLINED)


class NotInThePortfolio(Worded):
    """A service, customer or need that is not there, or not for this reader."""


NOT_THERE = {
    "service": "There is no service %(id)s, so nothing is filtered.",
    "customer": "There is no customer %(id)s, so nothing is filtered.",
    "need": "There is no need %(id)s, so nothing is filtered.",
}


@dataclass(frozen=True, slots=True)
class Use:
    """A customer who uses what is chosen; ``units`` of it where it is one service."""

    customer: CustomerEntry
    units: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class FourAnswers:
    """What is developed, for which needs, what is offered, who uses it.

    ``candidates`` are needs that wait for something nobody offers: not developed yet, and not forgotten.
    """

    headline: Sentence
    reason: Sentence | None
    coming: tuple[ServiceEntry, ...]
    candidates: tuple[NeedEntry, ...]
    needs: tuple[NeedEntry, ...]
    offered: tuple[ServiceEntry, ...]
    users: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What belongs together: these services, needs and customers; ``None`` is all of them."""

    services: frozenset[str] | None = None
    needs: frozenset[str] | None = None
    customers: frozenset[str] | None = None
    service: str = ""


@while_unchanged
def answered(viewer: Viewer, clock: date, kind: str = "", id_: str = "") -> FourAnswers:
    """Answer the four questions of the portfolio this viewer sees; remembered until a record changes."""
    return answer_four_questions(portfolio_of(viewer, clock), kind, id_)


def answer_four_questions(portfolio: Portfolio, kind: str = "", id_: str = "") -> FourAnswers:
    """Answer the four questions; ``kind`` is ``service``, ``customer`` or ``need``. Raises ``NotInThePortfolio``."""
    chosen = _chosen(portfolio, kind, id_)
    services = _kept(portfolio.services.values(), chosen.services)
    needs = sorted(_kept(portfolio.needs.values(), chosen.needs), key=_urgency)
    return FourAnswers(
        headline=_headline(portfolio, kind, id_),
        reason=None if kind else _stages(needs),
        coming=tuple(service for service in services if service.state in PIPELINE),
        candidates=tuple(need for need in needs if need.why_new),
        needs=tuple(needs),
        offered=tuple(service for service in services if service.is_offered),
        users=tuple(
            Use(customer, *_units(portfolio, customer.id, chosen.service))
            for customer in _kept(portfolio.customers.values(), chosen.customers)
        ),
    )


def _chosen(portfolio: Portfolio, kind: str, id_: str) -> Chosen:
    if kind == "service" and id_ in portfolio.services:
        return Chosen(
            services=frozenset({id_}),
            needs=frozenset(one.id for one in portfolio.needs.values() if _names(one, id_)),
            customers=portfolio.users.get(id_, frozenset()),
            service=id_,
        )
    if kind == "customer" and id_ in portfolio.customers:
        hers = [one for one in portfolio.needs.values() if one.customer == id_]
        named = {service for one in hers for service, _ in one.services}
        return Chosen(
            services=portfolio.uses.get(id_, frozenset()) | named,
            needs=frozenset(one.id for one in hers),
            customers=frozenset({id_}),
        )
    if kind == "need" and id_ in portfolio.needs:
        services = frozenset(service for service, _ in portfolio.needs[id_].services)
        users = [portfolio.users.get(service, frozenset()) for service in services]
        return Chosen(services, frozenset({id_}), frozenset().union(*users))
    if kind:
        raise NotInThePortfolio(say(NOT_THERE[kind], id=id_))
    return Chosen()


def _names(need: NeedEntry, service: str) -> bool:
    return any(id_ == service for id_, _ in need.services)


def _kept(entries: Iterable[Entry], ids: frozenset[str] | None) -> list[Entry]:
    return [entry for entry in entries if ids is None or entry.id in ids]


def _urgency(need: NeedEntry) -> tuple[int, bool, str]:
    return (STAGES.index(need.stage), need.why_new is None, need.id)


def _units(portfolio: Portfolio, customer: str, service: str) -> tuple[Decimal | None, str]:
    if not service:
        return None, ""
    units = portfolio.planned.get(customer, {}).get(service)
    return units, portfolio.services[service].unit


def _headline(portfolio: Portfolio, kind: str, id_: str) -> Sentence:
    if kind == "service":
        return _about_service(portfolio.services[id_])
    if kind == "customer":
        return _about_customer(portfolio.customers[id_])
    if kind == "need":
        return _about_need(portfolio.needs[id_])
    if not portfolio.services and not portfolio.needs:
        return say("Nothing is offered, developed or asked for yet.")
    waiting = [need for need in portfolio.needs.values() if need.waits]
    return say(
        "%(offered)s, %(coming)s, %(needs)s.",
        offered=say_counted(
            "%(count)s service is offered",
            "%(count)s services are offered",
            len(portfolio.offered),
        ),
        coming=_coming(sum(len(portfolio.in_state(state)) for state in PIPELINE)),
        needs=_waiting(len(waiting), sum(need.why_new is not None for need in waiting)),
    )


def _coming(count: int) -> Sentence:
    if not count:
        return say("none is being developed")
    return say_counted("%(count)s is being developed", "%(count)s are being developed", count)


def _waiting(count: int, new: int) -> Sentence:
    if not count:
        return say("no need waits")
    waits = say_counted("%(count)s need waits", "%(count)s needs wait", count)
    if not new:
        return waits
    return say("%(waits)s; %(new)s of them for something nobody offers", waits=waits, new=new)


def _stages(needs: Iterable[NeedEntry]) -> Sentence | None:
    counts = Counter(need.stage for need in needs)
    if not counts:
        return None
    return say_counted(
        "Of %(count)s need %(waiting)s waits, %(decided)s is decided and on its way, "
        "%(fulfilled)s is fulfilled and %(declined)s declined.",
        "Of %(count)s needs %(waiting)s wait, %(decided)s are decided and on their way, "
        "%(fulfilled)s are fulfilled and %(declined)s declined.",
        counts.total(),
        waiting=counts[NeedStage.WAITING],
        decided=counts[NeedStage.DECIDED],
        fulfilled=counts[NeedStage.FULFILLED],
        declined=counts[NeedStage.DECLINED],
    )


def _about_service(service: ServiceEntry) -> Sentence:
    return say(
        "%(service)s has %(customers)s, and %(needs)s.",
        service=service.name,
        customers=say_counted("%(count)s customer", "%(count)s customers", service.customers)
        if service.customers
        else say("no customer"),
        needs=_pointing(service.needs),
    )


def _pointing(count: int) -> Sentence:
    if not count:
        return say("no need that waits points at it")
    return say_counted(
        "%(count)s need that waits points at it", "%(count)s needs that wait point at it", count
    )


def _about_customer(customer: CustomerEntry) -> Sentence:
    return say(
        "%(customer)s uses %(services)s, and %(needs)s.",
        customer=customer.name,
        services=say_counted("%(count)s service", "%(count)s services", customer.services),
        needs=_waiting(customer.needs, 0),
    )


def _about_need(need: NeedEntry) -> Sentence:
    if need.why_new:
        return say("“%(need)s” waits for something nobody offers.", need=need.text)
    texts = {
        NeedStage.WAITING: "“%(need)s” waits.",
        NeedStage.DECIDED: "“%(need)s” is decided and on its way.",
        NeedStage.FULFILLED: "“%(need)s” is fulfilled.",
        NeedStage.DECLINED: "“%(need)s” was declined.",
    }
    return say(texts[need.stage], need=need.text)
