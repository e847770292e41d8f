"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

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


class RoleHeld(RoleNotYours):
    """Somebody is named for a role that another has accepted."""

    text = say(
        "%(person)s has accepted this role; first she, or who works with customers, ends it, and then somebody else is "
        "suggested: two saves."
    )


class NewPersonIsSuggested(RoleNotYours):
    """A person who is new in a role and past its first step at once."""

    text = say(
        "Whoever is new in a customer role begins as suggested, without an acceptance; then %(person)s accepts it, as "
        "herself. Whoever keeps the picture can record what happened elsewhere.",
        person=say("the person named"),
    )


class NobodyNamesHerself(RoleNotYours):
    """Somebody suggests herself as the customer."""

    text = say(
        "%(person)s cannot name herself as the customer; a colleague who works with customers can, or %(who)s."
    )


class UnitOfOthers(Refusal):
    """A unit under another customer, or moved between customers."""

    text = say(
        "%(person)s may not enter, head or move a unit under another customer, for roles follow from it. Those who may "
        "are %(who)s."
    )


class UnitOfAnotherCustomer(Refusal):
    """An orderer in a unit that is not her customer's."""

    text = say(
        "%(unit)s is a unit of %(owner)s, not of %(customer)s: an orderer sits in a unit of her customer. Choose a unit "
        "of %(customer)s; who gives roles can move the unit.",
        owner=say("no customer"),
    )


class MandateNotYours(Refusal):
    """A mandate that this person may not lend; each says who can."""


class OnlyHolderLendsMandate(MandateNotYours):
    """Somebody lends a mandate that is not hers."""

    text = say("Only %(person)s can lend out the mandate for %(customer)s; you are %(you)s.")


class OnlyHolderLends(MandateNotYours):
    """Somebody enters or changes a loan of a mandate that is not hers."""

    text = say(
        "Only %(person)s can lend what %(person)s holds, or whoever keeps the picture; you are %(you)s."
    )


class LoanBeyondMandate(MandateNotYours):
    """A loan larger, wider or longer than the mandate it comes from."""

    text = say(
        "%(person)s holds no mandate for %(customer)s that reaches as far as this loan: she lends at most her own "
        "amount, her own services, and as long as it holds. Who gives roles can give her more."
    )


class NotHerPeople(MandateNotYours):
    """A mandate lent to somebody outside the customer's business."""

    text = say(
        "%(deputy)s neither orders for %(customer)s nor heads a unit of hers; a mandate is lent to one's own people. "
        "Whoever keeps the picture can enter another deputy."
    )


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
