"""What the door refuses: each says who can."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import WHO_CAN, Ability


class NotHersToDo(Refusal):
    """Something that takes an ability somebody has not."""

    def __init__(self, person: str, ability: Ability) -> None:
        """Name the person, the ability, and who has it."""
        super().__init__(person=person, ability=say(ability.value), who=WHO_CAN[ability])


class MayNotEnter(NotHersToDo):
    """Somebody enters or changes a record of a kind that others enter."""

    text = say("%(person)s may not %(ability)s. Those who may are %(who)s.")


class OthersGiveRoles(NotHersToDo):
    """Somebody enters who has which role, and may not."""

    text = say(
        "%(person)s may not %(ability)s, for it opens what only its holders may see. Those who may are %(who)s."
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
