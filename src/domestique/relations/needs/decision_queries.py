"""Whether a decision is this person's to take: what the gate of decisions looks at, read from the records (R08, S2-10)."""

from datetime import date
from decimal import Decimal

from domestique.parties.choices import TeamRole
from domestique.parties.models import Customer
from domestique.portfolio.choices import LifeCycle, ServiceKind
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.errors import Refusal, refuse
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum
from domestique.relations.models import Decision, Escalation, Need, Requirement
from domestique.relations.needs import errors
from domestique.relations.needs.actions import customer_for
from domestique.relations.needs.deciding import (
    FORUMS,
    Deciders,
    Matter,
    why_not_decide,
    why_not_steer,
)
from domestique.relations.needs.need_state import why_new
from domestique.relations.people_queries import (
    around,
    deciders_of,
    in_own_currency,
    members_of_steering,
)


def check_decision(viewer: Viewer, decided: Decision, on: date) -> None:
    """Refuse a decision that is not this person's to take on a day: in its forum, within her mandate, once.

    Refuses ``DecidedAlready``, ``PartOfAnother``, ``LiesElsewhere``, ``Settled``, and who is not in the forum by name.
    """
    customer = customer_for(viewer, decided.customer_id)
    question, need = decided.escalation, decided.need
    if question:
        check_open(question)
    elif need:
        _check_undecided(need)
    lies_in = question.forum if question else decided.forum
    if lies_in != decided.forum or (need and not question and lies_in != Forum.CUSTOMER):
        raise errors.LiesElsewhere(
            question=decided.question, forum=FORUMS[lies_in if question else Forum.CUSTOMER]
        )
    if lies_in == Forum.STEERING:
        refuse(why_not_steer(viewer.person, members_of_steering(on)))
        return
    once = decided.option.one_time_cost if decided.option else None
    cost, spends = decided.yearly_cost, decided.is_yes is not False
    names = service_names(viewer)
    about = question or need
    matter = Matter(
        decided.question,
        tuple(names.get(id_, id_) for id_ in (about.services if about else ())),
        _is_new_or_money(viewer, decided, cost or once),
        in_own_currency(viewer, customer, cost if spends else None, on),
        in_own_currency(viewer, customer, once if spends else None, on),
    )
    if need and not question:
        deciders = deciders_for(viewer, customer, need, on)
    else:
        deciders = deciders_of(
            viewer, customer, _of_the_forum(viewer, customer, lies_in, on), names
        )
    refuse(why_not_decide(viewer.person, matter, deciders, on))


def _is_new_or_money(viewer: Viewer, decided: Decision, cost: Decimal | None) -> bool:
    if decided.escalation or not decided.need:
        return bool(cost) or decided.forum == Forum.CUSTOMER
    return is_customers_alone(viewer, decided.need, cost)


def _of_the_forum(viewer: Viewer, customer: Customer, forum: str, on: date) -> frozenset[str]:
    if forum == Forum.CUSTOMER:
        return frozenset()
    people = around(viewer, customer, on)
    return people.managers | (people.service_owners if forum == Forum.OPERATIVE else frozenset())


def check_open(escalation: Escalation) -> None:
    """Refuse a question that was decided or withdrawn."""
    _refuse_second(Decision.objects.filter(escalation=escalation).first())
    if escalation.withdrawn_on:
        raise errors.Settled(what=escalation.question)


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


def why_not_establish(
    viewer: Viewer, customer: Customer, requirement: Requirement, on: date
) -> Refusal | None:
    """Return why a person may not establish a requirement: only the customer, or whom she lent her mandate, does."""
    deciders = deciders_of(viewer, customer, frozenset(), {})
    services = (requirement.service_id,) if requirement.service_id else ()
    return why_not_decide(viewer.person, Matter(requirement.requirement, services), deciders, on)
