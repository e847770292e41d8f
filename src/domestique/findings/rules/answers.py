"""Rules about what was decided: by whom, told back, and questions past their day (R08, R13, S2-17)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.parties.mandates import Grant
from domestique.quantities.sentence import say
from domestique.relations.choices import Forum
from domestique.relations.needs.deciding import FORUMS
from domestique.relations.needs.escalating import is_overdue


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision as the rules see it."""

    id: str
    customer: str
    question: str
    forum: str
    decided_by: str
    decided_on: date
    is_told: bool


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """An escalation that waits, as the rules see it."""

    id: str
    customer: str
    question: str
    forum: str
    due_on: date | None


def untold_decisions(picture: Picture, decisions: Iterable[DecisionFacts]) -> Iterator[Finding]:
    """R13: what was decided is told back to those who asked, or stays open."""
    for one in decisions:
        if not one.is_told:
            yield picture.finding(
                "R13",
                ("decisions", one.id, one.customer),
                say(
                    "“%(question)s” was decided on %(day)s, but nobody has told %(customer)s.",
                    question=one.question,
                    day=one.decided_on,
                    customer=picture.name_of_customer(one.customer),
                ),
                say("Tell those who asked, in their words, and note the day."),
            )


def decided_by_others(
    picture: Picture, decisions: Iterable[DecisionFacts], mandates: Iterable[tuple[str, Grant]]
) -> Iterator[Finding]:
    """R08: what is the customer's to decide was decided by her, or by whom she had lent her mandate that day."""
    lent = [(customer, one) for customer, one in mandates if one.delegated_by]
    for one in decisions:
        customer = picture.customers.get(one.customer)
        if one.forum != Forum.CUSTOMER or customer is None:
            continue
        stood_in = {
            mandate.person
            for id_, mandate in lent
            if id_ == one.customer and mandate.holds_on(one.decided_on)
        }
        if one.decided_by not in stood_in | {customer.person}:
            yield picture.finding(
                "R08",
                ("decisions", one.id, one.customer),
                say(
                    "“%(question)s” was decided by %(person)s, who had no mandate of %(customer)s.",
                    question=one.question,
                    person=one.decided_by,
                    customer=customer.name,
                ),
                say("Put it before the customer: only she, or whom she lent her mandate, decides."),
            )


def overdue_questions(picture: Picture, questions: Iterable[QuestionFacts]) -> Iterator[Finding]:
    """S2-17: an escalated question is decided by its day."""
    for one in questions:
        if is_overdue(one.due_on, picture.today):
            yield picture.finding(
                "S2-17",
                ("escalations", one.id, one.customer),
                say(
                    "“%(question)s” had to be decided by %(day)s, and still lies with %(forum)s.",
                    question=one.question,
                    day=one.due_on,
                    forum=FORUMS[one.forum],
                ),
                say("Decide it, move it up, or withdraw it and say why."),
            )
