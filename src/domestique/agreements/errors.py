"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class AgreementNotYours(Refusal):
    """A step of an agreement that this person may not take, or that it is not ready for; each says who can."""


class AgreementIsDraft(AgreementNotYours):
    """A draft is proposed before anything else is done with it."""

    text = say(
        "The agreement with %(customer)s is a draft; %(manager)s, customer manager, proposes "
        "it before it can be %(wanted)s.",
        manager=say("nobody yet"),
    )


class StepNotNext(AgreementNotYours):
    """A step that does not follow from where the agreement stands."""

    text = say("The agreement with %(customer)s is %(status)s, so it cannot be %(wanted)s.")


class NoOneManager(AgreementNotYours):
    """An agreement is written by the one customer manager, and there is not exactly one."""

    text = say(
        "%(customer)s has not exactly one customer manager, and nobody else writes an "
        "agreement; name the one first."
    )


class OnlyManagerWrites(AgreementNotYours):
    """Somebody else than the customer manager writes an agreement (R06)."""

    text = say(
        "Only %(manager)s, customer manager of %(customer)s, writes and proposes an agreement; you are %(you)s."
    )


class NobodyAccepts(AgreementNotYours):
    """Nobody has the customer role."""

    text = say(
        "Nobody is named as the customer for %(customer)s, so nobody can accept its agreement."
    )


class OnlyCustomerAccepts(AgreementNotYours):
    """Somebody accepts an agreement for its customer."""

    text = say(
        "Only %(person)s, the customer for %(customer)s, accepts its agreement; you are %(you)s."
    )


class RoleComesFirst(AgreementNotYours):
    """The customer has not accepted her role (R03)."""

    text = say(
        "%(person)s has not accepted the customer role for %(customer)s (it is %(role)s); "
        "the role is accepted first, then the agreement."
    )


class NotBegunYet(AgreementNotYours):
    """Its first day has not come."""

    text = say("The agreement with %(customer)s begins on %(day)s.")


class OnlyCustomerOrTeamEnds(AgreementNotYours):
    """Somebody outside the customer team ends an agreement that is not hers."""

    text = say(
        "Only %(person)s, the customer for %(customer)s, or the customer team ends the "
        "agreement; you are %(you)s."
    )


class EndTakesBoth(AgreementNotYours):
    """One side ends an agreement before its last day by itself."""

    text = say(
        "Before its last day the agreement with %(customer)s ends only when both sides say so: %(person)s and the "
        "customer team, each with “End it” on its page."
    )


class AcceptanceIsNotTyped(AgreementNotYours):
    """Somebody writes down that an agreement was accepted."""

    text = say(
        "That the agreement with %(customer)s is accepted is not typed: %(person)s accepts it on its page, or whoever "
        "keeps the picture enters what was signed elsewhere.",
        person=say("its customer"),
    )


class FrozenWhileProposed(AgreementNotYours):
    """The text of a proposal is changed."""

    text = say(
        "%(agreement)s is proposed, so its lines, days and prices stand still: %(manager)s, customer manager, makes it a "
        "draft again and proposes it anew.",
        manager=say("nobody yet"),
    )


class EndsOnItsDay(AgreementNotYours):
    """An agreement is ended with another last day than the one it is ended on."""

    text = say(
        "An agreement with %(customer)s that is ended now has %(day)s as its last day; write that day, or let the customer "
        "or the customer team end it on its page."
    )


class FrozenText(AgreementNotYours):
    """The text of an agreement that was accepted is changed."""

    text = say(
        "%(agreement)s is %(status)s, so its lines, days and prices stand still. Amend %(agreement)s from a day on: "
        "%(manager)s, customer manager, writes the day into valid_from of a line or amends it on the page of the agreement, "
        "or writes a new version with “Write the one that follows”; the customer accepts it.",
        manager=say("nobody yet"),
    )


class AmendsNothing(AgreementNotYours):
    """An amendment of an agreement that does not stand."""

    text = say(
        "The agreement with %(customer)s is %(status)s, and only one that is accepted is amended; change the lines of a "
        "draft, or write the one that follows."
    )


class AmendsOutside(AgreementNotYours):
    """An amendment that begins on a day that is over, or on which its agreement does not hold."""

    text = say(
        "An amendment of the agreement with %(customer)s begins on a day from %(first)s to %(last)s; what was agreed for days "
        "that are over stands.",
        last=say("its last day"),
    )


class AmendmentNotProposed(AgreementNotYours):
    """An amendment is accepted, or taken back, that is not proposed."""

    text = say(
        "The amendment of the agreement with %(customer)s is %(status)s; only one that is proposed can be accepted or taken back."
    )


class AmendmentStands(AgreementNotYours):
    """The text of an amendment is changed after it was proposed."""

    text = say(
        "The amendment of %(agreement)s from %(day)s is %(status)s, so its text stands still. Take it back and propose it anew "
        "while it is proposed; amend %(agreement)s again from a later day once it is accepted."
    )


class AmendmentIsNotTyped(AgreementNotYours):
    """Somebody writes down that an amendment was accepted."""

    text = say(
        "That an amendment of the agreement with %(customer)s is accepted is not typed: %(person)s accepts it on the page of "
        "the agreement, or whoever keeps the picture enters what was signed elsewhere.",
        person=say("its customer"),
    )


class NoSuchLine(Refusal):
    """A line that is not in the agreement."""

    text = say("%(service)s is not in %(agreement)s.")


class TranscriptionWithoutPaper(Refusal):
    """Whoever keeps the picture corrects what was accepted without saying where it stands."""

    text = say(
        "%(agreement)s is %(status)s: what she accepted is corrected only as it stands on paper. Say which paper it stands in, "
        "as the reason."
    )


class AmendsWhat(Refusal):
    """An amendment without a service or a day."""

    text = say(
        "Which line of %(agreement)s is amended, and from which day? Choose the service and write the day."
    )


class NoSuchAmendment(Refusal):
    """An amendment that is not there."""

    text = say("No amendment of %(agreement)s from %(day)s is proposed.")


class ConfirmedByWhom(Refusal):
    """That a customer confirmed the value of a service is entered without saying who said or heard it."""

    text = say(
        "Who heard that the value is confirmed or not? Write %(person)s into confirmed_by: it is kept as heard by you, "
        "unless the customer says it herself."
    )


class DaysMissing(AgreementNotYours):
    """It says no first or no last day."""

    text = say("The agreement with %(customer)s has no first or no last day; write both.")


class LinesMissing(AgreementNotYours):
    """It promises nothing."""

    text = say(
        "The agreement with %(customer)s has no lines; write what is delivered and at which level."
    )


class LinesAreVague(AgreementNotYours):
    """Lines that do not say what is delivered (R07)."""

    text = say(
        "The agreement with %(customer)s does not say what is delivered of %(services)s; write "
        "the content or the units."
    )


class LevelsMissing(AgreementNotYours):
    """Lines without a level (R07)."""

    text = say(
        "The agreement with %(customer)s promises no level for %(services)s; agree on one, "
        "even a low one, or take the line out."
    )


class MandateIsOver(AgreementNotYours):
    """No mandate of the customer holds on the day."""

    text = say("%(person)s has no mandate for %(customer)s that holds on %(day)s; renew it first.")


class BeyondMandate(AgreementNotYours):
    """Lines of services the customer's mandate is not about."""

    text = say(
        "The mandate of %(person)s for %(customer)s is not about %(services)s; widen it, or take the lines out."
    )


class NoSuchAgreement(Refusal):
    """An agreement that is not there, or not for this viewer."""

    text = say("There is no agreement %(written)s that you may see.")


class AgreementChangedMeanwhile(Refusal):
    """An agreement whose text is no longer what was read."""

    text = say(
        "The agreement with %(customer)s has been changed since you read it; read what it "
        "says now, then try again."
    )
