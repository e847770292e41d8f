"""What was amended in an agreement, what is proposed, and what was corrected, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domestique.agreements.amending import LineChange, LineText, amended
from domestique.agreements.choices import AmendmentStatus
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.agreements.version_queries import corrections_of
from domestique.portfolio.models import Service
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class ProposedAmendment:
    """What is proposed to hold from a day on: by whom, and line by line what it says instead of what."""

    valid_from: date
    proposed_by: str
    proposed_on: date | None
    changes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class AmendedLine:
    """A line of the agreement, and what it says after the amendments accepted so far."""

    line: AgreementLine
    text: LineText
    amended_from: date | None = None


def line_text(row: AgreementLine | Amendment) -> LineText:
    """Return what a line, or an amendment of one, says."""
    return LineText(row.content, row.availability_target, row.planned_units, row.unit_price)


def as_amended(
    lines: Iterable[AgreementLine], amendments: Iterable[Amendment]
) -> list[AmendedLine]:
    """Return the lines as the amendments left them, those that were added last."""
    found = {line.service_id: AmendedLine(line, line_text(line)) for line in lines}
    for one in amendments:
        line = found.pop(one.service_id, None)
        change = LineChange(one.valid_from, line_text(one), one.taken_out)
        text = amended(line.text if line else None, change)
        if text is not None:
            kept = line.line if line else AgreementLine(service_id=one.service_id)
            found[one.service_id] = AmendedLine(kept, text, one.valid_from)
    return list(found.values())


def proposals_of(
    lines: Iterable[AgreementLine], amendments: Iterable[Amendment], services: Mapping[str, Service]
) -> Iterable[ProposedAmendment]:
    """Yield what is proposed, day by day, against what holds then."""
    every = list(amendments)
    by_day = gathered(
        (one.valid_from, one) for one in every if one.status == AmendmentStatus.PROPOSED
    )
    for day, proposed in by_day.items():
        accepted = [
            one for one in every if one.status == AmendmentStatus.ACCEPTED and one.valid_from <= day
        ]
        held = {one.line.service_id: one.text for one in as_amended(lines, accepted)}
        first = proposed[0]
        said = [_proposed(one, held.get(one.service_id), services) for one in proposed]
        yield ProposedAmendment(day, first.proposed_by, first.proposed_on, tuple(said))


def _proposed(one: Amendment, held: LineText | None, services: Mapping[str, Service]) -> Sentence:
    service = services.get(one.service_id)
    name = service.name if service else one.service_id
    after = amended(held, LineChange(one.valid_from, line_text(one), one.taken_out))
    if after is None:
        return say("%(service)s: taken out", service=name)
    if held is None:
        return say("%(service)s: new, %(text)s", service=name, text=_in_words(after))
    return say("%(service)s: %(changes)s", service=name, changes=_differences(held, after))


def _in_words(text: LineText) -> Sentence:
    parts = [
        say(DIFFERENCES[field][0], now=value)
        for field in DIFFERENCES
        if (value := getattr(text, field)) not in (None, "")
    ]
    return joined(parts) if parts else say("nothing stated")


def _differences(before: LineText, after: LineText) -> Sentence:
    said = [
        say(
            text,
            was=getattr(before, field) or say("not stated"),
            now=getattr(after, field) or say("not stated"),
        )
        for field, (_, text) in DIFFERENCES.items()
        if getattr(before, field) != getattr(after, field)
    ]
    return joined(said) if said else say("nothing changes")


DIFFERENCES = {
    "level": ("level %(now)s %%", "level %(now)s %% instead of %(was)s %%"),
    "units": ("units %(now)s", "units %(now)s instead of %(was)s"),
    "price": ("price %(now)s", "price %(now)s instead of %(was)s"),
    "content": ("content %(now)s", "content “%(now)s” instead of “%(was)s”"),
}
"""What is said of each thing a line states: alone, and instead of what it stated before."""


def corrections_told(record: Agreement, services: Mapping[str, Service]) -> Iterable[Sentence]:
    """Yield what was corrected after the agreement was accepted: both texts, by whom, and the paper."""
    for one in corrections_of(record):
        service = services.get(one.service)
        yield say(
            "%(service)s was transcribed wrongly: %(changes)s. Corrected by %(who)s on %(day)s: %(why)s",
            service=service.name if service else one.service,
            changes=_differences(one.before, one.after),
            who=one.who,
            day=one.on,
            why=one.why or say("no paper is named"),
        )


def joined(said: Sequence[Sentence]) -> Sentence:
    """Say one after the other."""
    if len(said) == 1:
        return said[0]
    return say("%(first)s; %(rest)s", first=said[0], rest=joined(said[1:]))
