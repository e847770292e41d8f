"""Who asked a question that was decided, and so waits to be told the answer."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from domestique.quantities.gathering import gathered
from domestique.relations.choices import Step
from domestique.relations.models import Decision, Need, NeedStep


def who_asked(decisions: Iterable[Decision]) -> Mapping[str, tuple[str, ...]]:
    """Return the people to tell by decision, in three queries: who raised the need, and the same needs of others,
    who captured them, and for an escalated question the customer; never whoever decided.
    """
    every = list(decisions)
    behind = {one.id: _need_of(one) for one in every}
    ids = {need for need in behind.values() if need}
    asked_for = Need.objects.filter(Q(pk__in=ids) | Q(merged_into_id__in=ids))
    same = gathered(
        (need.merged_into_id if need.merged_into_id in ids else need.id, need)
        for need in asked_for.select_related("raised_by")
    )
    wanted = [need.id for needs in same.values() for need in needs]
    steps = NeedStep.objects.filter(need_id__in=wanted, step=Step.CAPTURED)
    captured = gathered(steps.values_list("need_id", "person"))

    def asked(decision: Decision) -> tuple[str, ...]:
        """Name each once who is to be told, but not whoever decided."""
        needs = same.get(behind[decision.id], [])
        people = [one.raised_by.person for one in needs if one.raised_by_id and one.raised_by]
        people += [person for need in needs for person in captured[need.id]]
        if decision.escalation_id:
            people.append(decision.customer.person)
        return tuple(dict.fromkeys(one for one in people if one and one != decision.decided_by))

    return {one.id: asked(one) for one in every}


def _need_of(decision: Decision) -> str:
    escalation = decision.escalation if decision.escalation_id else None
    return decision.need_id or (escalation.need_id if escalation else None) or ""
