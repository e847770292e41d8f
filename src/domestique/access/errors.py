"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.access.roles import WHO_CAN
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability


class NobodyByThatName(Refusal):
    """A name that nobody in the picture has."""

    def __init__(self, name: str) -> None:
        """Name whom was asked for."""
        super().__init__(
            say(
                "The picture knows nobody called “%(name)s”; write the name as it stands in the lists, or let whoever "
                "keeps the picture enter her in the table people.",
                name=name,
            )
        )


class NotForHer(Refusal):
    """A page or a command that needs an ability the person does not have."""

    def __init__(self, person: str, ability: Ability) -> None:
        """Name the person, what it takes, and who has it."""
        super().__init__(
            say(
                "This is not open to %(person)s, who may not %(ability)s. Those who may are %(who)s.",
                person=person,
                ability=say(ability.value),
                who=WHO_CAN[ability],
            )
        )


class OnlyForKeeper(Refusal):
    """A page or a command that is for whoever keeps the picture."""

    def __init__(self, person: str) -> None:
        """Name the person who asked."""
        super().__init__(
            say(
                "This is not open to %(person)s: only whoever keeps the picture can do it.",
                person=person,
            )
        )


class OtherCustomer(Refusal):
    """The business of a customer the person may not see."""

    def __init__(self, person: str, customer: str, whom_to_ask: str) -> None:
        """Name the person, the customer, and who answers for the customer."""
        super().__init__(
            say(
                "The business of %(customer)s is not open to %(person)s. Its customer team sees it; ask %(whom)s.",
                person=person,
                customer=customer,
                whom=whom_to_ask or say("the chief information officer"),
            )
        )


class NotLetIn(Refusal):
    """A name and a password that do not open a log-in; which of the two is wrong is not told."""

    def __init__(self) -> None:
        """Say what to do next."""
        super().__init__(
            say(
                "That name and that password do not fit together. Write your name as it stands in the lists, and try again."
            )
        )


class TooManyTries(Refusal):
    """Too many wrong passwords for one name."""

    def __init__(self, minutes: int) -> None:
        """Say how long to wait."""
        super().__init__(
            say(
                "There were too many wrong tries for this name. Wait %(minutes)s minutes, then try again; whoever keeps "
                "the picture can give you a new password meanwhile.",
                minutes=minutes,
            )
        )


class PasswordTooEasy(Refusal):
    """A password that is short, common, or the name itself."""

    def __init__(self, least: int) -> None:
        """Say what would be right."""
        super().__init__(
            say(
                "This password is easy to guess; take at least %(least)s letters that are neither your name nor a common "
                "password, for example four words of your own.",
                least=least,
            )
        )


class PasswordsDiffer(Refusal):
    """A new password that was typed in two ways."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("The two new passwords differ; type the same one twice."))


class WrongPassword(Refusal):
    """A present password that is not right."""

    def __init__(self) -> None:
        """Say what was not right."""
        super().__init__(
            say("The present password is not right; the password stays as it was. Try again.")
        )


class HasAccountAlready(Refusal):
    """A second account for a name."""

    def __init__(self, name: str) -> None:
        """Name the person."""
        super().__init__(
            say(
                "%(name)s has an account already; to give it a new password, use domestique user password.",
                name=name,
            )
        )


class NoAccount(Refusal):
    """A name without an account."""

    def __init__(self, name: str) -> None:
        """Name the person."""
        super().__init__(
            say(
                "There is no account for “%(name)s”; domestique user list shows those there are.",
                name=name,
            )
        )
