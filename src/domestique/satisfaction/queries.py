"""Named reads of how customers feel, what services are worth to them, and what they complain about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from domestique.parties.choices import RoleStatus
from domestique.parties.models import Customer, Mandate, Orderer
from domestique.parties.queries import (
    customers_visible_to,
    holding_on,
    orderers_visible_to,
    organisation_of,
)
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.records.whose import visible
from domestique.satisfaction import models, pulse
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.customers_side import CustomersSide

pulses_visible_to = visible(models.Pulse)
"""The pulses of the customers this viewer may hear, the newest first."""


@while_unchanged
def satisfaction_seen_by(viewer: Viewer, on: date) -> pulse.Satisfaction:
    """Tell how the customers this viewer may see felt on a day, in at most six queries; the roles of that day count."""
    organisation = organisation_of(viewer)
    fixed = organisation.today
    customers = list(
        customers_visible_to(viewer).values_list("id", "person", "status", "accepted_on")
    )
    people = {id_: person for id_, person, _, _ in customers}
    orderers = _orderers_besides(viewer, people)
    fields = (
        "customer_id", "date", "face", "person", "words", "contemplating", "considers", "at_stake", "whose", "would_turn", "time",
    )  # fmt: skip
    rows = pulses_visible_to(viewer).filter(date__lte=on, service__isnull=True).order_by("pk")
    return pulse.satisfaction_on(
        on,
        _asked_on(customers, on, is_past=fixed is None or on < fixed),
        [
            pulse.FeltPulse(
                customer,
                day,
                pulse.Mood(face),
                person,
                words,
                contemplating,
                at_stake,
                is_guess=whose == WhoseWords.GUESS,
                would_turn=would_turn,
                considers=considers,
                is_orderers=(customer, person) in orderers,
                time=time,
            )
            for (
                customer,
                day,
                face,
                person,
                words,
                contemplating,
                considers,
                at_stake,
                whose,
                would_turn,
                time,
            ) in rows.values_list(*fields)
        ],
        stale_after_days=organisation.pulse_stale_after_days,
        currency=organisation.currency,
    )


def _orderers_besides(viewer: Viewer, people: Mapping[str, str]) -> set[tuple[str, str]]:
    named = orderers_visible_to(viewer).order_by().values_list("customer_id", "person")
    return {(customer, person) for customer, person in named if person != people.get(customer, "")}


def felt_about_services(viewer: Viewer, customer_id: str, on: date) -> dict[str, pulse.Mood]:
    """Return how a customer feels about single services, by what was last said of each and is fresh; no guesses."""
    freshest = on - timedelta(days=organisation_of(viewer).pulse_stale_after_days)
    rows = (
        pulses_visible_to(viewer)
        .filter(customer_id=customer_id, service__isnull=False, date__range=(freshest, on))
        .exclude(whose=WhoseWords.GUESS)
        .order_by("date", "time", "pk")
    )
    return {service: pulse.Mood(face) for service, face in rows.values_list("service_id", "face")}


def _asked_on(
    customers: Iterable[tuple[str, str, str, date | None]], on: date, *, is_past: bool
) -> list[pulse.AskedCustomer]:
    """Return who was a customer on a day, and whether she had accepted by then.

    On a past day somebody counts who was one then, whatever her role has become since.
    """
    accepted = {
        id_
        for id_, _, status, accepted_on in customers
        if status == RoleStatus.ACCEPTED and (accepted_on is None or accepted_on <= on)
    }
    others = [id_ for id_, *_ in customers if id_ not in accepted] if is_past else []
    accepted |= _accepted_once(others, on) if others else set()
    return [
        pulse.AskedCustomer(id_, id_ in accepted)
        for id_, _, status, _ in customers
        if id_ in accepted or status != RoleStatus.STEPPED_DOWN
    ]


def _accepted_once(ids: Sequence[str], on: date) -> set[str]:
    """Return whose role was accepted on a day and is not by now, by the history.

    An acceptance lasts until the day it was taken back, or until somebody else's begins. A day of acceptance
    that is changed while it lasts was a mistake in writing.
    """
    rows = Customer.history.filter(id__in=ids).order_by("history_id")
    lasting: dict[str, tuple[str, date]] = {}
    found = set()
    for id_, person, status, accepted_on, at in rows.values_list(
        "id", "person", "status", "accepted_on", "history_date"
    ):
        is_accepted, day = status == RoleStatus.ACCEPTED, accepted_on or date.min
        before = lasting.pop(id_, None)
        if before and not (is_accepted and before[0] == person):
            ends = accepted_on if is_accepted and accepted_on else at.date()
            if before[1] <= on < ends:
                found.add(id_)
        if is_accepted:
            lasting[id_] = (person, day)
    return found


scores_visible_to = visible(models.ValueScore)
"""What services are worth to the customers this viewer may hear, the newest first."""


def newest_scores(
    viewer: Viewer, customer_ids: Iterable[str] | None = None
) -> dict[tuple[str, str], models.ValueScore]:
    """Return the newest score of each service by each customer, in one query."""
    scores = scores_visible_to(viewer)
    if customer_ids is not None:
        scores = scores.filter(customer_id__in=list(customer_ids))
    found: dict[tuple[str, str], models.ValueScore] = {}
    for score in scores:
        found.setdefault((score.customer_id, score.service_id), score)
    return found


alternatives_visible_to = visible(models.Alternative)
"""What the customers this viewer may see turn to instead, the newest first."""
complaints_visible_to = visible(models.Complaint)
"""The complaints of the customers this viewer may see, the newest first."""


def sides_visible_to(viewer: Viewer, on: date) -> dict[str, CustomersSide]:
    """Return who stands on each customer's side on a day, in three queries.

    The customer herself, who orders for her, and who holds a mandate of hers that day.
    """
    customers = list(customers_visible_to(viewer))
    ids = [customer.id for customer in customers]
    others: dict[str, list[str]] = defaultdict(list)
    for id_, person in Orderer.objects.filter(customer_id__in=ids).values_list(
        "customer_id", "person"
    ):
        others[id_].append(person)
    for mandate in Mandate.objects.filter(holding_on(on), customer_id__in=ids):
        others[mandate.customer_id].append(mandate.person)
    return {
        customer.id: CustomersSide(
            customer.id,
            customer.name,
            customer.person,
            tuple(dict.fromkeys(filter(None, others[customer.id]))),
        )
        for customer in customers
    }
