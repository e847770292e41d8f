"""What working with customers refuses: each refusal says what is wrong and who can, or what would be right."""

from __future__ import annotations

from datetime import date

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say


class WorkIsNotYours(Refusal):
    """A person who does not work with customers tries to do what their team does."""

    def __init__(self, person: str) -> None:
        """Name the person and who can."""
        super().__init__(
            say(
                "%(person)s does not work with customers. The customer's team can do this: her customer manager, "
                "her delivery manager or a service owner.",
                person=person,
            )
        )


class SideIsNotYours(Refusal):
    """A person tells how a meeting felt to a side she does not belong to."""

    def __init__(self, person: str, *, is_it: bool) -> None:
        """Name the person, the side and who can."""
        super().__init__(
            say(
                "%(person)s cannot say how it felt to IT. The customer team can.",
                person=person,
            )
            if is_it
            else say(
                "%(person)s cannot say how it felt to the business. The customer's own people can, "
                "and the team that heard them.",
                person=person,
            )
        )


class CustomerNotThere(Refusal):
    """A customer that is not there, or not for this person."""

    def __init__(self, customer: str) -> None:
        """Name what was given."""
        super().__init__(
            say(
                "There is no customer “%(customer)s” that you may see; choose one from the list.",
                customer=customer,
            )
        )


class ChoiceNotThere(Refusal):
    """A word that is none of the choices."""

    def __init__(self, written: str, choices: tuple[str, ...]) -> None:
        """Name the word and the choices."""
        super().__init__(
            say(
                "“%(written)s” is not one of the choices: %(choices)s.",
                written=written,
                choices=", ".join(choices),
            )
        )


class WordsMissing(Refusal):
    """A field without which the rest says nothing was left empty."""

    def __init__(self, sentence: Sentence) -> None:
        """Say which, in the words of its form."""
        super().__init__(sentence)


class DayLiesAhead(Refusal):
    """Something is said to have happened on a day that has not come."""

    def __init__(self, day: date, today: date) -> None:
        """Name the day and today."""
        super().__init__(
            say(
                "%(day)s has not come yet; today is %(today)s. Give the day on which it happened.",
                day=day,
                today=today,
            )
        )


class TwoSidesMissing(Refusal):
    """A contact that names nobody on the other side."""

    def __init__(self) -> None:
        """Say what would be right."""
        super().__init__(
            say(
                "Nobody of the customer's is named. Write with whom you spoke, or whom you wrote to."
            )
        )


class PromiseIsSettled(Refusal):
    """A promise that was kept or taken back already."""

    def __init__(self, promise: str, day: date) -> None:
        """Name the promise and the day."""
        super().__init__(
            say(
                "“%(promise)s” was settled already, on %(day)s; nothing is left to do.",
                promise=promise,
                day=day,
            )
        )


class MeetingIsOver(Refusal):
    """A meeting that was held or cancelled cannot be held, moved or cancelled again."""

    def __init__(self, day: date, *, was_held: bool) -> None:
        """Name the day, and which of the two."""
        super().__init__(
            say("It was held on %(day)s already. Plan another meeting instead.", day=day)
            if was_held
            else say("It was cancelled on %(day)s. Plan another meeting instead.", day=day)
        )


class MeetingNotHeld(Refusal):
    """A meeting that has not been held has no mood yet."""

    def __init__(self) -> None:
        """Say what would be right."""
        super().__init__(
            say("The meeting has not been held yet. Say how it felt when it has been.")
        )


class TimeHasPassed(Refusal):
    """A meeting is planned for a time that lies behind."""

    def __init__(self, day: date, today: date) -> None:
        """Name the day and today."""
        super().__init__(
            say(
                "%(day)s has passed; today is %(today)s. Choose a day from today on.",
                day=day,
                today=today,
            )
        )


class NothingToPark(Refusal):
    """An item that stands where it belongs."""

    def __init__(self, item: str) -> None:
        """Name the item."""
        super().__init__(
            say("“%(item)s” stands where it belongs; there is nothing to park.", item=item)
        )
