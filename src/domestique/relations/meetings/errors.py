"""What working with customers refuses: each refusal says what is wrong and who can, or what would be right."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class WorkIsNotYours(Refusal):
    """A person who does not work with customers tries to do what their team does."""

    text = say(
        "%(person)s does not work with customers. The customer's team can do this: her customer manager, "
        "her delivery manager or a service owner."
    )


class SideOfBusinessIsNotYours(Refusal):
    """She does not belong to the business."""

    text = say(
        "%(person)s cannot say how it felt to the business. The customer's own people can, "
        "and the team that heard them."
    )


class SideOfItIsNotYours(Refusal):
    """She does not belong to IT."""

    text = say("%(person)s cannot say how it felt to IT. The customer team can.")


class CustomerNotThere(Refusal):
    """A customer that is not there, or not for this person."""

    text = say("There is no customer “%(customer)s” that you may see; choose one from the list.")


class ChoiceNotThere(Refusal):
    """A word that is none of the choices."""

    text = say("“%(written)s” is not one of the choices: %(choices)s.")


class OutcomeMissing(Refusal):
    """A meeting is held without a word of what came of it."""

    text = say("What came of the meeting is missing; one sentence is enough.")


class SubjectMissing(Refusal):
    """Something is agreed in a meeting without a word of what."""

    text = say("What it is about is missing; a few words are enough.")


class OwnerMissing(Refusal):
    """An action that is nobody's."""

    text = say("Who does it is missing: an action has an owner.")


class GistMissing(Refusal):
    """A contact without a word of what was said."""

    text = say("What was said is missing; a few words are enough.")


class ReasonMissing(Refusal):
    """A promise is taken back without a reason."""

    text = say("Why it is taken back is missing; the customer will ask, so write it down.")


class DayLiesAhead(Refusal):
    """Something is said to have happened on a day that has not come."""

    text = say("%(day)s has not come yet; today is %(today)s. Give the day on which it happened.")


class TwoSidesMissing(Refusal):
    """A contact that names nobody on the other side."""

    text = say(
        "Nobody of the customer's is named. Write with whom you spoke, or whom you wrote to."
    )


class PromiseIsSettled(Refusal):
    """A promise that was kept or taken back already."""

    text = say("“%(promise)s” was settled already, on %(day)s; nothing is left to do.")


class MeetingWasHeld(Refusal):
    """It was held."""

    text = say("It was held on %(day)s already. Plan another meeting instead.")


class MeetingWasCancelled(Refusal):
    """It was cancelled."""

    text = say("It was cancelled on %(day)s. Plan another meeting instead.")


class MeetingNotHeld(Refusal):
    """A meeting that has not been held has no mood yet."""

    text = say("The meeting has not been held yet. Say how it felt when it has been.")


class TimeHasPassed(Refusal):
    """A meeting is planned for a time that lies behind."""

    text = say("%(day)s has passed; today is %(today)s. Choose a day from today on.")


class NothingToPark(Refusal):
    """An item that stands where it belongs."""

    text = say("“%(item)s” stands where it belongs; there is nothing to park.")
