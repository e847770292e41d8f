"""What is done with a need: captured, taken a step further, prepared, merged with the same ask of others."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Q

from domestique.parties.models import Customer
from domestique.parties.queries import customer_visible_to
from domestique.portfolio.models import Goal
from domestique.quantities.errors import insist
from domestique.quantities.sentence import say
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum, Step
from domestique.relations.models import Escalation, Need, NeedStep, Option, Preparation
from domestique.relations.needs import errors
from domestique.relations.needs.need_state import is_hers_to_decide
from domestique.relations.needs.need_steps import ENDS, STEP_WORDS, newest_step, state_after

SAID = frozenset({Step.RETURNED, Step.DECLINED})
ELSEWHERE = frozenset({Step.CAPTURED, Step.DECIDED})
SHEET = (
    "outcome",
    "now",
    "cost_of_waiting",
    "who_else",
    "yearly_cost",
    "price_effect",
    "impact",
    "next_step",
)


def customer_for(viewer: Viewer, customer_id: str) -> Customer:
    """Return a customer; refuse where there is none for this viewer."""
    return insist(
        customer_visible_to(viewer, customer_id),
        errors.NotThere(what=say("customer"), id=customer_id),
    )


def capture(
    viewer: Viewer,
    *,
    customer_id: str,
    need: str,
    on: date,
    raised_by: str = "",
    services: Iterable[str] = (),
    goal: str = "",
    note: str = "",
) -> Need:
    """Write down what somebody lacks, in her words; the first step is taken with it."""
    customer = customer_for(viewer, customer_id)
    words = " ".join(need.split())
    insist(words, errors.NothingSaid(what=say("what is needed, in the customer's words")))
    if goal and not Goal.objects.filter(pk=goal, customer=customer).exists():
        raise errors.NotThere(what=say("goal of this customer"), id=goal)
    with changing():
        new = Need(
            id=next_id(Need, "N"),
            customer=customer,
            raised_by_id=raised_by or None,
            need=words,
            state=Step.CAPTURED,
            decider=Forum.CUSTOMER,
            services=list(services),
            goal_id=goal or None,
            note=note,
        )
        captured = enter(new, viewer, "captured")
        _write_step(viewer, captured, Step.CAPTURED, on, note)
    return captured


def take_step(viewer: Viewer, need: Need, step: str, *, on: date, note: str = "") -> Need:
    """Let a need take a step; any order will do. Returning and declining say why."""
    if step not in Step.values or step in ELSEWHERE:
        raise errors.NotAStep(step=step)
    if step in SAID and not note.strip():
        raise errors.NothingSaid(
            what=say("the question it comes back with")
            if step == Step.RETURNED
            else say("the reason")
        )
    with changing():
        return move(viewer, need, step, on, note)


def move(viewer: Viewer, need: Need, step: str, on: date, note: str = "") -> Need:
    """Write a step down and keep the need's state, and that of the needs merged into it, in step with it."""
    if need.merged_into_id:
        raise errors.PartOfAnother(need=need.need, whole=_whole(need).need)
    _write_step(viewer, need, step, on, note)
    state = state_after(step, need.state, for_customer=is_hers_to_decide(need.decider))
    for one in (need, *Need.objects.filter(merged_into=need)):
        if one.state != state:
            change(one, viewer, note or step, state=state)
    return need


def _write_step(viewer: Viewer, need: Need, step: str, on: date, note: str) -> None:
    if NeedStep.objects.filter(need=need, step=step, date=on).exists():
        raise errors.StepTakenToday(need=need.need, step=STEP_WORDS[step])
    taken = NeedStep(need=need, step=step, date=on, person=viewer.person, note=note.strip())
    enter(taken, viewer, step)


def prepare(
    viewer: Viewer,
    need: Need,
    sheet: Mapping[str, object],
    *,
    on: date,
    seen: int | None = None,
) -> Preparation:
    """Keep the one page on which a need is prepared, as an orderer may too; the first time, the step is taken with it.

    ``seen`` is the version of the page that was changed, 0 where there was none: another one is never overwritten.
    """
    outcome = str(sheet.get("outcome") or "").strip()
    insist(outcome, errors.NothingSaid(what=say("the outcome that is wanted")))
    values = {name: sheet[name] for name in SHEET if name in sheet}
    values |= {"prepared_by": viewer.person, "prepared_on": on}
    with changing():
        standing = Preparation.objects.filter(need=need).first()
        if standing:
            standing.version = standing.version if seen is None else seen
            return change(standing, viewer, "prepared", **values)
        made = enter(Preparation(need=need, **values), viewer, "prepared")
        steps = NeedStep.objects.filter(need=need)
        if not steps.filter(Q(step=Step.PREPARED) | Q(step=Step.DECIDED)).exists():
            move(viewer, need, Step.PREPARED, on)
        return made


def add_option(
    viewer: Viewer,
    about: Need | Escalation,
    option: str,
    *,
    consequence: str = "",
    one_time_cost: Decimal | None = None,
    yearly_cost: Decimal | None = None,
) -> Option:
    """Add one way to answer a need or an escalation that is not decided yet."""
    insist(option.strip(), errors.NothingSaid(what=say("what could be done")))
    with changing():
        new = Option(
            id=next_id(Option, "OP"),
            need=about if isinstance(about, Need) else None,
            escalation=about if isinstance(about, Escalation) else None,
            option=option.strip(),
            consequence=consequence.strip(),
            one_time_cost=one_time_cost,
            yearly_cost=yearly_cost,
        )
        return enter(new, viewer, "option")


def merge(viewer: Viewer, need: Need, into_id: str) -> Need:
    """Say that a need is the same ask as another: both stay, the other one speaks for both and counts them."""
    whole = Need.objects.filter(pk=into_id).first()
    if whole is None or not viewer.may_see_customer(whole.customer_id):
        raise errors.NotThere(what=say("need"), id=into_id)
    whole = _whole(whole)
    if whole.pk == need.pk or need.merged_into_id:
        raise errors.CannotMerge(need=need.need)
    if newest_step((), whole.state) in ENDS:
        raise errors.Settled(what=whole.need)
    with changing():
        for part in Need.objects.filter(merged_into=need):
            change(part, viewer, "the same ask", merged_into=whole, state=whole.state)
        return change(need, viewer, "the same ask", merged_into=whole, state=whole.state)


def unmerge(viewer: Viewer, need: Need) -> Need:
    """Take a need out of the one it was merged into; it stands again where its own steps left it."""
    steps = NeedStep.objects.filter(need=need).order_by("date", "pk")
    newest = newest_step(list(steps.values_list("step", flat=True)), "")
    for_customer = is_hers_to_decide(need.decider)
    state = state_after(newest, "", for_customer=for_customer) if newest else need.state
    with changing():
        return change(need, viewer, "asked apart", merged_into=None, state=state)


def _whole(need: Need) -> Need:
    """Return the need that speaks for this one: itself, unless it is merged."""
    return need.merged_into if need.merged_into_id and need.merged_into else need
