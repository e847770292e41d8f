"""Moods in words: what is not known is never called unhappy."""

from __future__ import annotations

from domestique.quantities.sentence import say
from domestique.satisfaction.pulse import Mood

MOOD_WORDS = {
    Mood.POSITIVE: say("Positive"),
    Mood.NEUTRAL: say("Neutral"),
    Mood.NEGATIVE: say("Negative"),
    Mood.MIXED: say("Of two minds"),
    Mood.UNKNOWN: say("Not known"),
}
