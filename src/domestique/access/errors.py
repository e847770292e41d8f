"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import WHO_CAN, Ability


class NobodyByThatName(Refusal):
    """A name that nobody in the picture has."""

    text = say(
        "The picture knows nobody called “%(name)s”; write the name as it stands in the lists, or let whoever "
        "keeps the picture enter her in the table people."
    )


class NotForHer(Refusal):
    """A page or a command that needs an ability the person does not have."""

    text = say(
        "This is not open to %(person)s, who may not %(ability)s. Those who may are %(who)s."
    )

    def __init__(self, person: str, ability: Ability) -> None:
        """Name the person, what it takes, and who has it."""
        super().__init__(person=person, ability=say(ability.value), who=WHO_CAN[ability])


class OnlyForKeeper(Refusal):
    """A page or a command that is for whoever keeps the picture."""

    text = say("This is not open to %(person)s: only whoever keeps the picture can do it.")


class OtherCustomer(Refusal):
    """The business of a customer the person may not see."""

    text = say(
        "The business of %(customer)s is not open to %(person)s. Its customer team sees it; ask %(whom)s.",
        whom=say("the chief information officer"),
    )


class NotLetIn(Refusal):
    """A name and a password that do not open a log-in; which of the two is wrong is not told."""

    text = say(
        "That name and that password do not fit together. Write your name as it stands in the lists, and try again."
    )


class TooManyTries(Refusal):
    """Too many wrong passwords for one name."""

    text = say(
        "There were too many wrong tries for this name. Wait %(minutes)s minutes, then try again; whoever keeps "
        "the picture can give you a new password meanwhile."
    )


class PasswordTooEasy(Refusal):
    """A password that is short, common, or the name itself."""

    text = say(
        "This password is easy to guess; take at least %(least)s letters that are neither your name nor a common "
        "password, for example four words of your own."
    )


class PasswordsDiffer(Refusal):
    """A new password that was typed in two ways."""

    text = say("The two new passwords differ; type the same one twice.")


class WrongPassword(Refusal):
    """A present password that is not right."""

    text = say("The present password is not right; the password stays as it was. Try again.")


class HasAccountAlready(Refusal):
    """A second account for a name."""

    text = say(
        "%(name)s has an account already; to give it a new password, use domestique user password."
    )


class NoAccount(Refusal):
    """A name without an account."""

    text = say("There is no account for “%(name)s”; domestique user list shows those there are.")
