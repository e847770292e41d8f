"""What needs, requirements, escalations and decisions refuse; each refusal says what would be right and who can."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import LIST, Sentence, say


def _either(people: Iterable[str]) -> Sentence:
    """Say who can, or that nobody is named yet."""
    named = sorted({person for person in people if person})
    return say("%(people)s", people=LIST.join(named)) if named else say("whoever is named for it")


class NotForYou(Refusal):
    """Somebody does what is for others to do."""

    def __init__(self, person: str, people: Iterable[str]) -> None:
        """Name the person and who can."""
        super().__init__(
            say(
                "%(person)s cannot do this; it is for %(people)s.",
                person=person,
                people=_either(people),
            )
        )


class NotThere(Refusal):
    """What is named does not exist, or not for this viewer."""

    def __init__(self, what: Sentence, id_: str) -> None:
        """Name the kind of thing and the id."""
        super().__init__(
            say(
                "There is no %(what)s “%(id)s”; choose one that is on record.",
                what=what,
                id=id_ or "–",
            )
        )


class NothingSaid(Refusal):
    """A text that must say something is empty."""

    def __init__(self, what: Sentence) -> None:
        """Name what is missing."""
        super().__init__(say("Nothing is kept yet: %(what)s is missing.", what=what))


class NotAStep(Refusal):
    """A step that does not exist, or that a need takes in another way."""

    def __init__(self, step: str) -> None:
        """Name the step."""
        super().__init__(
            say(
                "“%(step)s” is not a step to take here; choose one from the list. A decision is taken with “Decide”.",
                step=step or "–",
            )
        )


class StepTakenToday(Refusal):
    """A need takes the same step twice a day."""

    def __init__(self, need: str, step: Sentence) -> None:
        """Name the need and the step."""
        super().__init__(
            say(
                "“%(need)s” has taken the step “%(step)s” today already.",
                need=need,
                step=step,
            )
        )


class CannotMerge(Refusal):
    """A need is to be merged with one it cannot be part of."""

    def __init__(self, need: str) -> None:
        """Name the need."""
        super().__init__(
            say(
                "“%(need)s” cannot be merged so: choose another need that is not part of it already.",
                need=need,
            )
        )


class PartOfAnother(Refusal):
    """A need that is merged is decided with the one it is part of."""

    def __init__(self, need: str, whole: str) -> None:
        """Name both needs."""
        super().__init__(
            say(
                "“%(need)s” is part of “%(whole)s”, asked by more than one customer: act on that one, or take them apart.",
                need=need,
                whole=whole,
            )
        )


class NobodyIsCustomer(Refusal):
    """Nobody is customer, so nobody can decide."""

    def __init__(self, customer: str) -> None:
        """Name the customer."""
        super().__init__(
            say(
                "Nobody can decide: %(customer)s has no person in the customer role. Name one first.",
                customer=customer,
            )
        )


class RoleNotAccepted(Refusal):
    """The customer role is not accepted, so nobody can decide in it."""

    def __init__(self, customer: str, person: str, status: str) -> None:
        """Name the customer, the person and how far the role has come."""
        super().__init__(
            say(
                "Nobody can decide for %(customer)s yet: the customer role is %(status)s, and only %(person)s can accept it.",
                customer=customer,
                person=person,
                status=status,
            )
        )


class OnlyTheCustomerDecides(Refusal):
    """Somebody decides what only the customer, or whom she lent her mandate, may decide."""

    def __init__(self, person: str, what: str, deciders: Iterable[str]) -> None:
        """Name the person, what is to be decided, and who can."""
        super().__init__(
            say(
                "%(person)s may prepare “%(what)s”, but only %(people)s can decide it.",
                person=person,
                what=what,
                people=_either(deciders),
            )
        )


class MandateDoesNotHold(Refusal):
    """A mandate is over, or has not begun."""

    def __init__(self, person: str, day: date, who: Sentence) -> None:
        """Name whose mandate, the day, and who can."""
        super().__init__(
            say(
                "%(person)s has no mandate that holds on %(day)s: that is for %(who)s.",
                person=person,
                day=day,
                who=who,
            )
        )


class OutsideMandate(Refusal):
    """A mandate is not about these services."""

    def __init__(self, person: str, services: Iterable[str], who: Sentence) -> None:
        """Name whose mandate, the services outside it, and who can."""
        super().__init__(
            say(
                "The mandate of %(person)s is not about %(services)s: that is for %(who)s.",
                person=person,
                services=LIST.join(services),
                who=who,
            )
        )


class CostAboveMandate(Refusal):
    """A decision costs more a year than the mandate allows."""

    def __init__(
        self, cost: Decimal, person: str, amount: Decimal, currency: str, who: Sentence
    ) -> None:
        """Name the cost, whose mandate, how much it allows (both in the customer's currency), and who can."""
        super().__init__(
            say(
                "It costs %(cost)s %(currency)s a year, and the mandate of %(person)s is %(amount)s %(currency)s: "
                "that is for %(who)s.",
                cost=cost,
                person=person,
                amount=amount,
                currency=currency,
                who=who,
            )
        )


class NotInTheForum(Refusal):
    """Somebody decides in a forum she does not belong to."""

    def __init__(self, person: str, forum: Sentence, people: Iterable[str]) -> None:
        """Name the person, the forum and who is in it."""
        super().__init__(
            say(
                "%(person)s cannot decide for %(forum)s; %(people)s can.",
                person=person,
                forum=forum,
                people=_either(people),
            )
        )


class DecidedAlready(Refusal):
    """A question is decided once, in one forum."""

    def __init__(self, decision: str, person: str, day: date) -> None:
        """Name the first decision, who took it and when."""
        super().__init__(
            say(
                "This was decided on %(day)s by %(person)s: “%(decision)s”. A question is decided once, in one forum.",
                decision=decision,
                person=person,
                day=day,
            )
        )


class LiesElsewhere(Refusal):
    """A need is decided where its question was taken to."""

    def __init__(self, question: str, forum: Sentence) -> None:
        """Name the question and the forum it lies in."""
        super().__init__(
            say(
                "This lies with %(forum)s: “%(question)s” A question is decided in one forum.",
                question=question,
                forum=forum,
            )
        )


class NotAQuestion(Refusal):
    """What is escalated is not one question."""

    def __init__(self, text: str) -> None:
        """Name what was written."""
        super().__init__(
            say(
                "“%(written)s” is not one question: write one sentence that ends with “?”, so that it can be answered.",
                written=text,
            )
        )


class DayHasPassed(Refusal):
    """A deadline is missing, or lies in the past."""

    def __init__(self, today: date) -> None:
        """Name today."""
        super().__init__(
            say("Say by when it must be decided: a day from %(today)s on.", today=today)
        )


class TooFewOptions(Refusal):
    """A question comes to the steering group without a choice."""

    def __init__(self, options: int) -> None:
        """Name how many options with a consequence there are."""
        super().__init__(
            say(
                "The steering group chooses between options: give at least two, each with its consequence. There are %(count)s.",
                count=options,
            )
        )


class NotTried(Refusal):
    """A question comes to the steering group without what was tried below."""

    def __init__(self) -> None:
        """There is nothing to name."""
        super().__init__(
            say("Say what was tried before, so that the steering group does not ask for it.")
        )


class AtTheTop(Refusal):
    """A question cannot be moved further up."""

    def __init__(self) -> None:
        """There is nothing to name."""
        super().__init__(say("It lies with the IT steering group already; that is the top."))


class Settled(Refusal):
    """Something that is over is not changed any more."""

    def __init__(self, what: str) -> None:
        """Name what is over."""
        super().__init__(say("“%(what)s” is settled; nothing is done with it any more.", what=what))


class ToldAlready(Refusal):
    """An answer was told back already."""

    def __init__(self, day: date, person: str) -> None:
        """Name when and by whom."""
        super().__init__(
            say("It was told back on %(day)s by %(person)s.", day=day, person=person or "–")
        )
