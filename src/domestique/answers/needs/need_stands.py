"""Where every need stands and for whom it waits, for all of them at once, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domestique.parties.models import Customer
from domestique.parties.queries import customers_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.models import Decision, Need, NeedStep
from domestique.relations.needs.need_steps import (
    STEP_WORDS,
    Stand,
    newest_step,
    next_good_step,
    waits_for,
)
from domestique.relations.people_queries import dated_members, managers
from domestique.relations.queries import (
    decisions_visible_to,
    needs_visible_to,
    open_escalations,
    steps_visible_to,
)

NOT_SAID = say("nobody has said how far")


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need in short: how far, for whom it waits, how many customers ask for it, and how old it is."""

    need: Need
    customer_name: str
    step: str
    step_word: Sentence
    waits_for: Sentence | None
    next_step: Sentence | None
    asked_by: tuple[str, ...]
    since: date | None
    age_days: int | None

    @property
    def asked_by_words(self) -> Sentence:
        """Say how many customers ask for it."""
        return say_counted(
            "%(count)s customer asks for it",
            "%(count)s customers ask for it: %(names)s",
            len(self.asked_by),
            names=", ".join(map(str, self.asked_by)),
        )


@dataclass(frozen=True, slots=True)
class Stands:
    """All needs a viewer may see, with what was fetched about them."""

    needs: Mapping[str, Need]
    cards: Mapping[str, NeedCard]
    steps: Mapping[str, list[NeedStep]]
    decisions: Mapping[str, Decision]
    customers: Mapping[str, Customer]


def stands_of(viewer: Viewer, day: date) -> Stands:
    """Fetch and reckon where every need stands."""
    needs = {need.id: need for need in needs_visible_to(viewer).select_related("raised_by")}
    customers = {one.id: one for one in customers_visible_to(viewer)}
    steps = gathered((step.need_id, step) for step in steps_visible_to(viewer))
    decisions = {
        one.need_id: one
        for one in decisions_visible_to(viewer).select_related("escalation", "customer")
        if one.need_id
    }
    forums = {one.need_id: one.forum for one in open_escalations(viewer)}
    dated = dated_members(day)
    parts = gathered((one.merged_into_id, one) for one in needs.values() if one.merged_into_id)

    def stand(need: Need) -> Stand:
        customer = customers.get(need.customer_id)
        manager, delivery = managers(customer.team if customer else None, dated)
        decision = decisions.get(need.id)
        return Stand(
            step=newest_step([one.step for one in steps[need.id]], need.state),
            customer=customer.person if customer else "",
            is_accepted=bool(customer and customer.is_accepted),
            customer_manager=manager,
            delivery_manager=delivery,
            forum=forums.get(need.id, ""),
            is_no=bool(decision and decision.is_yes is False),
            is_told_back=decision is None or decision.told_back_on is not None,
        )

    def card(need: Need) -> NeedCard:
        # A need that is merged goes where the one that speaks for it goes.
        whole = needs.get(need.merged_into_id or "", need)
        at = stand(whole)
        taken = steps[need.id]
        since = taken[0].date if taken else None
        same = [need, *parts[need.id]]
        names = dict.fromkeys(_name(one.customer_id, customers) for one in same)
        return NeedCard(
            need,
            _name(need.customer_id, customers),
            at.step,
            STEP_WORDS.get(at.step, NOT_SAID),
            waits_for(at),
            next_good_step(at),
            tuple(names),
            since,
            (day - since).days if since else None,
        )

    return Stands(needs, {one.id: card(one) for one in needs.values()}, steps, decisions, customers)


def _name(customer: str, customers: Mapping[str, Customer]) -> str:
    return customers[customer].name if customer in customers else customer
