"""How one customer feels right now and has felt: her own words, what we heard, and our guesses apart."""

from dataclasses import dataclass
from datetime import date

from domestique.parties.queries import customer_visible_to, organisation_of, today_of
from domestique.portfolio.queries import services_to_choose
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.models import Pulse
from domestique.satisfaction.pulse import CustomerMood, Mood
from domestique.satisfaction.queries import (
    pulses_visible_to,
    satisfaction_seen_by,
    sides_visible_to,
)
from domestique.telling.moods import headline_of

WHOSE_WORDS = {
    WhoseWords.HERS: say("in their own words"),
    WhoseWords.HEARD: say("heard by us"),
    WhoseWords.GUESS: say("our guess"),
}


@dataclass(frozen=True, slots=True)
class PulsePage:
    """The page; ``current`` is today's pulse that may still get words, ``speaks`` whether the reader is on her side;
    ``services`` are those a face may be about."""

    id: str
    name: str
    side: CustomersSide
    mood: CustomerMood | None
    face: Mood
    headline: Sentence
    reason: Sentence
    guess: Sentence | None
    speaks: bool
    history: tuple[Pulse, ...]
    services: tuple[tuple[str, str], ...]


def pulse_page(viewer: Viewer, customer_id: str, clock: date) -> PulsePage | None:
    """Return how a customer feels and has felt; ``None`` if this viewer may see no such customer."""
    customer = customer_visible_to(viewer, customer_id)
    if customer is None:
        return None
    organisation = organisation_of(viewer)
    today = today_of(organisation, clock)
    satisfaction = satisfaction_seen_by(viewer, today)
    moods = {one.customer: one for one in (*satisfaction.accepted, *satisfaction.apart)}
    mood = moods.get(customer_id)
    side = sides_visible_to(viewer, today)[customer_id]
    stale_after = organisation.pulse_stale_after_days
    return PulsePage(
        id=customer_id,
        name=customer.name,
        side=side,
        mood=mood,
        face=mood.mood if mood else Mood.UNKNOWN,
        headline=headline_of(customer.name, mood),
        reason=_reason(mood, stale_after),
        guess=_guess(mood),
        speaks=side.holds(viewer.person),
        history=tuple(
            pulses_visible_to(viewer)
            .filter(customer_id=customer_id)
            .select_related("service")
            .order_by("-date", "-time", "-pk")
        ),
        services=services_to_choose(viewer),
    )


def _reason(mood: CustomerMood | None, stale_after: int) -> Sentence:
    if mood is None or mood.newest is None or mood.age_days is None:
        return say("Nobody has asked yet.")
    if mood.mood is Mood.UNKNOWN:
        return say_counted(
            "The last word is %(count)s day old; after %(limit)s days it says nothing about now.",
            "The last word is %(count)s days old; after %(limit)s days it says nothing about now.",
            mood.age_days,
            limit=stale_after,
        )
    return say_counted(
        "Said %(count)s day ago; it holds for %(limit)s days, then it is not known again.",
        "Said %(count)s days ago; it holds for %(limit)s days, then it is not known again.",
        mood.age_days,
        limit=stale_after,
    )


def _guess(mood: CustomerMood | None) -> Sentence | None:
    """Say our own guess, which is never her mood."""
    if mood is None or mood.guess is None:
        return None
    texts = {
        Mood.POSITIVE: "Our guess of %(day)s is positive. It counts nowhere: ask.",
        Mood.NEUTRAL: "Our guess of %(day)s is neutral. It counts nowhere: ask.",
        Mood.NEGATIVE: "Our guess of %(day)s is negative. It counts nowhere: ask.",
    }
    return say(texts[mood.guess.face], day=mood.guess.date)
