"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import say


class RoleNotYours(Worded):
    """A customer role that this person may not accept; the gate says who can."""


class MandateNotYours(Worded):
    """A mandate that this person may not lend; the rule says who can."""


class UnitNotKnown(Refusal):
    """A unit that nobody has entered."""

    text = say(
        "There is no unit %(written)s, and nobody of that name is in the organisation; "
        "write a unit's id or name, or a person's name."
    )


class QuestionNotKnown(Refusal):
    """A kind of question that is not one of those there are."""

    text = say("“%(written)s” is not a kind of question; the kinds are %(known)s.")


class NoSuchCustomer(Refusal):
    """A customer that is not there, or not for this viewer."""

    text = say("There is no customer %(written)s that you may see.")


class NothingProposed(Refusal):
    """A unit for whose head no role is proposed, so there is nothing to accept."""

    text = say("No role is proposed for %(unit)s: %(reason)s")


class RoleOnRecord(Refusal):
    """A role that somebody has on record already."""

    text = say("%(person)s has the role for %(unit)s on record already; change that instead.")


class CustomerAboveMissing(Refusal):
    """An orderer who has no customer on record to order under."""

    text = say(
        "The orderer for %(unit)s belongs under the customer for %(above)s, which has none "
        "on record; accept that proposal first."
    )


class OverrulingNeedsWhy(Refusal):
    """A proposal overruled without a word why."""

    text = say(
        "Say why the proposal for %(unit)s is overruled; the note is what the next one reads."
    )


class NothingToRepair(Refusal):
    """A difference that is no longer there, or that no button can repair."""

    text = say(
        "There is nothing to repair about %(subject)s any more; look at what the check says now."
    )


class RoleStepNotNext(Refusal):
    """A step of a customer role that does not follow from where the role stands."""

    text = say("The customer role for %(customer)s is %(status)s, so it cannot become %(step)s.")


class DeputyNotUnderstood(Refusal):
    """A delegation without a deputy or without a last day, or with a last day that has passed."""

    text = say(
        "Say who decides for %(customer)s meanwhile, somebody else than the customer, and "
        "the last day, today or later."
    )
