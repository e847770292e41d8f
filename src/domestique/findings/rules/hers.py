"""Rules about what is the customer's own: her answers, her scores, her complaints (R18, R25, K29)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.quantities.sentence import say
from domestique.satisfaction import complaint_state
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.surveys.survey import FEWEST_SHOWN


@dataclass(frozen=True, slots=True)
class ScoreFacts:
    """Who scored which service for which customer; ``key`` names the row."""

    key: str
    customer: str
    service: str
    scored_by: str


@dataclass(frozen=True, slots=True)
class FiledComplaint:
    """A complaint by its id, whose it is, and how far it has come."""

    id: str
    customer: str
    facts: complaint_state.ComplaintFacts


def small_groups(
    picture: Picture, sheets: Mapping[tuple[str, str], int], names: Mapping[str, str]
) -> Iterator[Finding]:
    """R18: a group of fewer than five sheets of an anonymous survey is hidden, for its people could be told apart.

    ``sheets`` counts sheets by survey and customer, ``names`` are the surveys' names.
    """
    for (survey, customer), count in sorted(sheets.items()):
        if customer and count < FEWEST_SHOWN:
            yield picture.finding(
                "R18",
                ("surveys", survey, customer),
                say(
                    "In %(survey)s only %(count)s of %(customer)s have answered, so their answers are hidden.",
                    survey=names.get(survey, survey),
                    count=count,
                    customer=picture.name_of_customer(customer),
                ),
                say("Remind them, or leave the customer out of those sheets."),
            )


def foreign_scores(
    picture: Picture, scores: Iterable[ScoreFacts], sides: Mapping[str, CustomersSide]
) -> Iterator[Finding]:
    """R25: what a service is worth to a customer is said on her side only."""
    for score in scores:
        side = sides.get(score.customer)
        if side is None or side.holds(score.scored_by):
            continue
        yield picture.finding(
            "R25",
            ("value_scores", score.key, score.customer),
            say(
                "%(person)s scored %(service)s for %(customer)s without standing on that side.",
                person=score.scored_by,
                service=picture.name_of_service(score.service),
                customer=side.name,
            ),
            say(
                "Ask %(person)s, and let the score be given there.", person=side.person or side.name
            ),
        )


def neglected_complaints(
    picture: Picture, complaints: Iterable[FiledComplaint], holidays: Collection[date]
) -> Iterator[Finding]:
    """K29: a complaint is acknowledged in a working day, ends in satisfaction or escalation, and within a month."""
    for one in complaints:
        name = picture.name_of_customer(one.customer)
        if complaint_state.is_unacknowledged(one.facts, picture.today, holidays):
            text = say(
                "%(customer)s complained, and nobody has said that it is received.", customer=name
            )
            advice = say("Tell them today that it is received, and who looks into it.")
        elif complaint_state.is_left_unsatisfied(one.facts):
            text = say(
                "%(customer)s was answered, is not satisfied, and nobody has escalated the complaint.",
                customer=name,
            )
            advice = say("Answer better, or escalate it.")
        elif complaint_state.is_open_long(one.facts, picture.today):
            text = say(
                "A complaint of %(customer)s has been open for %(days)s days; %(most)s are the most there should be.",
                customer=name,
                days=complaint_state.age_days(one.facts, picture.today),
                most=complaint_state.OPEN_AT_MOST,
            )
            advice = say("Say when it will be over, and close it with the customer.")
        else:
            continue
        owner = picture.customer_manager_of(one.customer)
        yield Finding("K29", "complaints", one.id, text, advice, one.customer, owner)


def counted_sheets(rows: Iterable[tuple[str, str | None, str]]) -> dict[tuple[str, str], int]:
    """Count sheets by survey and customer, from (survey, customer, sheet)."""
    return dict(Counter((survey, customer or "") for survey, customer, _ in set(rows)))
