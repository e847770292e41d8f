"""The decision gate: who may decide for a customer, on what, up to how much, and today (R08, S2-10).

What means a new or changed service, or money, is decided by the customer whose role is accepted, or by whom she lent
her mandate; within the mandate's amount, services and days. A customer without any mandate on record decides by her
role alone, and an amount that is not known stops nobody. Everything else may also be decided by the people named as
``others``. A pure rule.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.parties.mandates import Grant
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.relations.choices import Forum
from domestique.relations.needs import errors

STEERING = say("the IT steering group")
FORUMS: Mapping[str, Sentence] = {
    Forum.CUSTOMER: say("the customer"),
    Forum.OPERATIVE: say("delivery and desk"),
    Forum.TACTICAL: say("the customer team"),
    Forum.STEERING: STEERING,
}
"""How each forum is called in a sentence."""


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who may decide for a customer. Amounts are in her ``currency``; services are called as in ``Matter``."""

    customer: str
    person: str
    is_accepted: bool
    status: str = ""
    currency: str = ""
    mandates: tuple[Grant, ...] = ()
    others: frozenset[str] = frozenset()

    def own(self) -> tuple[Grant, ...]:
        """Return the customer's own mandates."""
        return tuple(
            one for one in self.mandates if one.person == self.person and not one.delegated_by
        )

    def lent_to(self, person: str) -> tuple[Grant, ...]:
        """Return the mandates the customer lent to somebody."""
        return tuple(
            one
            for one in self.mandates
            if one.person == person and one.delegated_by == self.person and one.delegated_by
        )


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be decided: in words, on which services, at which cost a year and once, in the customer's currency."""

    what: str
    services: tuple[str, ...] = ()
    is_new_or_money: bool = True
    yearly_cost: Decimal | None = None
    one_time_cost: Decimal | None = None


def why_not_decide(person: str, matter: Matter, deciders: Deciders, day: date) -> Refusal | None:
    """Return why a person may not decide, naming who can; see the module for the rule."""
    if not matter.is_new_or_money and person in deciders.others:
        return None
    if not deciders.person:
        return errors.NobodyIsCustomer(customer=deciders.customer)
    if not deciders.is_accepted:
        return errors.RoleNotAccepted(
            customer=deciders.customer, person=deciders.person, status=deciders.status
        )
    if person != deciders.person:
        lent = deciders.lent_to(person)
        if not lent:
            return errors.OnlyTheCustomerDecides(
                person=person, what=matter.what, people=set(who_decides(matter, deciders, day))
            )
        refusal = _not_within(
            lent, matter, deciders, day, say("%(person)s", person=deciders.person)
        )
        if refusal:
            return refusal
    own = deciders.own()
    return _not_within(own, matter, deciders, day, STEERING) if own else None


def who_decides(matter: Matter, deciders: Deciders, day: date) -> list[str]:
    """Return who could decide today: the customer, whom she lent her mandate, and the others if it is theirs too."""
    lent = [one.person for one in deciders.mandates if one.delegated_by and one.holds_on(day)]
    others = () if matter.is_new_or_money else sorted(deciders.others)
    return [deciders.person, *lent, *others]


def why_not_steer(person: str, members: Collection[str]) -> Refusal | None:
    """Return why a person may not decide for the steering group, naming its members; ``None`` for one of them."""
    if person in members:
        return None
    return errors.NotInTheForum(person=person, forum=STEERING, people=set(members))


def _not_within(
    mandates: Collection[Grant], matter: Matter, deciders: Deciders, day: date, who: Sentence
) -> Refusal | None:
    """Hold a matter against the mandates of one person; ``who`` can where she cannot."""
    person = next(iter(mandates)).person
    holding = [one for one in mandates if one.holds_on(day)]
    if not holding:
        return errors.MandateDoesNotHold(person=person, day=day, who=who)
    about = [one for one in holding if not one.outside(matter.services)]
    if not about:
        return errors.OutsideMandate(
            person=person, services=holding[0].outside(matter.services), who=who
        )
    amounts = [one.amount for one in about if one.amount is not None]
    if not amounts or len(amounts) < len(about):
        return None
    costs = (
        (matter.yearly_cost, errors.CostAboveMandate),
        (matter.one_time_cost, errors.OneTimeCostAboveMandate),
    )
    for cost, above in costs:
        if cost is not None and cost > max(amounts):
            return above(
                cost=cost, person=person, amount=max(amounts), currency=deciders.currency, who=who
            )
    return None
