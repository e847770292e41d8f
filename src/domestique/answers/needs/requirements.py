"""Which requirements are met, which are not, and of which nobody knows (S2-15)."""

from dataclasses import dataclass

from domestique.parties.queries import customers_visible_to
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import RequirementState
from domestique.relations.models import Requirement
from domestique.relations.queries import requirements_visible_to

NO_EVIDENCE, NOT_MET, MET = "no evidence", "not met", "met"
WAITS, OVER = "waits", "over"
GROUPS = (
    (NOT_MET, say("Not met"), "missed"),
    (NO_EVIDENCE, say("Established, and nobody has shown whether it is met"), "unknown"),
    (WAITS, say("Not established yet: only the customer can"), "near"),
    (MET, say("Met"), "met"),
    (OVER, say("Changed or withdrawn; the old words stay"), "plain"),
)


def group_of(state: str, evidence: str) -> str:
    """Return how a requirement stands. A pure rule: what is established and has no evidence is not known, never met."""
    if state == RequirementState.MET:
        return MET
    if state == RequirementState.ESTABLISHED:
        return NOT_MET if evidence else NO_EVIDENCE
    return OVER if state in (RequirementState.CHANGED, RequirementState.WITHDRAWN) else WAITS


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement, whose it is, and of which service."""

    requirement: Requirement
    customer_name: str
    customer_person: str
    service_name: str


@dataclass(frozen=True, slots=True)
class RequirementGroup:
    """The requirements that stand alike; ``chip`` is the state's shape."""

    name: str
    title: Sentence
    chip: str
    rows: tuple[RequirementRow, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """The page."""

    headline: Sentence
    groups: tuple[RequirementGroup, ...]


def requirements_page(viewer: Viewer) -> Requirements:
    """Return every requirement a viewer may see, in a fixed number of queries."""
    customers = {one.id: one for one in customers_visible_to(viewer)}
    names = service_names(viewer)
    rows: dict[str, list[RequirementRow]] = {name: [] for name, _, _ in GROUPS}
    for one in requirements_visible_to(viewer).select_related("replaces", "need"):
        customer = customers.get(one.customer_id)
        rows[group_of(one.state, one.evidence)].append(
            RequirementRow(
                one,
                customer.name if customer else one.customer_id,
                customer.person if customer else "",
                names.get(one.service_id or "", one.service_id or ""),
            )
        )
    groups = tuple(
        RequirementGroup(name, title, chip, tuple(rows[name]))
        for name, title, chip in GROUPS
        if rows[name]
    )
    counts = {name: len(found) for name, found in rows.items()}
    return Requirements(_headline(counts), groups)


def _headline(counts: dict[str, int]) -> Sentence:
    established = counts[MET] + counts[NOT_MET] + counts[NO_EVIDENCE]
    if not established:
        return say("No requirement is established yet.")
    return say_counted(
        "%(met)s of %(count)s established requirement is met; without evidence: %(unknown)s.",
        "%(met)s of %(count)s established requirements are met; without evidence: %(unknown)s.",
        established,
        met=counts[MET],
        unknown=counts[NO_EVIDENCE],
    )
