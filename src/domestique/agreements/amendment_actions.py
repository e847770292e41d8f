"""What is done with a dated amendment of an agreement: proposed, accepted, taken back. Each by name, on a day."""

from collections.abc import Sequence
from datetime import date

from domestique.agreements import errors
from domestique.agreements.amending import LineText
from domestique.agreements.choices import AmendmentStatus
from domestique.agreements.models import Agreement, Amendment
from domestique.agreements.queries import agreements_visible_to, amendments_visible_to
from domestique.portfolio.models import Service
from domestique.portfolio.queries import services_visible_to
from domestique.records.saving import change, changing, enter
from domestique.records.viewer import Viewer


def propose_amendment(
    viewer: Viewer,
    agreement_id: str,
    service_id: str,
    valid_from: date | None,
    text: LineText,
    *,
    on: date,
    taken_out: bool = False,
) -> Amendment:
    """Propose what a line says from a day on, as the customer manager; what the text leaves empty stays as it was.

    One of the same day that was taken back is proposed anew. Refuses ``AgreementNotYours`` by name.
    """
    with changing():
        agreement = _agreement(viewer, agreement_id)
        service: Service | None = services_visible_to(viewer).filter(pk=service_id).first()
        if service is None or valid_from is None:
            raise errors.AmendsWhat(agreement=agreement_id)
        values = {
            "content": text.content,
            "availability_target": text.level,
            "planned_units": text.units,
            "unit_price": text.price,
            "taken_out": taken_out,
            "status": AmendmentStatus.PROPOSED,
            "proposed_by": viewer.person,
            "proposed_on": on,
        }
        key = {"agreement_id": agreement.id, "service_id": service.id, "valid_from": valid_from}
        standing = amendments_visible_to(viewer).filter(**key).first()
        if standing:
            return change(standing, viewer, "", **values)
        return enter(Amendment(**key, **values), viewer, "")


def accept_amendment(
    viewer: Viewer, agreement_id: str, valid_from: date | None, *, on: date
) -> Sequence[Amendment]:
    """Accept what is proposed for an agreement from a day on, all its lines, as its customer."""
    accepted: dict[str, str | date] = {"accepted_by": viewer.person, "accepted_on": on}
    return _all_lines(viewer, agreement_id, valid_from, "", AmendmentStatus.ACCEPTED, **accepted)


def withdraw_amendment(
    viewer: Viewer, agreement_id: str, valid_from: date | None, *, why: str = ""
) -> Sequence[Amendment]:
    """Take back what is proposed for an agreement from a day on; the customer so declines it."""
    return _all_lines(viewer, agreement_id, valid_from, why, AmendmentStatus.WITHDRAWN)


def _all_lines(
    viewer: Viewer,
    agreement_id: str,
    valid_from: date | None,
    why: str,
    status: AmendmentStatus,
    **values: str | date,
) -> Sequence[Amendment]:
    with changing():
        _agreement(viewer, agreement_id)
        proposed = amendments_visible_to(viewer).filter(
            agreement_id=agreement_id, status=AmendmentStatus.PROPOSED
        )
        lines = [line for line in proposed if line.valid_from == valid_from]
        if not lines:
            raise errors.NoSuchAmendment(agreement=agreement_id, day=valid_from or "–")
        return [change(line, viewer, why, status=status, **values) for line in lines]


def _agreement(viewer: Viewer, agreement_id: str) -> Agreement:
    found: Agreement | None = agreements_visible_to(viewer).filter(pk=agreement_id).first()
    if found is None:
        raise errors.NoSuchAgreement(written=agreement_id)
    return found
