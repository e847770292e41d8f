"""Named reads of what was promised, and whether what lies beneath can keep it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q

from domestique.agreements import chain
from domestique.agreements.amending import LineChange, LineStage, LineText, stages
from domestique.agreements.choices import AGREED, AgreementStatus, AmendmentStatus
from domestique.agreements.comparison import ChainCheck
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.agreements.notice import Contract
from domestique.agreements.promised import Pair, Term, levels_promised_in, term_on
from domestique.portfolio.choices import DependencyKind, LifeCycle, ServiceKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import contracts_on, edges_visible_to, supplier_names
from domestique.quantities.period import Month
from domestique.records.memory.kept_rows import kept
from domestique.records.viewer import Viewer
from domestique.records.whose import visible

agreements_visible_to = visible(Agreement)
"""The agreements of the customers this viewer may see."""
lines_visible_to = visible(AgreementLine, joined=("agreement",))
"""The lines of those agreements, each with its agreement."""
amendments_visible_to = visible(Amendment, joined=("agreement",))
"""The amendments of those agreements, each with its agreement."""


def chain_of_services(viewer: Viewer, day: date) -> tuple[ChainCheck, ChainCheck, ChainCheck]:
    """Hold every service's level against its hard prerequisites, the product of all of them, and its suppliers' contracts.

    Of contracts those count that hold on the day.
    """
    levels = _levels(viewer)
    hard = DependencyKind.HARD
    needs = [(above, needed) for above, needed, kind in edges_visible_to(viewer) if kind == hard]
    names = supplier_names(viewer)
    contracts = contracts_on(viewer, day).values_list(
        "id", "supplier_id", "services", "availability"
    )
    carried = [
        chain.ContractLevel(id_, names.get(supplier, supplier), tuple(services), level)
        for id_, supplier, services, level in contracts
    ]
    return (*chain.check_needs(levels, needs), chain.check_suppliers(levels, carried))


def chain_of_customers(viewer: Viewer, day: date) -> ChainCheck:
    """Hold what agreements promise her customers on a day against what the services are built for."""
    return chain.check_customer_promises(_levels(viewer), _promises(viewer, day))


def contracts_to_end(viewer: Viewer, day: date) -> list[Contract]:
    """Return the contracts with suppliers that hold on a day, as notice is reckoned from them, in two queries."""
    names = supplier_names(viewer)
    rows = contracts_on(viewer, day).values_list("id", "supplier_id", "ends", "notice_months")
    return [
        Contract(id_, names.get(supplier, supplier), ends, notice)
        for id_, supplier, ends, notice in rows
    ]


def _levels(viewer: Viewer) -> list[chain.ServiceLevel]:
    columns = ("id", "availability_target", "kind", "state")
    return [
        chain.ServiceLevel(id_, target, kind == ServiceKind.CUSTOMER_FACING)
        for id_, target, kind, state in kept(Service).rows(columns)
        if state != LifeCycle.RETIRED
    ]


def _promises(viewer: Viewer, day: date) -> Iterator[chain.CustomerPromise]:
    """Yield what is promised on a day, by the dates of the agreements."""
    for (customer, service), terms in promised_terms_of(viewer).items():
        term = term_on(terms, day)
        if term is not None:
            yield chain.CustomerPromise(term.agreement, customer, service, term.target)


def strictest_promised_in(
    viewer: Viewer, month: Month, service_ids: Iterable[str] | None = None
) -> dict[str, Decimal]:
    """Return by service the highest level an agreement of a month promises anybody.

    It is a fact about the service, and the same whoever looks.
    """
    everything = replace(viewer, customers=None, voices=None)
    promised: dict[str, Decimal] = {}
    terms = promised_terms_of(everything, service_ids)
    for (_, service), target in levels_promised_in(terms, month).items():
        promised[service] = max(target, promised.get(service, target))
    return promised


def promised_terms_of(
    viewer: Viewer,
    service_ids: Iterable[str] | None = None,
    customer_ids: Collection[str] | None = None,
) -> dict[Pair, tuple[Term, ...]]:
    """Return the terms of each customer and service, the newest last, in two queries.

    An agreement that has ended without anybody noting when is left out: it may never have held. A line that was amended
    is a term before its day, and another from that day on.
    """
    asked = Q(agreement__status__in=AGREED) | Q(
        agreement__status=AgreementStatus.ENDED, agreement__ends__isnull=False
    )
    if service_ids is not None:
        asked &= Q(service_id__in=list(service_ids))
    if customer_ids is not None:
        asked &= Q(agreement__customer_id__in=customer_ids)
    changes = changes_accepted(viewer, asked)
    around = "agreement__customer_id", "agreement__starts", "agreement__ends"
    rows = (
        lines_visible_to(viewer)
        .filter(asked)
        .values_list("agreement_id", "service_id", *around, *TEXT)
    )
    found: dict[Pair, list[Term]] = defaultdict(list)
    for agreement, service, customer, starts, ends, *text in rows:
        line = LineText(*text)
        own = changes.pop((agreement, service), None)
        if own:
            terms = _terms_of(agreement, service, stages(line, starts, ends, own.changes))
        else:
            row = f"{agreement} {service}"
            terms = [Term(agreement, line.level, starts, ends, line.price, row)]
        found[customer, service] += terms
    for (agreement, service), added in changes.items():
        terms = _terms_of(agreement, service, stages(None, None, added.ends, added.changes))
        found[added.customer, service] += terms
    return {pair: tuple(sorted(terms, key=lambda term: term.age)) for pair, terms in found.items()}


TEXT = ("content", "availability_target", "planned_units", "unit_price")
"""The fields of a line that say what it promises, in the order of ``LineText``."""


@dataclass(slots=True)
class Amended:
    """The accepted changes of one line, with the customer and the last day of its agreement."""

    customer: str
    ends: date | None
    changes: list[LineChange] = field(default_factory=list)


def changes_accepted(viewer: Viewer, asked: Q) -> dict[tuple[str, str], Amended]:
    """Return the amendments that were accepted, by agreement and service, in one query."""
    rows = amendments_visible_to(viewer).filter(asked, status=AmendmentStatus.ACCEPTED)
    around = "agreement__customer_id", "agreement__ends"
    found: dict[tuple[str, str], Amended] = {}
    for agreement, service, customer, ends, day, is_out, *text in rows.values_list(
        "agreement_id", "service_id", *around, "valid_from", "taken_out", *TEXT
    ):
        own = found.setdefault((agreement, service), Amended(customer, ends))
        own.changes.append(LineChange(day, LineText(*text), is_out))
    return found


def _terms_of(agreement: str, service: str, held: Iterable[LineStage]) -> list[Term]:
    """Return the terms of a line that was amended, or added by an amendment."""
    return [
        Term(
            agreement,
            stage.text.level,
            stage.starts,
            stage.ends,
            stage.text.price,
            f"{agreement} {service} {stage.amended_from}"
            if stage.amended_from
            else f"{agreement} {service}",
            "amendments" if stage.amended_from else "agreement_lines",
        )
        for stage in held
    ]


def values_confirmed(viewer: Viewer, customer_id: str | None = None) -> dict[Pair, bool | None]:
    """Return whether customers confirmed what services are worth: the newest line they accepted that says so.

    A line in which nobody was asked, and one that is only a draft or proposed, takes nothing back.
    """
    lines = lines_visible_to(viewer).exclude(
        agreement__status__in=(AgreementStatus.DRAFT, AgreementStatus.PROPOSED)
    )
    if customer_id is not None:
        lines = lines.filter(agreement__customer_id=customer_id)
    rows = lines.order_by("agreement__starts", "agreement_id").values_list(
        "agreement__customer_id", "service_id", "value_confirmed"
    )
    said: dict[Pair, bool | None] = {}
    for customer, service, confirmed in rows:
        pair = (customer, service)
        said[pair] = said.get(pair) if confirmed is None else confirmed
    return said
