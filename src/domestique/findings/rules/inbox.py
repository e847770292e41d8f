"""Rules about what came in: it is sorted, answered and told back; nothing disappears (R12, R13)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.improvement.triage import Lying, is_untold, lies_unanswered, lies_unsorted
from domestique.quantities.sentence import say


@dataclass(frozen=True, slots=True)
class InboxFacts:
    """An item of the inbox as the rules see it."""

    id: str
    text: str
    origin: str
    customer: str
    services: tuple[str, ...]
    times: int
    received_on: date
    answered_on: date | None
    lying: Lying


def unsorted_items(picture: Picture, items: Iterable[InboxFacts]) -> Iterator[Finding]:
    """R12: what came in is sorted within a week."""
    for item in items:
        if lies_unsorted(item.lying, picture.today):
            yield picture.finding(
                "R12",
                ("inbox", item.id, item.customer),
                say(
                    "“%(text)s”, from %(origin)s, has lain in the inbox unsorted for %(days)s days.",
                    text=item.text,
                    origin=item.origin,
                    days=(picture.today - item.received_on).days,
                ),
                say("Sort it: one key says where it goes, and a reason if it is dropped."),
                _owner(picture, item),
            )


def unanswered_observations(picture: Picture, items: Iterable[InboxFacts]) -> Iterator[Finding]:
    """R13: the desk gets an answer to what it hears; whoever owns the service gives it."""
    for item in items:
        if not lies_unanswered(item.lying, picture.today):
            continue
        yield picture.finding(
            "R13",
            ("inbox", item.id, item.customer),
            say(
                "The desk has heard “%(text)s” %(times)s times, and nobody has answered for %(days)s days.",
                text=item.text,
                times=item.times,
                days=(picture.today - item.received_on).days,
            ),
            say("Answer the desk, even if the answer is no: it goes on hearing it."),
            _owner(picture, item),
        )


def untold_answers(picture: Picture, items: Iterable[InboxFacts]) -> Iterator[Finding]:
    """R13: an answer reaches those who asked."""
    for item in items:
        if is_untold(item.lying):
            yield picture.finding(
                "R13",
                ("inbox", item.id, item.customer),
                say(
                    "“%(text)s” was answered on %(day)s, but %(origin)s has not been told.",
                    text=item.text,
                    day=item.answered_on,
                    origin=item.origin,
                ),
                say("Tell them, and note the day."),
                _owner(picture, item),
            )


def _owner(picture: Picture, item: InboxFacts) -> str:
    owners = (picture.services[one].owner for one in item.services if one in picture.services)
    return next(filter(None, owners), "")
