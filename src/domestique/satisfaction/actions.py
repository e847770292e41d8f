"""What is done about how a customer feels: a pulse is said, a service is scored, an alternative is noted."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.portfolio.queries import service_names
from domestique.quantities.errors import insist, refuse
from domestique.quantities.hours import minute_of_day
from domestique.quantities.sentence import say
from domestique.records.refusals import WordsStand
from domestique.records.saving import as_typed, change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.satisfaction.choices import AlternativeState, Face, WhoseWords
from domestique.satisfaction.customers_side import CustomersSide, why_not_scorer
from domestique.satisfaction.errors import (
    CustomerNotSeen,
    FaceNotChosen,
    FieldLeftEmpty,
    NoSuchServiceFelt,
    SaidAtThatTime,
)
from domestique.satisfaction.models import Alternative, Pulse, ValueScore
from domestique.satisfaction.queries import (
    alternatives_visible_to,
    pulses_visible_to,
    scores_visible_to,
    sides_visible_to,
)
from domestique.satisfaction.value import why_not_score
from domestique.satisfaction.whose_words import person_of, whose_words, why_not_over

SAID, HEARD, GUESSED = "Said how it feels", "Heard how it feels", "Guessed how it feels"
WHY = {WhoseWords.HERS: SAID, WhoseWords.HEARD: HEARD, WhoseWords.GUESS: GUESSED}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is behind a face: her words, what she contemplates, what would turn it, and the money at stake a year."""

    words: str = ""
    contemplating: str = ""
    would_turn: str = ""
    at_stake: Decimal | None = None
    considers: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """The time of the day a face was shown, and the service it is about; empty is not told, and all that IT does."""

    time: str = ""
    service: str = ""


NOTHING_MORE = About()


@dataclass(frozen=True, slots=True)
class Worth:
    """What a service is worth: the score, the most she would pay for a unit, what it brings a year, and why."""

    score: int
    ceiling_price: Decimal | None = None
    benefit: Decimal | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a customer turns to instead, told without blame."""

    services: tuple[str, ...]
    alternative: str
    state: str
    reason: str = ""
    would_turn: str = ""
    at_stake: Decimal | None = None
    learned: str = ""


def side_of(viewer: Viewer, customer_id: str, today: date) -> CustomersSide:
    """Return who stands on a customer's side; refuses ``CustomerNotSeen``."""
    return insist(
        sides_visible_to(viewer, today).get(customer_id), CustomerNotSeen(customer=customer_id)
    )


def tell_face(
    viewer: Viewer,
    customer_id: str,
    today: date,
    *,
    face: str,
    whose: str = "",
    person: str = "",
    about: About = NOTHING_MORE,
) -> Pulse:
    """Note how a customer feels today; a second tap of the same time of the day changes the first.

    Refuses ``FaceNotChosen``, ``WhoseWordsNotSaid``, ``WordsStand``, ``CustomerNotSeen``, ``NoSuchServiceFelt``,
    ``SaidAtThatTime`` and what is no time of a day.
    """
    if face not in Face.values:
        raise FaceNotChosen(face=face)
    service = about.service or None
    if service is not None and service not in service_names(viewer):
        raise NoSuchServiceFelt(service=service)
    hour, minute = divmod(minute_of_day(about.time), 60) if about.time else (0, 0)
    time = f"{hour:02d}:{minute:02d}" if about.time else ""
    side = side_of(viewer, customer_id, today)
    words = whose_words(viewer.person, side, whose)
    said_by = person_of(viewer.person, side, words, person)
    noted_by = "" if words is WhoseWords.HERS else viewer.person
    with changing():
        standing = Pulse.objects.filter(
            customer_id=customer_id, date=today, person=said_by, time=time
        ).first()
        if standing is None:
            new = Pulse(
                customer_id=customer_id,
                date=today,
                person=said_by,
                time=time,
                service_id=service,
                face=face,
                whose=words.value,
                noted_by=noted_by,
            )
            return enter(new, viewer, WHY[words])
        if standing.service_id != service:
            raise SaidAtThatTime(time=time)
        refuse(why_not_over(standing.whose, words, said_by))
        return change(standing, viewer, WHY[words], face=face, whose=words.value, noted_by=noted_by)


def tell_words(viewer: Viewer, pulse_id: int, version: int, today: date, doubt: Doubt) -> Pulse:
    """Put words to a face: what is behind it. None of them has to be given.

    Refuses ``WordsStand`` to anybody but her who said it, ``CustomerNotSeen`` and ``ChangedMeanwhile``.
    """
    with changing():
        pulse = insist(
            pulses_visible_to(viewer).filter(pk=pulse_id).first(), CustomerNotSeen(customer="")
        )
        side = side_of(viewer, pulse.customer_id, today)
        is_hers, said_by = pulse.whose == WhoseWords.HERS, pulse.person or side.person
        if is_hers and viewer.person != said_by:
            raise WordsStand(person=said_by)
        pulse.version = version
        noted_by = pulse.noted_by if is_hers else viewer.person
        why = WHY[WhoseWords(pulse.whose)]
        return change(pulse, viewer, why, noted_by=noted_by, **as_typed(doubt))


def score_value(
    viewer: Viewer, customer_id: str, service_id: str, today: date, worth: Worth
) -> ValueScore:
    """Say what a service is worth to a customer; only her own side may.

    Refuses ``OnlyHerSideMayScore`` (naming who can), ``ScoreOutsideScale`` and ``CustomerNotSeen``.
    """
    refuse(why_not_score(worth.score))
    refuse(why_not_scorer(viewer.person, side_of(viewer, customer_id, today)))
    values = as_typed(worth) | {"scored_by": viewer.person}
    of_today = {"customer_id": customer_id, "service_id": service_id, "scored_on": today}
    with changing():
        standing = scores_visible_to(viewer).filter(**of_today).first()
        if standing is None:
            return enter(ValueScore(**of_today, **values), viewer, "Said what it is worth")
        return change(standing, viewer, "Said what it is worth", **values)


def note_alternative(
    viewer: Viewer, customer_id: str, today: date, elsewhere: Elsewhere
) -> Alternative:
    """Note what a customer considers, tries or uses instead. Refuses ``FieldLeftEmpty`` and ``CustomerNotSeen``."""
    side_of(viewer, customer_id, today)
    values = _of_alternative(elsewhere)
    with changing():
        new = Alternative(
            id=next_id(Alternative, "AL"),
            customer_id=customer_id,
            heard_on=today,
            heard_by=viewer.person,
            **values,
        )
        return enter(new, viewer, "Heard of an alternative")


def change_alternative(
    viewer: Viewer, alternative_id: str, version: int, elsewhere: Elsewhere
) -> Alternative:
    """Write down what became of an alternative. Refuses ``FieldLeftEmpty``, ``CustomerNotSeen``, ``ChangedMeanwhile``."""
    values = _of_alternative(elsewhere)
    with changing():
        standing = insist(
            alternatives_visible_to(viewer).filter(pk=alternative_id).first(),
            CustomerNotSeen(customer=alternative_id),
        )
        standing.version = version
        return change(standing, viewer, "Heard more of an alternative", **values)


def _of_alternative(elsewhere: Elsewhere) -> dict[str, object]:
    insist(elsewhere.alternative.strip(), FieldLeftEmpty(field=say("What is considered instead")))
    state = elsewhere.state
    known = state if state in AlternativeState.values else AlternativeState.CONTEMPLATED
    return as_typed(elsewhere) | {"state": known}
