"""Questions on their way up, with options and what they would do to the price; and what was decided and not told back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from domestique.answers.needs.entered_for import entered_for
from domestique.consumption.queries import planned_units_of_services
from domestique.parties.models import Customer
from domestique.parties.queries import (
    customer_visible_to,
    customers_visible_to,
    organisation_of,
    today_of,
)
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.rounding import round_half_even
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum
from domestique.relations.models import Decision, Escalation, Need, Option
from domestique.relations.needs.deciding import FORUMS
from domestique.relations.needs.escalating import LADDER, is_overdue
from domestique.relations.needs.queries import who_asked
from domestique.relations.people_queries import around, dated_members, managers, members_of_steering
from domestique.relations.queries import decisions_visible_to, escalations_visible_to

MOST_DECIDED = 50


OptionLine: TypeAlias = "tuple[Option, Sentence | None]"
"""One way to answer, with what it does to the price."""


@dataclass(frozen=True, slots=True)
class EscalatedQuestion:
    """An escalation: the question, where it lies, by when, the options, and what came of it."""

    escalation: Escalation
    customer_name: str
    forum_name: Sentence
    days_left: int | None
    is_overdue: bool
    is_open: bool
    need_text: str
    services: tuple[tuple[str, str], ...]
    options: tuple[OptionLine, ...]
    decision: Decision | None
    manager: str
    steps: tuple[tuple[str, Sentence, bool], ...]

    @property
    def due(self) -> Sentence:
        """Say by when it must be decided."""
        due_on = self.escalation.due_on
        if due_on is None:
            return say("no day is set")
        if self.is_overdue:
            return say_counted(
                "overdue since %(day)s, %(count)s day",
                "overdue since %(day)s, %(count)s days",
                -(self.days_left or 0),
                day=due_on,
            )
        return say("by %(day)s", day=due_on)


@dataclass(frozen=True, slots=True)
class Untold:
    """A decision that nobody was told, and who waits to hear it."""

    decision: Decision
    customer_name: str
    asked: tuple[str, ...]
    days: int
    manager: str


@dataclass(frozen=True, slots=True)
class Escalations:
    """The page: open questions by forum, what was not told back, and what was decided."""

    headline: Sentence
    open: tuple[EscalatedQuestion, ...]
    untold: tuple[Untold, ...]
    decided: tuple[EscalatedQuestion, ...]
    customers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One escalation with who can decide it."""

    question: EscalatedQuestion
    who_decides: tuple[str, ...]
    who_asked: tuple[str, ...]
    entered: Sentence | None


def price_effect(
    cost: Decimal | None, units: Decimal | None, unit: str, currency: str
) -> Sentence | None:
    """Say what a yearly cost adds to the price of a unit: the cost shared by the year's planned units.

    ``None`` where the cost or the units are not known; nothing is added by nothing.
    """
    if cost is None or not units:
        return None
    if not cost:
        return say("the price stays as it is")
    added = round_half_even(Fraction(cost) / Fraction(units), 0)
    return say(
        "about %(added)s %(currency)s more per %(unit)s", added=added, currency=currency, unit=unit
    )


def escalations_page(viewer: Viewer, clock: date) -> Escalations:
    """Return the page in a number of queries that does not grow with the questions."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    questions = escalated_questions(
        viewer, day, escalations_visible_to(viewer), organisation.currency
    )
    open_ones = tuple(one for one in questions if one.is_open)
    untold = untold_of(viewer, day)

    def highest_first(one: EscalatedQuestion) -> tuple[int, date]:
        return -LADDER.index(one.escalation.forum), one.escalation.due_on or day

    return Escalations(
        _headline(open_ones, untold),
        tuple(sorted(open_ones, key=highest_first)),
        untold,
        tuple(one for one in questions if not one.is_open)[:MOST_DECIDED],
        tuple((one.id, one.name) for one in customers_visible_to(viewer)),
    )


def question_page(viewer: Viewer, escalation_id: str, clock: date) -> QuestionPage | None:
    """Return one escalation; ``None`` if there is none such for this viewer."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    found = escalations_visible_to(viewer).filter(pk=escalation_id)
    questions = escalated_questions(viewer, day, found, organisation.currency)
    if not questions:
        return None
    question = questions[0]
    decision = question.decision
    asked = who_asked([decision])[decision.id] if decision else ()
    who = tuple(sorted(_who_decides(viewer, question, day)))
    return QuestionPage(question, who, asked, entered_for(decision) if decision else None)


def _who_decides(viewer: Viewer, question: EscalatedQuestion, day: date) -> frozenset[str]:
    forum = question.escalation.forum
    if forum == Forum.STEERING:
        return members_of_steering(day)
    customer = customer_visible_to(viewer, question.escalation.customer_id)
    if customer is None:
        return frozenset()
    people = around(viewer, customer, day)
    lowest = people.service_owners if forum == LADDER[0] else frozenset()
    return (people.managers | lowest | {customer.person}) - {""}


def escalated_questions(
    viewer: Viewer, day: date, escalations: Iterable[Escalation], currency: str
) -> tuple[EscalatedQuestion, ...]:
    """Return escalations as they are shown."""
    rows = list(escalations)
    ids = [one.id for one in rows]
    decisions = {
        str(one.escalation_id): one
        for one in Decision.objects.filter(escalation_id__in=ids).select_related(
            "option", "escalation", "customer"
        )
    }
    given = Option.objects.filter(escalation_id__in=ids).order_by("id")
    options = gathered((str(option.escalation_id), option) for option in given)
    customers = {one.id: one for one in customers_visible_to(viewer)}
    about = {id_ for one in rows for id_ in one.services}
    services = {one.id: one for one in services_visible_to(viewer).filter(pk__in=about)}
    facing = {id_ for id_, one in services.items() if one.kind == ServiceKind.CUSTOMER_FACING}
    dated, units = dated_members(day), planned_units_of_services(viewer, day.year)
    behind = Need.objects.filter(pk__in=[one.need_id for one in rows if one.need_id])
    needs = dict(behind.values_list("id", "need"))

    def line(option: Option, about: Sequence[str]) -> OptionLine:
        carried = [id_ for id_ in about if id_ in facing]
        effect = None
        if len(carried) == 1:
            unit = services[carried[0]].unit
            effect = price_effect(option.yearly_cost, units.get(carried[0]), unit, currency)
        return option, effect

    def question(one: Escalation) -> EscalatedQuestion:
        customer: Customer | None = customers.get(one.customer_id)
        days = (one.due_on - day).days if one.due_on else None
        is_open = one.withdrawn_on is None and one.id not in decisions
        return EscalatedQuestion(
            escalation=one,
            customer_name=customer.name if customer else one.customer_id,
            forum_name=FORUMS[one.forum],
            days_left=days,
            is_overdue=is_open and is_overdue(one.due_on, day),
            is_open=is_open,
            need_text=needs.get(one.need_id or "", ""),
            services=tuple(
                (id_, services[id_].name if id_ in services else id_) for id_ in one.services
            ),
            options=tuple(line(option, one.services) for option in options[one.id]),
            decision=decisions.get(one.id),
            manager=managers(customer.team if customer else None, dated)[0],
            steps=tuple((step, FORUMS[step], step == one.forum) for step in LADDER),
        )

    return tuple(question(one) for one in rows)


def untold_of(viewer: Viewer, day: date) -> tuple[Untold, ...]:
    """Return the decisions that were not told back, the oldest first."""
    customers = {one.id: one for one in customers_visible_to(viewer)}
    dated = dated_members(day)
    open_ones = decisions_visible_to(viewer).filter(told_back_on__isnull=True)
    rows = list(open_ones.select_related("escalation", "customer").order_by("decided_on", "id"))
    asked = who_asked(rows)

    def untold(one: Decision) -> Untold:
        customer = customers.get(one.customer_id)
        return Untold(
            one,
            customer.name if customer else one.customer_id,
            asked[one.id],
            (day - one.decided_on).days,
            managers(customer.team if customer else None, dated)[0],
        )

    return tuple(untold(one) for one in rows)


def _headline(open_ones: Sequence[EscalatedQuestion], untold: Sequence[Untold]) -> Sentence:
    if not open_ones and not untold:
        return say("No question waits, and every answer is told back.")
    return say(
        "%(open)s, %(untold)s.",
        open=say_counted(
            "%(count)s question waits for a decision",
            "%(count)s questions wait for a decision",
            len(open_ones),
        ),
        untold=say_counted(
            "%(count)s answer is not told back",
            "%(count)s answers are not told back",
            len(untold),
        ),
    )
