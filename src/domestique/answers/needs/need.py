"""One need: in the customer's words, who took which step when, and everything that belongs to its decision."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.answers.needs.entered_for import entered_for
from domestique.answers.needs.escalations import EscalatedQuestion, escalated_questions
from domestique.answers.needs.need_stands import NeedCard, Stands, stands_of
from domestique.improvement.models import InboxItem
from domestique.parties.models import Customer
from domestique.parties.queries import organisation_of, today_of
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer
from domestique.relations.choices import Step
from domestique.relations.models import (
    Contact,
    Decision,
    Need,
    NeedStep,
    Option,
    Preparation,
    Requirement,
)
from domestique.relations.needs.deciding import Matter, who_decides
from domestique.relations.needs.decision_queries import deciders_for, is_customers_alone
from domestique.relations.needs.need_steps import (
    ENDS,
    STEP_WORDS,
    likeness,
    newest_step,
    skipped_steps,
)
from domestique.relations.needs.queries import who_asked
from domestique.relations.queries import escalations_visible_to

ALIKE = 0.5
MOST_CONTACTS = 8
MOST_ALIKE = 5
TAKEN_HERE = tuple(
    step for step in Step.values if step not in (Step.CAPTURED, Step.DECIDED, Step.PREPARED)
)


@dataclass(frozen=True, slots=True)
class NeedPage:
    """The page; ``is_over`` where the need was fulfilled or declined."""

    day: date
    need: Need
    card: NeedCard
    customer: Customer | None
    currency: str
    goal: str
    services: tuple[tuple[str, str], ...]
    story: tuple[tuple[Sentence, NeedStep], ...]
    skipped: tuple[Sentence, ...]
    preparation: Preparation | None
    options: tuple[Option, ...]
    requirements: tuple[Requirement, ...]
    decision: Decision | None
    entered: Sentence | None
    who_decides: tuple[str, ...]
    mandates: tuple[Sentence, ...]
    is_customers_alone: bool
    who_asked: tuple[str, ...]
    escalations: tuple[EscalatedQuestion, ...]
    contacts: tuple[Contact, ...]
    origins: tuple[InboxItem, ...]
    whole: NeedCard | None
    parts: tuple[NeedCard, ...]
    alike: tuple[NeedCard, ...]
    next_steps: tuple[tuple[str, Sentence], ...]
    is_over: bool

    @property
    def may_be_decided(self) -> bool:
        """Whether nobody has decided it, here or elsewhere."""
        return (
            self.decision is None
            and self.whole is None
            and not self.is_over
            and not any(one.is_open for one in self.escalations)
        )


def need_page(viewer: Viewer, need_id: str, clock: date) -> NeedPage | None:
    """Return one need, in a fixed number of queries; ``None`` if there is none such for this viewer."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    stands = stands_of(viewer, day)
    need = stands.needs.get(need_id)
    if need is None:
        return None
    customer = stands.customers.get(need.customer_id)
    taken = stands.steps[need_id]
    steps = [one.step for one in taken]
    preparation = Preparation.objects.filter(need=need).first()
    decision = stands.decisions.get(need_id)
    names = service_names(viewer)
    who, mandates, alone = _deciders(viewer, customer, need, preparation, day)
    asked = who_asked([decision])[decision.id] if decision else ()
    return NeedPage(
        day=day,
        need=need,
        card=stands.cards[need_id],
        customer=customer,
        currency=organisation.currency,
        goal=need.goal.goal if need.goal_id and need.goal else "",
        services=tuple((id_, names.get(id_, id_)) for id_ in need.services),
        story=tuple((STEP_WORDS[one.step], one) for one in taken),
        skipped=tuple(STEP_WORDS[one] for one in skipped_steps(steps, newest_step(steps, ""))),
        preparation=preparation,
        options=tuple(Option.objects.filter(need=need)),
        requirements=tuple(Requirement.objects.filter(need=need).select_related("replaces")),
        decision=decision,
        entered=entered_for(decision) if decision else None,
        who_decides=who,
        mandates=mandates,
        is_customers_alone=alone,
        who_asked=asked,
        escalations=escalated_questions(
            viewer, day, escalations_visible_to(viewer).filter(need=need), organisation.currency
        ),
        contacts=tuple(Contact.objects.filter(need=need).order_by("-date", "id")[:MOST_CONTACTS]),
        origins=tuple(InboxItem.objects.filter(became=need_id).order_by("received_on", "id")),
        whole=stands.cards.get(need.merged_into_id or ""),
        parts=tuple(one for one in stands.cards.values() if one.need.merged_into_id == need_id),
        alike=_alike(need, stands),
        next_steps=tuple((step, STEP_WORDS[step]) for step in TAKEN_HERE),
        is_over=stands.cards[need_id].step in ENDS,
    )


def _deciders(
    viewer: Viewer,
    customer: Customer | None,
    need: Need,
    preparation: Preparation | None,
    day: date,
) -> tuple[tuple[str, ...], tuple[Sentence, ...], bool]:
    """Return who could decide it today, their mandates in words, and whether it is the customer's alone."""
    if customer is None:
        return (), (), True
    deciders = deciders_for(viewer, customer, need, day)
    cost = preparation.yearly_cost if preparation else None
    is_alone = is_customers_alone(viewer, need, cost)
    matter = Matter(need.need, is_new_or_money=is_alone)
    holding = [one for one in deciders.mandates if one.holds_on(day)]
    return (
        tuple(filter(None, who_decides(matter, deciders, day))),
        tuple(_mandate(one.person, one.amount, deciders.currency, one.ends) for one in holding),
        is_alone,
    )


def _mandate(person: str, amount: Decimal | None, currency: str, ends: date | None) -> Sentence:
    if amount is None:
        return say("%(person)s: the amount is not known", person=person)
    if ends is None:
        return say(
            "%(person)s: up to %(amount)s %(currency)s a year a decision",
            person=person,
            amount=amount,
            currency=currency,
        )
    return say(
        "%(person)s: up to %(amount)s %(currency)s a year a decision, until %(ends)s",
        person=person,
        amount=amount,
        currency=currency,
        ends=ends,
    )


def _alike(need: Need, stands: Stands) -> tuple[NeedCard, ...]:
    """Return the open needs that say much the same, the most alike first."""
    if need.merged_into_id:
        return ()
    found: list[tuple[float, str]] = []
    for other in stands.needs.values():
        if other.id == need.id or other.merged_into_id or stands.cards[other.id].step in ENDS:
            continue
        alike = likeness(other.need, need.need)
        if alike >= ALIKE:
            found.append((-alike, other.id))
    return tuple(stands.cards[id_] for _, id_ in sorted(found)[:MOST_ALIKE])
