"""How sure a share of answers is (measurement 1.1 to 1.5). All intervals are 95 %, two-sided.

Floats are fine here: no money, and the doubt is far larger than any rounding. Counts that do not
fit are refused: ``CountsDoNotFit``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from domestique.quantities.errors import CountsDoNotFit

Z_95 = 1.959964
_NPS_ADDED_ANSWERS = 3  # Rocks 2016: three made-up answers, a quarter of them on each side
_NPS_ADDED_EACH_SIDE = 0.75


@dataclass(frozen=True, slots=True)
class ConfidenceInterval:
    """From where to where the true value lies with 95 % confidence."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ShareChange:
    """The difference between two shares, later minus earlier, with its interval."""

    difference: Fraction
    interval: ConfidenceInterval

    @property
    def is_shown(self) -> bool:
        """Whether the shares are shown to have changed: only if zero lies outside the interval."""
        return not self.interval.low <= 0 <= self.interval.high


@dataclass(frozen=True, slots=True)
class NetPromoterScore:
    """The score from -100 to 100 (it is not a percentage), exact, with its interval."""

    score: Fraction
    interval: ConfidenceInterval


@dataclass(frozen=True, slots=True)
class Stratum:
    """A group of known size, for example a division: how many answered and how many positively."""

    population: int
    answers: int
    positive: int


def _check_counts(part: int, whole: int) -> None:
    """Refuse a part that cannot be one: ``CountsDoNotFit``."""
    if whole < 1 or not 0 <= part <= whole:
        raise CountsDoNotFit(part=part, whole=whole)


def wilson_interval(positive: int, answers: int) -> ConfidenceInterval:
    """Return the interval of a share of answers (Wilson 1927), honest at 0 %, 100 % and for few."""
    _check_counts(positive, answers)
    share, doubt = positive / answers, Z_95**2 / answers
    centre = (share + doubt / 2) / (1 + doubt)
    half = Z_95 * sqrt(share * (1 - share) / answers + doubt / (4 * answers)) / (1 + doubt)
    return ConfidenceInterval(max(0.0, centre - half), min(1.0, centre + half))


def newcombe_change(later: tuple[int, int], earlier: tuple[int, int]) -> ShareChange:
    """Return the change between two periods, each given as ``(positive, answers)`` (Newcombe 1998).

    The interval is the hybrid of the two Wilson intervals.
    """
    now, then = wilson_interval(*later), wilson_interval(*earlier)
    p_now, p_then = later[0] / later[1], earlier[0] / earlier[1]
    interval = ConfidenceInterval(
        p_now - p_then - sqrt((p_now - now.low) ** 2 + (then.high - p_then) ** 2),
        p_now - p_then + sqrt((now.high - p_now) ** 2 + (p_then - then.low) ** 2),
    )
    return ShareChange(Fraction(*later) - Fraction(*earlier), interval)


def net_promoter_score(promoters: int, detractors: int, answers: int) -> NetPromoterScore:
    """Return the raw score and its adjusted Wald interval (Rocks 2016), in points within ±100."""
    for part in (promoters, detractors, promoters + detractors):
        _check_counts(part, answers)
    size = answers + _NPS_ADDED_ANSWERS
    p = (promoters + _NPS_ADDED_EACH_SIDE) / size
    d = (detractors + _NPS_ADDED_EACH_SIDE) / size
    half = Z_95 * sqrt((p + d - (p - d) ** 2) / size)
    return NetPromoterScore(
        Fraction(100 * (promoters - detractors), answers),
        ConfidenceInterval(max(-100.0, 100 * (p - d - half)), min(100.0, 100 * (p - d + half))),
    )


def bounds_of_share(positive: int, answers: int, population: int) -> tuple[Fraction, Fraction]:
    """Return the worst and the best share if those who are silent all thought one way.

    For a census of few: with everybody asked, the doubt is not chance but silence
    (measurement 1.4).
    """
    _check_counts(answers, population)
    if not 0 <= positive <= answers:
        raise CountsDoNotFit(part=positive, whole=answers)
    return Fraction(positive, population), Fraction(positive + population - answers, population)


def finite_population_factor(answers: int, population: int) -> float:
    """Return what an interval is narrowed by when a random sample is a large part of the whole."""
    _check_counts(answers, population)
    return sqrt((population - answers) / (population - 1)) if population > 1 else 0.0


def weighted_share(strata: Sequence[Stratum]) -> Fraction:
    """Return the positive share with every group weighted by its size (post-stratification).

    A group without answers cannot be weighted: ``CountsDoNotFit``.
    """
    for stratum in strata:
        _check_counts(stratum.positive, stratum.answers)
        _check_counts(stratum.answers, stratum.population)
    population = sum(stratum.population for stratum in strata)
    if population == 0:
        raise CountsDoNotFit(part=0, whole=0)
    shares = (Fraction(group.population * group.positive, group.answers) for group in strata)
    return sum(shares, Fraction(0)) / population
