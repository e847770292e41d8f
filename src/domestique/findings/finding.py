"""A finding: what is wrong or missing in the picture, in a plain sentence, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from domestique.quantities.sentence import Sentence, say

RULES = {
    "R01": say("Customers who are not where the money is"),
    "R02": say("Orderers who do not mirror the organisation"),
    "R03": say("Served without an accepted customer role"),
    "R04": say("Customers without a customer team"),
    "R05": say("Customer teams that lack somebody"),
    "R06": say("In force without having been accepted"),
    "R07": say("Agreed without a level"),
    "R08": say("Needs that wait for a decision"),
    "R09": say("Packages with services that are not live"),
    "R10": say("What stands in the wrong kind of meeting"),
    "R11": say("Customers' people spoken with past their team"),
    "R12": say("What came in, and nobody has sorted"),
    "R13": say("Answers that nobody was told"),
    "R14": say("Live services changed without ground"),
    "R15": say("Offered without owner, unit or price"),
    "R16": say("Promises above what they stand on"),
    "R18": say("Answers hidden, so that nobody can be told apart"),
    "R19": say("Mood too old to say anything"),
    "R20": say("Unhappy, and nobody has asked what is contemplated"),
    "R21": say("Cost that reaches nobody"),
    "R23": say("Promised back sooner than anyone can"),
    "R24": say("Used without agreement, agreed without use"),
    "S1-03": say("Customers not spoken with, and what was to follow"),
    "S1-12": say("Agreed twice for the same days"),
    "S1-13": say("Meetings that are overdue"),
    "R25": say("Scored by somebody who is not on the customer's side"),
    "K29": say("Complaints that wait for us"),
    "S1-19": say("Value the customer has not confirmed"),
    "S1-27": say("Improvements too big, not measured, or not felt"),
    "S1-30": say("The same need from several customers"),
    "S2-12": say("Promises past their day"),
    "S2-17": say("Questions past the day they had to be decided"),
    "S2-25": say("What a service needs was away, and nobody noted whether it was, too"),
    "S3-09": say("Notice dates passed or near"),
    "S3-22": say("Improvements without customer, value or problem"),
}
"""What each rule is about: R01-R26, or the requirement where no rule has a number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    ``rule`` is R01-R26, or the requirement where no rule has a number; ``table`` and ``subject`` name the row it is about;
    ``customer`` is the customer it concerns and ``owner`` the person in IT who answers for it, where there is one.
    """

    rule: str
    table: str
    subject: str
    text: Sentence
    advice: Sentence
    customer: str = ""
    owner: str = ""

    def naming(self, names: Mapping[str, str]) -> Finding:
        """Return the same finding with every id in its sentences said by its name; the subject stays."""
        return replace(self, text=self.text.naming(names), advice=self.advice.naming(names))

    def told(self, names: Names) -> Finding:
        """Return it in words: every id said by its name."""
        return self.naming(names.all)


@dataclass(frozen=True, slots=True)
class Names:
    """What everything is called by its id: services, and all there is that rules may name."""

    services: Mapping[str, str] = field(default_factory=dict)
    all: Mapping[str, str] = field(default_factory=dict)

    def service(self, id_: str) -> str:
        """Return a service's name, or the id where the service is not known."""
        return self.services.get(id_, id_)


class Sketch(NamedTuple):
    """A finding that is put into words only when somebody reads it: of the large rules there may be very many.

    ``words`` makes text and advice of the names and the values; nothing else may be looked up then.
    """

    rule: str
    table: str
    subject: str
    words: Callable[..., tuple[Sentence, Sentence]]
    values: tuple[Any, ...]
    customer: str = ""
    owner: str = ""

    def told(self, names: Names) -> Finding:
        """Return it in words."""
        rule, table, subject, words, values, customer, owner = self
        text, advice = words(names, *values)
        return Finding(rule, table, subject, text, advice, customer, owner).naming(names.all)
