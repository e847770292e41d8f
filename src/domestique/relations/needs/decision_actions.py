"""What is done with questions: decided at the gate, escalated, moved up, withdrawn, told back."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from domestique.parties.models import Customer
from domestique.quantities.errors import insist, refuse
from domestique.quantities.sentence import say
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum, Step
from domestique.relations.models import Decision, Escalation, Need, Option, Preparation
from domestique.relations.needs import errors
from domestique.relations.needs.actions import customer_for, move
from domestique.relations.needs.decision_queries import check_decision, check_open
from domestique.relations.needs.escalating import (
    forum_above,
    one_line,
    why_not_ask,
    why_not_move_up,
)


def decide_need(
    viewer: Viewer,
    need: Need,
    *,
    on: date,
    decision: str,
    is_yes: bool,
    option_id: str = "",
    yearly_cost: Decimal | None = None,
) -> Decision:
    """Decide a need as the customer, once; the gate asks who by name, and holds the cost against her mandate.

    The cost is what is given, else the chosen option's, else the prepared one.
    """
    customer = customer_for(viewer, need.customer_id)
    option = _option(option_id, need=need)
    insist(
        decision.strip(),
        errors.NothingSaid(what=say("the decision, in words that can be told back")),
    )
    with changing():
        cost = _cost_of(need, option, yearly_cost) if is_yes else None
        decided = _enter(
            viewer, customer, on, need=need, question=need.need, decision=decision.strip(),
            is_yes=is_yes, option=option, forum=Forum.CUSTOMER, yearly_cost=cost,
        )  # fmt: skip
        move(viewer, need, Step.DECIDED if is_yes else Step.DECLINED, on, decision.strip())
    return decided


def _cost_of(need: Need, option: Option | None, given: Decimal | None) -> Decimal | None:
    if given is not None:
        return given
    if option:
        return option.yearly_cost
    return Preparation.objects.filter(need=need).values_list("yearly_cost", flat=True).first()


def _option(option_id: str, **about: Need | Escalation) -> Option | None:
    if not option_id:
        return None
    option = Option.objects.filter(pk=option_id, **about).first()
    return insist(option, errors.NotThere(what=say("option of this question"), id=option_id))


def _enter(viewer: Viewer, customer: Customer, on: date, **values: object) -> Decision:
    decided = Decision(
        id=next_id(Decision, "D"),
        customer=customer,
        decided_by=viewer.person,
        decided_on=on,
        **values,
    )
    check_decision(viewer, decided, on)
    return enter(decided, viewer, "decided")


def raise_escalation(
    viewer: Viewer,
    *,
    customer_id: str,
    question: str,
    due_on: date | None,
    on: date,
    tried: str = "",
    need: Need | None = None,
    complaint: str = "",
    services: Iterable[str] = (),
    options: Iterable[tuple[str, str]] = (),
) -> Escalation:
    """Take a question to whoever can decide it: one sentence, by a day; it begins at the lowest forum.

    ``options`` are what could be done, each with its consequence; more can be added later.
    """
    customer = customer_for(viewer, customer_id)
    refuse(why_not_ask(question, due_on, on))
    with changing():
        new = Escalation(
            id=next_id(Escalation, "E"),
            customer=customer,
            question=one_line(question),
            tried=tried.strip(),
            forum=Forum.OPERATIVE,
            services=list(services or (need.services if need else ())),
            need=need,
            complaint_id=complaint or None,
            raised_on=on,
            raised_by=viewer.person,
            due_on=due_on,
        )
        raised = enter(new, viewer, "raised")
        for option, consequence in options:
            made = Option(
                id=next_id(Option, "OP"),
                escalation=raised,
                option=option,
                consequence=consequence,
            )
            enter(made, viewer, "option")
    return raised


def move_up(viewer: Viewer, escalation: Escalation, *, tried: str = "") -> Escalation:
    """Take a question one forum up: the customer team does. The steering group gets what was tried, and options."""
    check_open(escalation)
    options = Option.objects.filter(escalation=escalation).exclude(consequence="").count()
    said = tried.strip() or escalation.tried
    refuse(why_not_move_up(escalation.forum, said, options))
    with changing():
        return change(
            escalation, viewer, "moved up", forum=forum_above(escalation.forum), tried=said
        )


def withdraw(viewer: Viewer, escalation: Escalation, *, on: date, why: str) -> Escalation:
    """Take a question back undecided; the reason stands in its history."""
    check_open(escalation)
    insist(why.strip(), errors.NothingSaid(what=say("why it is withdrawn")))
    with changing():
        return change(escalation, viewer, why.strip(), withdrawn_on=on)


def decide_escalation(
    viewer: Viewer,
    escalation: Escalation,
    *,
    on: date,
    decision: str,
    option_id: str = "",
    is_yes: bool | None = None,
) -> Decision:
    """Decide a question once, in the forum where it lies.

    The steering group decides by its members of the day. Below it money is the customer's, within her mandate;
    what costs nothing may also be decided by the managers of her team, and at the lowest forum by service owners.
    """
    customer = customer_for(viewer, escalation.customer_id)
    option = _option(option_id, escalation=escalation)
    words = decision.strip() or (option.option if option else "")
    insist(words, errors.NothingSaid(what=say("the decision, in words that can be told back")))
    with changing():
        cost = option.yearly_cost if option else None
        need = _undecided_need(escalation)
        decided = _enter(
            viewer, customer, on, escalation=escalation, need=need, question=escalation.question,
            decision=words, is_yes=is_yes, option=option, forum=escalation.forum, yearly_cost=cost,
        )  # fmt: skip
        if need:
            move(viewer, need, Step.DECLINED if is_yes is False else Step.DECIDED, on, words)
    return decided


def _undecided_need(escalation: Escalation) -> Need | None:
    """Return the need the question answers, unless that was decided before: then only the question was open."""
    need: Need | None = escalation.need if escalation.need_id else None
    if need is None or need.merged_into_id or Decision.objects.filter(need=need).exists():
        return None
    return need


def tell_back(viewer: Viewer, decision: Decision, *, on: date, told_to: Iterable[str]) -> Decision:
    """Say that those who asked were told what was decided."""
    told = [name for name in (one.strip() for one in told_to) if name]
    if decision.told_back_on:
        raise errors.ToldAlready(day=decision.told_back_on, person=decision.told_back_by)
    insist(told, errors.NothingSaid(what=say("who was told")))
    with changing():
        return change(
            decision,
            viewer,
            "told back",
            told_back_on=on,
            told_back_by=viewer.person,
            told_to=told,
        )
