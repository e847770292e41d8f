"""Who may enter needs, decisions, contacts and meetings. Pure rules, asked at the door (``records.guard``)."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Gate, Guard, Row, touched, touches_only
from domestique.records.refusals import OnlyInHerOwnName
from domestique.records.viewer import Viewer
from domestique.relations.choices import STANDING, RequirementState, Step
from domestique.relations.meetings.errors import (
    SideOfBusinessIsNotYours,
    SideOfItIsNotYours,
    WorkIsNotYours,
)
from domestique.relations.needs.errors import (
    DecidedAlready,
    MinutesNotNamed,
    NotForYou,
    RequirementStands,
)

TEAM = (Ability.WORK_WITH_CUSTOMERS, Ability.CHANGE_RECORDS)
ABOUT = frozenset({"customer_id", "need_id", "escalation_id", "option_id"})
"""What a decision is about, by ids that may get other ones."""
TOLD_BACK = frozenset({"told_back_on", "told_back_by", "told_to"})
WORDS_OF_IT = ("customer_id", "need_id", "service_id", "requirement", "measure", "replaces_id")
ESTABLISHED = ("state", "established_by", "established_on")
CAPTURING = (Ability.RAISE_NEED, Ability.TRIAGE)
STEPS: Mapping[str, tuple[Ability, ...]] = {
    Step.CAPTURED: CAPTURING,
    Step.PREPARED: (Ability.RAISE_NEED,),
    Step.PROPOSED: (Ability.TRIAGE,),
}
"""The steps that others than the customer team take with a need, and what each takes."""
REQUIREMENT_GATES = (
    Gate(
        "*established*",
        "the customer, or whom she lent her mandate",
        "her mandate",
        "its words: new ones are a new version",
    ),
)
DECISION_GATES = (
    Gate(
        "a customer's decision",
        "the customer, or whom she lent her mandate",
        "cost a year and once within it",
        "all of it",
    ),
    Gate(
        "a forum's decision",
        "its members; money below the steering group is the customer's",
        "it lies there",
        "all of it",
    ),
    Gate(
        "somebody else's decision",
        "whoever keeps the picture",
        "the minutes it stands in, as the reason; a load names them with `--because`",
        "all of it",
    ),
)
DECIDED = (Step.DECIDED, Step.DECLINED)


@dataclass(frozen=True, slots=True)
class AroundNeeds:
    """What the rules about needs look at.

    ``managers`` of the customers concerned, whom a refusal names; the needs whose newest step the viewer took
    (``stepped``), that she decided (``decided``), and that are open to her (``open``); the requirements that hers
    ``replaced``; and why the gate refuses the decisions and requirements that she enters in her own name (``refused``).
    """

    managers: AbstractSet[str] = frozenset()
    stepped: AbstractSet[str] = frozenset()
    decided: AbstractSet[str] = frozenset()
    open: AbstractSet[str] = frozenset()
    replaced: AbstractSet[str] = frozenset()
    refused: Mapping[str, Refusal] = field(default_factory=dict)


def works(viewer: Viewer) -> bool:
    """Whether somebody does what the customer team does, or keeps its records."""
    return any(viewer.may(ability) for ability in TEAM)


def for_managers(viewer: Viewer, _guard: Guard, _row: Row, facts: AroundNeeds) -> Refusal:
    """Refuse, naming the managers of the customer concerned."""
    return NotForYou(person=viewer.person, people=facts.managers)


def for_the_team(viewer: Viewer, _guard: Guard, _row: Row, _facts: object) -> Refusal:
    """Refuse who does not work with customers."""
    return WorkIsNotYours(person=viewer.person)


def need(viewer: Viewer, before: Row | None, after: Row, facts: AroundNeeds) -> Refusal | None:
    """A need is captured by who raises it, the desk and the team; its state follows the steps somebody took."""
    if works(viewer):
        return None
    if before is None:
        is_hers = any(viewer.may(ability) for ability in CAPTURING)
    else:
        took = {after["id"], after["merged_into_id"]} & facts.stepped
        is_hers = bool(took) and touches_only(before, after, ["state"])
    return None if is_hers else NotForYou(person=viewer.person, people=facts.managers)


def follows(_viewer: Viewer, before: Row | None, after: Row, facts: AroundNeeds) -> bool:
    """Whether a need that is merged into one open to the viewer only goes where that one goes."""
    wholes = {before["merged_into_id"], after["merged_into_id"]} if before else {None}
    return wholes <= facts.open and touches_only(before, after, ["state", "merged_into_id"])


def need_step(viewer: Viewer, before: Row | None, after: Row, facts: AroundNeeds) -> Refusal | None:
    """The team takes any step; who raises a need prepares it, and who decided it writes that down."""
    if works(viewer):
        return None
    step = after["step"]
    is_hers = before is None and (
        any(viewer.may(ability) for ability in STEPS.get(step, ()))
        or (step in DECIDED and after["need_id"] in facts.decided)
    )
    return None if is_hers else NotForYou(person=viewer.person, people=facts.managers)


def option(viewer: Viewer, _before: Row | None, after: Row, facts: AroundNeeds) -> Refusal | None:
    """Who raises a need adds options to needs; those of an escalation are the team's."""
    if works(viewer) or not after["escalation_id"]:
        return None
    return NotForYou(person=viewer.person, people=facts.managers)


def requirement(
    viewer: Viewer, before: Row | None, after: Row, facts: AroundNeeds
) -> Refusal | None:
    """The team writes requirements; who decides for the customer establishes them, and then their words stand.

    Establishing one ends what it replaces.
    """
    state, was = after["state"], before["state"] if before else RequirementState.PROPOSED
    establishes = touched(before, after, ESTABLISHED[1:]) or (
        state in STANDING and was not in STANDING
    )
    if establishes:
        if after["established_by"] != viewer.person:
            what, by = say("establish a requirement"), after["established_by"]
            return OnlyInHerOwnName(person=viewer.person, what=what, by=by).at("established_by")
        if was in STANDING or (refusal := facts.refused.get(after["id"])):
            return refusal if was not in STANDING else _stands(before or after, "established_by")
    if was in STANDING and before and (reworded := touched(before, after, WORDS_OF_IT)):
        return _stands(before, reworded[0])
    if state == RequirementState.CHANGED != was and after["id"] not in facts.replaced:
        return _stands(before or after, "state")
    if works(viewer):
        return None
    ends = state == RequirementState.CHANGED and touches_only(before, after, ["state"])
    if ends or (establishes and touches_only(before, after, ESTABLISHED)):
        return None
    return NotForYou(person=viewer.person, people=facts.managers)


def _stands(row: Row, field: str) -> Refusal:
    by = row["established_by"] or say("the customer")
    return RequirementStands(what=row["requirement"], state=row["state"], person=by).at(field)


def decision(viewer: Viewer, before: Row | None, after: Row, facts: AroundNeeds) -> Refusal | None:
    """A decision is entered once, by who took it and may; that it was told back may be entered by whoever told."""
    taken = [name for name in touched(before, after) if name not in TOLD_BACK]
    if before is None:
        by = after["decided_by"]
        if viewer.person != by:
            return OnlyInHerOwnName(person=viewer.person, what=say("take a decision"), by=by).at(
                "decided_by"
            )
        if refusal := facts.refused.get(after["id"]):
            return refusal.at("decided_by")
    elif taken:
        return _decided_already(before).at(taken[0])
    if touched(before, after, TOLD_BACK) and not works(viewer):
        return NotForYou(person=viewer.person, people=facts.managers)
    return None


def minutes(
    viewer: Viewer, before: Row | None, after: Row, why: str, _facts: object
) -> Refusal | None:
    """Whoever keeps the picture enters what somebody else decided from the minutes it stands in."""
    by = after["decided_by"]
    stands = before is not None and touches_only(before, after, TOLD_BACK | ABOUT)
    return None if why or stands or by == viewer.person else MinutesNotNamed(person=by)


def _decided_already(row: Row) -> Refusal:
    return DecidedAlready(decision=row["decision"], person=row["decided_by"], day=row["decided_on"])


def decision_stands(viewer: Viewer, row: Row, _: object) -> Refusal | None:
    """What was decided stands, for all but whoever keeps the picture."""
    return None if viewer.abilities is None else _decided_already(row)


def contact(viewer: Viewer, before: Row | None, after: Row, _: object) -> Refusal | None:
    """The team logs contacts; a customer may ask for a dialogue, in her own name."""
    asks = before is None and after["their_people"] == [viewer.person] and not after["our_people"]
    return None if works(viewer) or asks else WorkIsNotYours(person=viewer.person)


def meeting(viewer: Viewer, before: Row | None, after: Row, _: object) -> Refusal | None:
    """The team plans and holds meetings; the customer's side says how one felt to it."""
    if works(viewer):
        return None
    if not touches_only(before, after, ["mood_business", "mood_it"]):
        return WorkIsNotYours(person=viewer.person)
    of_it = bool(touched(before, after, ["mood_it"]))
    if of_it:
        return SideOfItIsNotYours(person=viewer.person)
    return None if viewer.may(Ability.SAY) else SideOfBusinessIsNotYours(person=viewer.person)
