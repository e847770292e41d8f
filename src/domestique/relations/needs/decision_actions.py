"""What is done with questions: decided at the gate, escalated, moved up, withdrawn, told back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from domestique.parties.choices import TeamRole
from domestique.parties.models import Customer
from domestique.portfolio.choices import LifeCycle, ServiceKind
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.errors import insist, refuse
from domestique.quantities.sentence import say
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum, Step
from domestique.relations.models import Decision, Escalation, Need, Option, Preparation, Requirement
from domestique.relations.needs import errors
from domestique.relations.needs.actions import customer_for, move
from domestique.relations.needs.deciding import (
    FORUMS,
    Deciders,
    Matter,
    why_not_decide,
    why_not_steer,
)
from domestique.relations.needs.escalating import (
    LADDER,
    forum_above,
    one_line,
    why_not_ask,
    why_not_move_up,
)
from domestique.relations.needs.need_state import why_new
from domestique.relations.people_queries import (
    Around,
    around,
    deciders_of,
    in_own_currency,
    members_of_steering,
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
        _check_undecided(need)
        cost = _cost_of(need, option, yearly_cost) if is_yes else None
        names = service_names(viewer)
        once = option.one_time_cost if option else None
        matter = Matter(
            need.need,
            tuple(names.get(id_, id_) for id_ in need.services),
            is_customers_alone(viewer, need, cost or once),
            in_own_currency(viewer, customer, cost, on),
        )
        refuse(why_not_decide(viewer.person, matter, deciders_for(viewer, customer, need, on), on))
        decided = _enter(
            viewer, customer, on, need=need, question=need.need, decision=decision.strip(),
            is_yes=is_yes, option=option, forum=Forum.CUSTOMER, yearly_cost=cost,
        )  # fmt: skip
        move(viewer, need, Step.DECIDED if is_yes else Step.DECLINED, on, decision.strip())
    return decided


def deciders_for(viewer: Viewer, customer: Customer, need: Need, on: date) -> Deciders:
    """Return who may decide a need; what an existing service covers is the orderers' and the named manager's too."""
    people = around(viewer, customer, on)
    named = {
        TeamRole.CUSTOMER_MANAGER: people.customer_manager,
        "delivery": people.delivery_manager,
    }.get(need.decider, "")
    return deciders_of(viewer, customer, people.orderers | ({named} - {""}), service_names(viewer))


def is_customers_alone(viewer: Viewer, need: Need, cost: Decimal | None) -> bool:
    """Whether a need means something new or changed, or money: then only the customer decides it."""
    offered = services_visible_to(viewer).filter(
        kind=ServiceKind.CUSTOMER_FACING, state=LifeCycle.LIVE
    )
    is_new = why_new(need.asks_for, need.services, set(offered.values_list("id", flat=True)))
    return bool(cost or is_new or Requirement.objects.filter(need=need).exists())


def _check_undecided(need: Need) -> None:
    if need.merged_into_id and need.merged_into:
        raise errors.PartOfAnother(need=need.need, whole=need.merged_into.need)
    _refuse_second(Decision.objects.filter(need=need).first())
    open_ones = Escalation.objects.filter(need=need, withdrawn_on__isnull=True)
    for question in open_ones:
        if not Decision.objects.filter(escalation=question).exists():
            raise errors.LiesElsewhere(question=question.question, forum=FORUMS[question.forum])


def _refuse_second(first: Decision | None) -> None:
    if first:
        raise errors.DecidedAlready(
            decision=first.decision, person=first.decided_by, day=first.decided_on
        )


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
    _check_open(escalation)
    options = Option.objects.filter(escalation=escalation).exclude(consequence="").count()
    said = tried.strip() or escalation.tried
    refuse(why_not_move_up(escalation.forum, said, options))
    with changing():
        return change(
            escalation, viewer, "moved up", forum=forum_above(escalation.forum), tried=said
        )


def withdraw(viewer: Viewer, escalation: Escalation, *, on: date, why: str) -> Escalation:
    """Take a question back undecided; the reason stands in its history."""
    _check_open(escalation)
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
        _check_open(escalation)
        cost = option.yearly_cost if option else None
        _check_forum(viewer, customer, escalation, option, on)
        need = _undecided_need(escalation)
        decided = _enter(
            viewer, customer, on, escalation=escalation, need=need, question=escalation.question,
            decision=words, is_yes=is_yes, option=option, forum=escalation.forum, yearly_cost=cost,
        )  # fmt: skip
        if need:
            move(viewer, need, Step.DECLINED if is_yes is False else Step.DECIDED, on, words)
    return decided


def _check_open(escalation: Escalation) -> None:
    _refuse_second(Decision.objects.filter(escalation=escalation).first())
    if escalation.withdrawn_on:
        raise errors.Settled(what=escalation.question)


def _check_forum(
    viewer: Viewer, customer: Customer, escalation: Escalation, option: Option | None, on: date
) -> None:
    if escalation.forum == Forum.STEERING:
        refuse(why_not_steer(viewer.person, members_of_steering(on)))
        return
    people = around(viewer, customer, on)
    names = service_names(viewer)
    matter = Matter(
        escalation.question,
        tuple(names.get(id_, id_) for id_ in escalation.services),
        bool(option and (option.yearly_cost or option.one_time_cost)),
        in_own_currency(viewer, customer, option.yearly_cost if option else None, on),
    )
    others = _forum_people(people, escalation.forum)
    deciders = deciders_of(viewer, customer, others, names)
    refuse(why_not_decide(viewer.person, matter, deciders, on))


def _forum_people(people: Around, forum: str) -> frozenset[str]:
    return people.managers | (people.service_owners if forum == LADDER[0] else frozenset())


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
