"""How customers feel, in words: what is not known is never called unhappy."""

from domestique.quantities.sentence import Sentence, say
from domestique.satisfaction.pulse import CustomerMood, Mood

MOOD_WORDS = {
    Mood.POSITIVE: say("Positive"),
    Mood.NEUTRAL: say("Neutral"),
    Mood.NEGATIVE: say("Negative"),
    Mood.MIXED: say("Of two minds"),
    Mood.UNKNOWN: say("Not known"),
}


def headline_of(name: str, mood: CustomerMood | None) -> Sentence:
    """Say how a customer feels, or that it is not known."""
    texts = {
        Mood.POSITIVE: "%(customer)s is satisfied.",
        Mood.NEUTRAL: "%(customer)s is neither satisfied nor dissatisfied.",
        Mood.NEGATIVE: "%(customer)s is not satisfied.",
        Mood.MIXED: "%(customer)s is of two minds.",
        Mood.UNKNOWN: "We do not know how %(customer)s feels.",
    }
    return say(texts[mood.mood if mood else Mood.UNKNOWN], customer=name)
