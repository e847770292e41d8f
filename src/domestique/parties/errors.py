"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import LIST, Sentence, say


class RoleNotYours(Refusal):
    """A customer role that this person may not accept; the gate says who can."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the gate's sentence."""
        super().__init__(sentence)


class MandateNotYours(Refusal):
    """A mandate that this person may not lend; the rule says who can."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the rule's sentence."""
        super().__init__(sentence)


class UnitNotKnown(Refusal):
    """A unit that nobody has entered."""

    def __init__(self, written: str) -> None:
        """Name what was given."""
        super().__init__(
            say(
                "There is no unit %(written)s, and nobody of that name is in the organisation; "
                "write a unit's id or name, or a person's name.",
                written=written,
            )
        )


class QuestionNotKnown(Refusal):
    """A kind of question that is not one of those there are."""

    def __init__(self, written: str, known: list[str]) -> None:
        """Name what was given and what would be right."""
        super().__init__(
            say(
                "“%(written)s” is not a kind of question; the kinds are %(known)s.",
                written=written,
                known=LIST.join(known),
            )
        )


class NoSuchCustomer(Refusal):
    """A customer that is not there, or not for this viewer."""

    def __init__(self, written: str) -> None:
        """Name what was given."""
        super().__init__(say("There is no customer %(written)s that you may see.", written=written))


class NothingProposed(Refusal):
    """A unit for whose head no role is proposed, so there is nothing to accept."""

    def __init__(self, unit: str, reason: Sentence) -> None:
        """Name the unit, and why nothing is proposed."""
        super().__init__(
            say("No role is proposed for %(unit)s: %(reason)s", unit=unit, reason=reason)
        )


class RoleOnRecord(Refusal):
    """A role that somebody has on record already."""

    def __init__(self, unit: str, person: str) -> None:
        """Name the unit and the person."""
        super().__init__(
            say(
                "%(person)s has the role for %(unit)s on record already; change that instead.",
                unit=unit,
                person=person,
            )
        )


class CustomerAboveMissing(Refusal):
    """An orderer who has no customer on record to order under."""

    def __init__(self, unit: str, above: str) -> None:
        """Name the orderer's unit and the unit whose customer is missing."""
        super().__init__(
            say(
                "The orderer for %(unit)s belongs under the customer for %(above)s, which has none "
                "on record; accept that proposal first.",
                unit=unit,
                above=above,
            )
        )


class WhyMissing(Refusal):
    """A proposal overruled without a word why."""

    def __init__(self, unit: str) -> None:
        """Name the unit."""
        super().__init__(
            say(
                "Say why the proposal for %(unit)s is overruled; the note is what the next one reads.",
                unit=unit,
            )
        )


class NothingToRepair(Refusal):
    """A difference that is no longer there, or that no button can repair."""

    def __init__(self, subject: str) -> None:
        """Name what it was about."""
        super().__init__(
            say(
                "There is nothing to repair about %(subject)s any more; look at what the check says now.",
                subject=subject,
            )
        )


class RoleStepNotNext(Refusal):
    """A step of a customer role that does not follow from where the role stands."""

    def __init__(self, customer: str, status: str, step: str) -> None:
        """Name the customer, where the role stands, and the step."""
        super().__init__(
            say(
                "The customer role for %(customer)s is %(status)s, so it cannot become %(step)s.",
                customer=customer,
                status=status,
                step=step,
            )
        )


class DeputyNotUnderstood(Refusal):
    """A delegation without a deputy or without a last day, or with a last day that has passed."""

    def __init__(self, customer: str) -> None:
        """Name the customer."""
        super().__init__(
            say(
                "Say who decides for %(customer)s meanwhile, somebody else than the customer, and "
                "the last day, today or later.",
                customer=customer,
            )
        )
