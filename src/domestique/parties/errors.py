"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class RoleNotYours(Refusal):
    """A step of a customer role that this person may not take, or that does not follow; each says who can."""


class NobodyHoldsRole(RoleNotYours):
    """Nobody is named who could accept the role."""

    text = say(
        "Nobody is named as the customer for %(customer)s; name the person first, who can then accept."
    )


class RoleAcceptedAlready(RoleNotYours):
    """The role is accepted."""

    text = say("%(person)s has accepted the customer role for %(customer)s already.")


class RoleIsOver(RoleNotYours):
    """A role whose holder stepped down is not accepted any more."""

    text = say(
        "%(person)s has stepped down as the customer for %(customer)s; suggest somebody for the role first."
    )


class OnlyHolderAcceptsRole(RoleNotYours):
    """Somebody accepts a role for its holder."""

    text = say("Only %(person)s can accept the customer role for %(customer)s; you are %(you)s.")


class SteppedDownAlready(RoleNotYours):
    """The holder has stepped down."""

    text = say("%(person)s has stepped down as the customer for %(customer)s already.")


class OnlyHolderOrTeamEndsRole(RoleNotYours):
    """Somebody outside the customer team ends a role that is not hers."""

    text = say(
        "Only %(person)s, or somebody in the customer team, ends the customer role for "
        "%(customer)s; you are %(you)s."
    )


class MandateNotYours(Refusal):
    """A mandate that this person may not lend; each says who can."""


class OnlyHolderLendsMandate(MandateNotYours):
    """Somebody lends a mandate that is not hers."""

    text = say("Only %(person)s can lend out the mandate for %(customer)s; you are %(you)s.")


class NoMandateToLend(MandateNotYours):
    """The customer has no mandate that holds."""

    text = say(
        "%(person)s has no mandate for %(customer)s on %(day)s, so there is none to lend; enter it first."
    )


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
