"""What a survey shows, and what it must not show (measurement 1.1, 1.2 and 1.5; R18).

CSAT is the share of 4 and 5 among valid answers on the scale 1 to 5; NPS sets 9 and 10 against 0
to 6. "Don't know" (``None``) is no answer. Fewer than five answers are hidden, and so are other
groups as long as the hidden ones could be derived from the total; five to 29 are shown as counts
with their interval, 30 and more as percentages. Fewer are shown only of named customers who agreed
to speak openly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from domestique.quantities.statistics import (
    ConfidenceInterval,
    NetPromoterScore,
    ShareChange,
    net_promoter_score,
    newcombe_change,
    wilson_interval,
)
from domestique.satisfaction.errors import AnswerOutsideScale

Answers: TypeAlias = "Iterable[int | None]"

FEWEST_SHOWN = 5
FEWEST_FOR_PERCENT = 30
SATISFIED_FROM = 4
PROMOTER_FROM, DETRACTOR_TO = 9, 6


class Display(StrEnum):
    """How much of a result may be shown."""

    HIDDEN = "hidden"
    COUNTS = "counts"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Csat:
    """How many of those who answered are satisfied; a hidden result carries no figures at all."""

    display: Display
    satisfied: int | None = None
    answers: int | None = None
    share: Fraction | None = None
    interval: ConfidenceInterval | None = None


@dataclass(frozen=True, slots=True)
class Nps:
    """Promoters against detractors; a hidden result carries no figures at all."""

    display: Display
    promoters: int | None = None
    detractors: int | None = None
    answers: int | None = None
    result: NetPromoterScore | None = None


def reckon_csat(answers: Answers, *, is_open: bool = False) -> Csat:
    """Reckon CSAT; ``is_open`` when named customers agreed to speak openly. No answers: hidden.

    An answer that is not 1 to 5 is refused: ``AnswerOutsideScale``.
    """
    valid = _valid(answers, 1, 5)
    display = _display(len(valid), is_open=is_open)
    if display is Display.HIDDEN:
        return Csat(display)
    satisfied = sum(answer >= SATISFIED_FROM for answer in valid)
    share = Fraction(satisfied, len(valid))
    return Csat(display, satisfied, len(valid), share, wilson_interval(satisfied, len(valid)))


def reckon_change(later: Csat, earlier: Csat) -> ShareChange | None:
    """Compare two periods (Newcombe); ``None`` when one of them is hidden.

    Say that satisfaction changed only if ``is_shown``.
    """
    if later.satisfied is None or later.answers is None:
        return None
    if earlier.satisfied is None or earlier.answers is None:
        return None
    return newcombe_change((later.satisfied, later.answers), (earlier.satisfied, earlier.answers))


def reckon_nps(answers: Answers, *, is_open: bool = False) -> Nps:
    """Reckon NPS from answers 0 to 10; any other is refused: ``AnswerOutsideScale``."""
    valid = _valid(answers, 0, 10)
    display = _display(len(valid), is_open=is_open)
    if display is Display.HIDDEN:
        return Nps(display)
    promoters = sum(answer >= PROMOTER_FROM for answer in valid)
    detractors = sum(answer <= DETRACTOR_TO for answer in valid)
    result = net_promoter_score(promoters, detractors, len(valid))
    return Nps(display, promoters, detractors, len(valid), result)


def reckon_csat_by_group(answers: Mapping[str, Answers]) -> dict[str, Csat]:
    """Reckon CSAT of anonymous groups beside a total that is shown, so that none can be derived."""
    valid = {group: _valid(given, 1, 5) for group, given in answers.items()}
    hidden = groups_to_hide({group: len(given) for group, given in valid.items()})
    return {
        group: Csat(Display.HIDDEN) if group in hidden else reckon_csat(given)
        for group, given in valid.items()
    }


def groups_to_hide(answers: Mapping[str, int]) -> frozenset[str]:
    """Return the groups with too few answers, and the smallest others until they are safe.

    Total minus the groups shown leaves the hidden ones together, so these must be five or more.
    """
    by_size = sorted(answers, key=lambda group: (answers[group], group))
    hidden = [group for group in by_size if answers[group] < FEWEST_SHOWN]
    for group in by_size[len(hidden) :]:
        if not 0 < sum(answers[one] for one in hidden) < FEWEST_SHOWN:
            break
        hidden.append(group)
    return frozenset(hidden)


def _display(answers: int, *, is_open: bool) -> Display:
    if answers == 0 or (answers < FEWEST_SHOWN and not is_open):
        return Display.HIDDEN
    return Display.PERCENT if answers >= FEWEST_FOR_PERCENT else Display.COUNTS


def _valid(answers: Answers, low: int, high: int) -> list[int]:
    valid = [answer for answer in answers if answer is not None]
    for answer in valid:
        if not low <= answer <= high:
            raise AnswerOutsideScale(answer=answer, low=low, high=high)
    return valid
