"""Rules about how customers feel: silence is not satisfaction, and doubt is asked about (R19, R20)."""

from collections.abc import Iterable, Iterator

from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.quantities.sentence import say
from domestique.satisfaction.pulse import CustomerMood, Mood, unasked_contemplations


def silence(picture: Picture, moods: Iterable[CustomerMood]) -> Iterator[Finding]:
    """R19: a customer who was never asked, or not lately, is not known to be satisfied."""
    for mood in moods:
        if mood.mood is not Mood.UNKNOWN:
            continue
        name = picture.name_of_customer(mood.customer)
        if mood.newest is None:
            text = say("Nobody has ever asked %(customer)s how IT is doing.", customer=name)
        else:
            text = say(
                "%(customer)s was last heard %(age)s days ago; what is felt now is not known.",
                customer=name,
                age=mood.age_days,
            )
        yield picture.finding(
            "R19",
            ("customers", mood.customer, mood.customer),
            text,
            say("Ask, and write the answer down in the customer's own words."),
        )


def unasked_doubts(picture: Picture, moods: Iterable[CustomerMood]) -> Iterator[Finding]:
    """R20: a neutral or negative pulse says what the customer contemplates."""
    for unasked in unasked_contemplations(moods):
        pulse = unasked.pulse
        yield picture.finding(
            "R20",
            ("pulses", f"{pulse.customer} {pulse.date} {pulse.person}", pulse.customer),
            unasked.what,
            unasked.advice,
        )
