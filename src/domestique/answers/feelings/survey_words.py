"""What a survey shows, in sentences: counts and their doubt, hidden where somebody could be told apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from domestique.quantities.rounding import round_half_even
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.satisfaction.choices import Face
from domestique.satisfaction.surveys.survey import FEWEST_SHOWN, Csat, Display, Nps, reckon_change

HIDDEN = say("Fewer than five answers: hidden, so that nobody can be told apart.")
UNANSWERED = say("Nobody has answered this yet.")
TAKEN_OUT = "[…]"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"\+?\d(?:[ \u00a0()./-]?\d){6,}")


def faces_of(answers: Sequence[str], *, is_open: bool) -> dict[str, int]:
    """Count the three faces; fewer than five answers are hidden unless those who answer speak openly: then no face."""
    if not answers or (len(answers) < FEWEST_SHOWN and not is_open):
        return {}
    return {face: answers.count(face) for face in Face.values}


def csat_sentence(csat: Csat) -> Sentence:
    """Say how many are satisfied, with the interval (Wilson, 95 %)."""
    if csat.satisfied is None or csat.answers is None or csat.interval is None:
        return HIDDEN
    low, high = (round(one * 100) for one in (csat.interval.low, csat.interval.high))
    if csat.display is Display.PERCENT and csat.share is not None:
        return say(
            "%(share)s %% of %(answers)s are satisfied; the truth lies between %(low)s and %(high)s %%.",
            share=int(round_half_even(csat.share * 100, 0)),
            answers=csat.answers,
            low=low,
            high=high,
        )
    return say(
        "%(satisfied)s of %(answers)s are satisfied; the truth lies between %(low)s and %(high)s %%.",
        satisfied=csat.satisfied,
        answers=csat.answers,
        low=low,
        high=high,
    )


def nps_sentence(nps: Nps) -> Sentence:
    """Say how many would recommend and how many not, with the score and its interval (adjusted Wald, 95 %)."""
    if nps.result is None or nps.promoters is None or nps.detractors is None:
        return HIDDEN
    low, high = (round(one) for one in (nps.result.interval.low, nps.result.interval.high))
    return say(
        "%(promoters)s would recommend us and %(detractors)s would not, of %(answers)s."
        " NPS %(score)s, in truth between %(low)s and %(high)s.",
        promoters=nps.promoters,
        detractors=nps.detractors,
        answers=nps.answers,
        score=_signed(int(round_half_even(nps.result.score, 0))),
        low=_signed(low),
        high=_signed(high),
    )


def faces_sentence(faces: Mapping[str, int]) -> Sentence:
    """Say how many chose each face; never an average."""
    if not faces:
        return HIDDEN
    return say("%(positive)s good, %(neutral)s so-so, %(negative)s bad.", **faces)


def change_sentence(now: Csat, then: Csat | None, survey: str) -> Sentence | None:
    """Say whether it changed since an earlier survey: only beyond what chance alone would do (Newcombe)."""
    change = reckon_change(now, then) if then else None
    if change is None:
        return None
    if not change.is_shown:
        return say(
            "Not shown to have changed since %(survey)s: chance alone could do it.", survey=survey
        )
    points = int(round_half_even(abs(change.difference) * 100, 0))
    if change.difference > 0:
        return say(
            "%(points)s percentage points more are satisfied than in %(survey)s, and that is more than chance.",
            points=points,
            survey=survey,
        )
    return say(
        "%(points)s percentage points fewer are satisfied than in %(survey)s, and that is more than chance.",
        points=points,
        survey=survey,
    )


def rate_sentence(sheets: int, delivered: int | None) -> Sentence:
    """Say the response rate (K5): answers of all letters that reached somebody."""
    if not delivered and not sheets:
        return say("Nobody has been asked yet.")
    if delivered is None or sheets > delivered:
        return say_counted(
            "%(count)s answer; how many were asked is not known.",
            "%(count)s answers; how many were asked is not known.",
            sheets,
        )
    return say(
        "%(sheets)s of %(delivered)s have answered: %(rate)s %%.",
        sheets=sheets,
        delivered=delivered,
        rate=int(round_half_even(Fraction(100 * sheets, delivered), 0)),
    )


def _signed(points: int) -> str:
    return f"−{-points}" if points < 0 else str(points)


def without_names(words: str, names: Iterable[str]) -> str:
    """Return words with e-mail addresses, telephone numbers and the given names of people taken out."""
    hidden = NUMBER.sub(TAKEN_OUT, ADDRESS.sub(TAKEN_OUT, words))
    for name in sorted(filter(None, names), key=len, reverse=True):
        hidden = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", TAKEN_OUT, hidden, flags=re.IGNORECASE)
    return hidden
