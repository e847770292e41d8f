"""Questions as people ask them, the forums they are treated in, who is around a unit, and the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domestique.parties.mandates import Grant
from domestique.quantities.sentence import Sentence, say


class WantsToAsk(StrEnum):
    """What somebody wants to ask, as one says it."""

    USE = "use"
    ORDER = "order"
    NEW_NEED = "new-need"
    NEW_SERVICE = "new-service"
    CHANGE = "change"
    LEVEL = "level"
    PRICE = "price"
    BREACH = "breach"
    COMPLAINT = "complaint"
    STRATEGY = "strategy"


QUESTIONS = {
    WantsToAsk.USE: say("How do I use it?"),
    WantsToAsk.ORDER: say("I want to order something."),
    WantsToAsk.NEW_NEED: say("We need something."),
    WantsToAsk.NEW_SERVICE: say("We need a service that does not exist."),
    WantsToAsk.CHANGE: say("A service should change."),
    WantsToAsk.LEVEL: say("The promised level is not right."),
    WantsToAsk.PRICE: say("What does it cost, and why?"),
    WantsToAsk.BREACH: say("You did not keep what you promised."),
    WantsToAsk.COMPLAINT: say("I want to complain."),
    WantsToAsk.STRATEGY: say("Where should IT be going?"),
}


class Place(StrEnum):
    """The forum a question is treated in, once."""

    DESK = "service desk"
    CATALOGUE = "catalogue"
    DIALOGUE = "development dialogue"
    FOLLOW_UP = "follow-up"
    TEAM = "customer team"
    STEERING = "it steering group"


PLACES = {
    Place.DESK: say("the service desk"),
    Place.CATALOGUE: say("the catalogue"),
    Place.DIALOGUE: say("the development dialogue"),
    Place.FOLLOW_UP: say("the follow-up meeting"),
    Place.TEAM: say("the customer team"),
    Place.STEERING: say("the IT steering group"),
}


@dataclass(frozen=True, slots=True)
class AroundUnit:
    """Who is around a unit on a day, by name; empty is not known.

    ``customer`` is the unit its customer decides for and ``person`` that customer; ``status`` is how far the role has
    come. ``orderer`` orders for the unit. The managers are those of the customer's team on the day. How much she may
    decide is said only where ``shows_amounts``.
    """

    unit: str
    customer: str = ""
    person: str = ""
    status: str = ""
    currency: str = ""
    orderer: str = ""
    team: str = ""
    customer_manager: str = ""
    delivery_manager: str = ""
    desk: str = ""
    controller: str = ""
    chair: str = ""
    grants: tuple[Grant, ...] = ()
    shows_amounts: bool = True

    @property
    def asks(self) -> str:
        """Who speaks for the unit: its orderer, or the customer herself."""
        return self.orderer or self.person


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a unit on a day; if known, the services it is about and what it would cost a year."""

    question: WantsToAsk
    day: date
    services: tuple[str, ...] = ()
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Who prepares and who decides, by name (empty: nobody can now, or nobody has to), where, and why."""

    prepares: str
    decides: str
    forum: Place
    reasons: tuple[Sentence, ...]
    needs_decision: bool = True

    def because(self, *reasons: Sentence) -> Answer:
        """Return the same answer with further reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))
