"""The customer's own page: what she gets, what it costs, what she would stop; no IT words (A4, S1-05, S5-07).

Amounts are in her own currency where the rates are known; those of a list are rounded so that they add up. Everything
said here is read by somebody who has fifteen minutes a quarter and a phone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from domestique.agreements.choices import AGREED
from domestique.agreements.queries import lines_visible_to
from domestique.answers.customer.customer import CustomerPage, ServiceLine, customer_page
from domestique.answers.money.bills import BillPage, BillRow, bill_page
from domestique.answers.needs.need_stands import Stands, stands_of
from domestique.findings.findings import needs_waiting
from domestique.findings.grouped import findings_seen_by
from domestique.parties.queries import day_for, holding_on
from domestique.quantities.errors import Refusal
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.models import Decision, Need
from domestique.relations.needs.need_state import state_told
from domestique.relations.queries import decisions_visible_to
from domestique.telling.briefly import adding_up
from domestique.telling.chips import Chip
from domestique.telling.months import name_of_month
from domestique.vocabulary.speech import number, short_money

MOST_SERVICES = 6
MOST_TO_STOP = 5
KEPT = {
    "met": Chip("met", say("as promised")),
    "near": Chip("near", say("only just as promised")),
    "missed": Chip("missed", say("less than promised")),
}
BUILT = {
    "met": Chip("met", say("as it is built to be")),
    "near": Chip("near", say("only just as it is built to be")),
    "missed": Chip("missed", say("less than it is built for")),
}
NOT_KNOWN = Chip("unknown", say("not known"))


@dataclass(frozen=True, slots=True)
class Got:
    """One service in her words: how it went, what it has cost so far, and why it might be stopped."""

    name: str
    chip: Chip
    note: Sentence | None
    amount: Sentence
    doubt: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Confirmable:
    """A line of an agreement that holds whose value she has not said herself: only she is asked."""

    agreement: str
    service: str
    name: str
    price: Decimal | None


BillPart: TypeAlias = tuple[Sentence, Sentence]
"""One part of the bill, or of why it moved: the words, and the amount (positive: dearer for her)."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What she asked for: how far it has come, for whom it waits and since how many days, and what she was answered.

    ``is_waiting`` when it waits for her alone. An answer stands here once she has been told it.
    """

    id: str
    need: str
    state: Sentence
    is_waiting: bool
    waits_for: Sentence | None
    days: int | None
    answer: str
    told_on: date | None


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page. ``rest`` sums up the services that are not named one by one, ``total`` all whose cost is known."""

    id: str
    day: date
    name: str
    headline: Sentence
    pace: tuple[Sentence, ...]
    currency: str
    ask: Sentence
    words: str
    said_on: date | None
    is_heard: bool
    needs: tuple[AskedFor, ...]
    told: tuple[Decision, ...]
    right: Sentence
    got: tuple[Got, ...]
    rest_count: int
    rest_amount: Sentence
    total: Sentence
    cost: Sentence
    agreed: Sentence | None
    parts: tuple[BillPart, ...]
    dearest: tuple[BillPart, ...]
    to_stop: tuple[Got, ...]
    to_confirm: tuple[Confirmable, ...]


def own_page(viewer: Viewer, customer_id: str, clock: date) -> OwnPage | None:
    """Return a customer's own page; ``None`` if there is no such customer."""
    page = customer_page(viewer, customer_id, clock)
    if page is None:
        return None
    bill = _bill_in_own_money(viewer, page)
    rows = {row.service: row for row in bill.rows}
    costs = [row.actual if (row := rows.get(line.service)) else None for line in page.lines]
    every, rest = range(len(costs)), range(MOST_SERVICES, len(costs))
    *amounts, rest_amount, total = _amounts(costs, [*([i] for i in every), rest, every], bill)
    services = tuple(
        _got(line, rows.get(line.service), amount)
        for line, amount in zip(page.lines, amounts, strict=True)
    )
    doubted = sorted(
        (i for i in every if services[i].doubt), key=lambda i: (-(costs[i] or 0), services[i].name)
    )
    team = page.customer.team if page.customer.team_id else None
    newest = page.mood.newest if page.mood else None
    day = day_for(viewer, clock)
    return OwnPage(
        id=customer_id,
        day=day,
        name=page.name,
        headline=_headline(page, bill),
        pace=tuple(_pace(page, bill)),
        currency=bill.currency,
        ask=_whom_to_ask(team.customer_manager if team else ""),
        words=newest.words if newest else "",
        said_on=newest.date if newest else None,
        is_heard=viewer.may_hear(customer_id),
        needs=_asked(viewer, page.needs, needs_waiting(findings_seen_by(viewer, clock)), day),
        told=tuple(_told(viewer, customer_id)),
        right=_right(page),
        got=services[:MOST_SERVICES],
        rest_count=len(rest),
        rest_amount=rest_amount,
        total=total,
        cost=_cost(bill),
        agreed=_agreed(bill),
        parts=tuple(_parts(bill)),
        dearest=tuple(
            (say("%(service)s", service=row.name), short_money(row.change, bill.currency))
            for row in bill.rows[:3]
            if row.change
        ),
        to_stop=tuple(services[i] for i in doubted[:MOST_TO_STOP]),
        to_confirm=tuple(_to_confirm(viewer, page, day)),
    )


def _to_confirm(viewer: Viewer, page: CustomerPage, day: date) -> Iterable[Confirmable]:
    """Yield the lines that hold on the day whose value she has not said herself; none to anybody else."""
    if not viewer.person or viewer.person != page.customer.person:
        return
    names = {line.service: line.name for line in page.lines}
    held = lines_visible_to(viewer).filter(
        holding_on(day, "agreement__"),
        agreement__customer_id=page.customer.id,
        agreement__status__in=AGREED,
    )
    for line in held.exclude(confirmed_by=viewer.person):
        name = names.get(line.service_id, line.service_id)
        yield Confirmable(line.agreement_id, line.service_id, name, line.unit_price)


def _asked(
    viewer: Viewer, needs: Sequence[Need], waiting: frozenset[str], day: date
) -> tuple[AskedFor, ...]:
    stands = stands_of(viewer, day)
    return tuple(_need(one, stands, day, is_waiting=one.id in waiting) for one in needs)


def _need(need: Need, stands: Stands, day: date, *, is_waiting: bool) -> AskedFor:
    """Return one need with the answer and the age of the one that speaks for it, where it is part of another."""
    card, whole = stands.cards[need.id], need.merged_into_id or need.id
    steps = [step.date for step in stands.steps.get(whole, ())]
    decision = stands.decisions.get(whole)
    told_on = decision.told_back_on if decision else None
    return AskedFor(
        need.id,
        need.need,
        state_told(need.state),
        is_waiting,
        None if is_waiting else card.waits_for,
        (day - max(steps)).days if steps else None,
        decision.decision if decision and told_on else "",
        told_on,
    )


def _told(viewer: Viewer, customer_id: str) -> Iterable[Decision]:
    """Return what she was told of questions that were no need of hers, the newest first."""
    decided = decisions_visible_to(viewer).filter(customer_id=customer_id, need__isnull=True)
    return decided.filter(told_back_on__isnull=False).order_by("-told_back_on", "id")


def _whom_to_ask(manager: str) -> Sentence:
    if not manager:
        return say("Nobody has been named yet who answers for everything IT does for you.")
    return say("Questions? %(person)s answers for everything IT does for you.", person=manager)


def _bill_in_own_money(viewer: Viewer, page: CustomerPage) -> BillPage:
    """Return the bill in the currency of her budget, or in the organisation's where rates are missing."""
    unit = page.customer.unit if page.customer.unit_id else None
    own = unit.currency if unit else ""
    try:
        bill = bill_page(viewer, page.customer.id, currency=own)
    except Refusal:
        bill = bill_page(viewer, page.customer.id)
    assert bill is not None  # noqa: S101 - the customer was found a moment ago
    return bill


def _actual(bill: BillPage) -> Decimal | None:
    if bill.bill is None or bill.bill.actual is None:
        return None
    return from_minor(bill.bill.actual, bill.currency)


def _headline(page: CustomerPage, bill: BillPage) -> Sentence:
    count, actual = len(page.lines), _actual(bill)
    if not count:
        return say("We do not know yet what you get from us.")
    if actual is None or bill.stretch is None:
        return say_counted(
            "You get %(count)s service from us. We do not know yet what it costs.",
            "You get %(count)s services from us. We do not know yet what they cost.",
            count,
        )
    got = say_counted(
        "You get %(count)s service for %(amount)s so far in %(year)s.",
        "You get %(count)s services for %(amount)s so far in %(year)s.",
        count,
        amount=short_money(actual, bill.currency),
        year=str(bill.stretch.year),
    )
    if bill.change is None:
        return say("%(got)s Nothing of it was planned.", got=got)
    if abs(bill.change) < Fraction(5, 10_000):
        return say("%(got)s That is as planned.", got=got)
    percent = number(abs(bill.change) * 100, 1)
    if bill.change > 0:
        return say("%(got)s That is %(percent)s %% more than planned.", got=got, percent=percent)
    return say("%(got)s That is %(percent)s %% less than planned.", got=got, percent=percent)


def _pace(page: CustomerPage, bill: BillPage) -> Iterator[Sentence]:
    """Say where the year is heading, and what the budget is."""
    if bill.forecast is None or bill.forecast.value is None:
        return
    yield say(
        "At this pace the year ends at %(amount)s.",
        amount=short_money(bill.forecast.value, bill.currency),
    )
    unit = page.customer.unit if page.customer.unit_id else None
    if unit is not None and unit.it_budget and (unit.currency or bill.currency) == bill.currency:
        yield say("Your budget is %(amount)s.", amount=short_money(unit.it_budget, bill.currency))


def _right(page: CustomerPage) -> Sentence:
    """Say what was promised and kept, and apart from it how what nobody promised went."""
    known = [line for line in page.lines if line.chip.state in KEPT]
    promised = [line.chip.state == "missed" for line in known if line.is_promised]
    built = [line.chip.state == "missed" for line in known if not line.is_promised]
    if page.month is None or not known:
        return say("We do not know yet whether it is as good as it should be.")
    month = name_of_month(page.month)
    if not built:
        return _kept(promised, month)
    apart = say_counted(
        "Without an agreement in %(month)s: %(count)s of %(known)s was less than it is built for.",
        "Without an agreement in %(month)s: %(count)s of %(known)s were less than they are built for.",
        sum(built),
        known=len(built),
        month=month,
    )
    if not any(built):
        apart = say("Without an agreement in %(month)s: all as it is built to be.", month=month)
    return (
        say("%(kept)s %(apart)s", kept=_kept(promised, month), apart=apart) if promised else apart
    )


def _kept(promised: Sequence[bool], month: Sentence) -> Sentence:
    if not any(promised):
        return say("Everything we promised was kept in %(month)s.", month=month)
    return say_counted(
        "Not all of it: %(count)s of %(known)s was less than promised in %(month)s.",
        "Not all of it: %(count)s of %(known)s were less than promised in %(month)s.",
        sum(promised),
        known=len(promised),
        month=month,
    )


def _amounts(
    amounts: Sequence[Decimal | None], lines: Sequence[Sequence[int]], bill: BillPage
) -> list[Sentence]:
    """Say sums of amounts so that they add up; one of which nothing is known is said so."""
    said = adding_up([amount or 0 for amount in amounts], lines, bill.currency)
    return [
        amount if any(amounts[i] is not None for i in line) else short_money(None, bill.currency)
        for amount, line in zip(said, lines, strict=True)
    ]


def _got(line: ServiceLine, row: BillRow | None, amount: Sentence) -> Got:
    chip = (KEPT if line.is_promised else BUILT).get(line.chip.state, NOT_KNOWN)
    return Got(line.name, chip, _note(line), amount, _doubt(line, row))


def _note(line: ServiceLine) -> Sentence | None:
    level = line.level
    if level is None or level.downtime_minutes is None or not level.downtime_minutes:
        return None
    if level.allowed_minutes is None:
        return say("It was away %(was)s minutes.", was=round(level.downtime_minutes))
    return say(
        "It was away %(was)s minutes; we promised at most %(allowed)s."
        if line.is_promised
        else "It was away %(was)s minutes; it is built to be away at most %(allowed)s.",
        was=round(level.downtime_minutes),
        allowed=int(level.allowed_minutes),
    )


def _doubt(line: ServiceLine, row: BillRow | None) -> Sentence | None:
    """Return why she might stop a service; nothing if nothing speaks for it."""
    if row is not None and row.volume is not None and row.volume < 0:
        return say("You use less of it than you planned.")
    if line.worth.state == "unknown":
        return say("You have not told us whether it is worth its price.")
    return None


def _cost(bill: BillPage) -> Sentence:
    actual = _actual(bill)
    if actual is None or bill.planned is None:
        return say("We do not know yet what it costs.")
    return say(
        "%(amount)s so far; %(planned)s was planned.",
        amount=short_money(actual, bill.currency),
        planned=short_money(bill.planned, bill.currency),
    )


def _agreed(bill: BillPage) -> Sentence | None:
    """Say what the prices agreed with her change, against the price list."""
    amount = short_money(abs(bill.against_list), bill.currency)
    if bill.against_list < 0:
        return say(
            "By prices agreed with you that is %(amount)s less than by the price list.",
            amount=amount,
        )
    if bill.against_list > 0:
        return say(
            "By prices agreed with you that is %(amount)s more than by the price list.",
            amount=amount,
        )
    return None


def _parts(bill: BillPage) -> list[BillPart]:
    """Lead from the plan to what it costs: by use, by price, and by the exchange rate where it moved."""
    parts = list(_moved(bill))
    every = range(len(parts))
    amounts = [amount for _, amount in parts]
    said = _amounts(amounts, [*([i] for i in every), every], bill)
    return (
        list(zip([text for text, _ in parts] + [say("In all")], said, strict=True)) if parts else []
    )


def _moved(bill: BillPage) -> Iterator[tuple[Sentence, Decimal]]:
    variance = bill.bill.variance if bill.bill else None
    if variance is None or bill.planned is None:
        return
    yield say("What was planned"), bill.planned
    volume, price, rate = (
        from_minor(amount, bill.currency)
        for amount in (variance.volume, variance.price, variance.currency)
    )
    used = {True: say("You used more"), False: say("You used less")}
    yield used[volume > 0] if volume else say("You used what you planned"), volume
    dearer = {True: say("It got dearer"), False: say("It got cheaper")}
    yield dearer[price > 0] if price else say("Nothing got dearer"), price
    if rate:
        moved = {
            True: say("The exchange rate made it dearer"),
            False: say("The exchange rate made it cheaper"),
        }
        yield moved[rate > 0], rate
