"""What the door refuses: each says who can."""

from typing import ClassVar

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class MayNotEnter(Refusal):
    """Somebody enters or changes a record of a kind that others enter."""

    text = say("%(person)s may not %(ability)s. Those who may are %(who)s.")


class OthersGiveRoles(Refusal):
    """Somebody enters who has which role, and may not."""

    text = say(
        "%(person)s may not %(ability)s, for it opens what only its holders may see. Those who may are %(who)s."
    )


class KeeperSets(Refusal):
    """Somebody else than the keeper sets what the whole picture is reckoned by."""

    keeper_may: ClassVar[bool] = True

    text = say(
        "%(person)s may not change what the whole picture is reckoned by; only whoever keeps the picture can."
    )


class OnlyInHerOwnName(Refusal):
    """What only one person may enter, in the name of that person."""

    text = say(
        "%(person)s cannot %(what)s in the name of %(by)s; only %(by)s can, logged in as herself, or whoever keeps the "
        "picture, as a record of what happened elsewhere.",
        by=say("somebody who is not named"),
    )


class BusinessOfOthers(Refusal):
    """A record that is, or would become, business of a customer who is not open to this person."""

    text = say(
        "“%(value)s” is business of a customer that is not open to %(person)s; its own customer team can enter this."
    )


class NotYourCustomer(Refusal):
    """A record that would be of a customer this person may not see."""

    text = say("This would be a customer's business you may not see; ask her customer team.")


class WordsStand(Refusal):
    """What somebody said herself is changed by somebody else."""

    text = say(
        "What %(person)s said stands. Only %(person)s can change it, or whoever keeps the picture."
    )
