"""What needs, requirements, escalations and decisions refuse; each refusal says what would be right and who can."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say

NAMED_FOR_IT = say("whoever is named for it")


class NotForYou(Refusal):
    """Somebody does what is for others to do."""

    text = say("%(person)s cannot do this; it is for %(people)s.", people=NAMED_FOR_IT)


class NotThere(Refusal):
    """What is named does not exist, or not for this viewer."""

    text = say("There is no %(what)s “%(id)s”; choose one that is on record.", id="–")


class NothingSaid(Refusal):
    """A text that must say something is empty."""

    text = say("Nothing is kept yet: %(what)s is missing.")


class NotAStep(Refusal):
    """A step that does not exist, or that a need takes in another way."""

    text = say(
        "“%(step)s” is not a step to take here; choose one from the list. A decision is taken with “Decide”.",
        step="–",
    )


class StepTakenToday(Refusal):
    """A need takes the same step twice a day."""

    text = say("“%(need)s” has taken the step “%(step)s” today already.")


class CannotMerge(Refusal):
    """A need is to be merged with one it cannot be part of."""

    text = say(
        "“%(need)s” cannot be merged so: choose another need that is not part of it already."
    )


class PartOfAnother(Refusal):
    """A need that is merged is decided with the one it is part of."""

    text = say(
        "“%(need)s” is part of “%(whole)s”, asked by more than one customer: act on that one, or take them apart."
    )


class NobodyIsCustomer(Refusal):
    """Nobody is customer, so nobody can decide."""

    text = say(
        "Nobody can decide: %(customer)s has no person in the customer role. Name one first."
    )


class RoleNotAccepted(Refusal):
    """The customer role is not accepted, so nobody can decide in it."""

    text = say(
        "Nobody can decide for %(customer)s yet: the customer role is %(status)s, and only %(person)s can accept it."
    )


class OnlyTheCustomerDecides(Refusal):
    """Somebody decides what only the customer, or whom she lent her mandate, may decide."""

    text = say(
        "%(person)s may prepare “%(what)s”, but only %(people)s can decide it.", people=NAMED_FOR_IT
    )


class MandateDoesNotHold(Refusal):
    """A mandate is over, or has not begun."""

    text = say("%(person)s has no mandate that holds on %(day)s: that is for %(who)s.")


class OutsideMandate(Refusal):
    """A mandate is not about these services."""

    text = say("The mandate of %(person)s is not about %(services)s: that is for %(who)s.")


class CostAboveMandate(Refusal):
    """A decision costs more a year than the mandate allows."""

    text = say(
        "It costs %(cost)s %(currency)s a year, and the mandate of %(person)s is %(amount)s %(currency)s: "
        "that is for %(who)s."
    )


class OneTimeCostAboveMandate(Refusal):
    """A decision costs more once than the mandate allows."""

    text = say(
        "It costs %(cost)s %(currency)s once, and the mandate of %(person)s is %(amount)s %(currency)s: "
        "that is for %(who)s."
    )


class RequirementStands(Refusal):
    """What a requirement says is changed after the customer established it, or it is established by somebody else."""

    text = say(
        "“%(what)s” is %(state)s, and its words stand: write new ones with “Reword” on its page; they hold once %(person)s "
        "establishes them.",
        person=say("the customer"),
    )


class NotInTheForum(Refusal):
    """Somebody decides in a forum she does not belong to."""

    text = say("%(person)s cannot decide for %(forum)s; %(people)s can.", people=NAMED_FOR_IT)


class MinutesNotNamed(Refusal):
    """Whoever keeps the picture enters what somebody else decided, and does not say where it stands."""

    text = say(
        "%(person)s took this decision: write as the reason the minutes it stands in, for example “steering group, "
        "12 November”. They are kept and shown beside the decision.",
        person=say("Somebody else"),
    )


class DecidedAlready(Refusal):
    """A question is decided once, in one forum."""

    text = say(
        "This was decided on %(day)s by %(person)s: “%(decision)s”. A question is decided once, in one forum."
    )


class LiesElsewhere(Refusal):
    """A need is decided where its question was taken to."""

    text = say("This lies with %(forum)s: “%(question)s” A question is decided in one forum.")


class NotAQuestion(Refusal):
    """What is escalated is not one question."""

    text = say(
        "“%(written)s” is not one question: write one sentence that ends with “?”, so that it can be answered."
    )


class DayHasPassed(Refusal):
    """A deadline is missing, or lies in the past."""

    text = say("Say by when it must be decided: a day from %(today)s on.")


class TooFewOptions(Refusal):
    """A question comes to the steering group without a choice."""

    text = say(
        "The steering group chooses between options: give at least two, each with its consequence. There are %(count)s."
    )


class NotTried(Refusal):
    """A question comes to the steering group without what was tried below."""

    text = say("Say what was tried before, so that the steering group does not ask for it.")


class AtTheTop(Refusal):
    """A question cannot be moved further up."""

    text = say("It lies with the IT steering group already; that is the top.")


class Settled(Refusal):
    """Something that is over is not changed any more."""

    text = say("“%(what)s” is settled; nothing is done with it any more.")


class ToldAlready(Refusal):
    """An answer was told back already."""

    text = say("It was told back on %(day)s by %(person)s.", person="–")
