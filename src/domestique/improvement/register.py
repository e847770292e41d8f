"""Rules of the register of improvements: small enough, measured, and felt (S1-27, S3-22, K17).

An improvement of more than four weeks is asked to be split. When it is done, its measure is read again, and the
customers it was for are asked whether they noticed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domestique.improvement import errors
from domestique.improvement.choices import ImprovementState
from domestique.quantities.errors import Refusal

MOST_WEEKS = 4
FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Effect:
    """What is known of an improvement: how far it is, its size and readings, and who of its customers felt it."""

    state: str
    weeks: int | None = None
    before: str = ""
    after: str = ""
    customers: tuple[str, ...] = ()
    felt_by: tuple[str, ...] = ()
    not_felt_by: tuple[str, ...] = ()
    is_split: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it is done."""
        return self.state == ImprovementState.DONE

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to it: done or stopped."""
        return self.state in (ImprovementState.DONE, ImprovementState.STOPPED)

    @property
    def is_too_big(self) -> bool:
        """Whether it is larger than a small step, still ahead, and not yet split."""
        return (self.weeks or 0) > MOST_WEEKS and not self.is_over and not self.is_split

    @property
    def is_measured(self) -> bool:
        """Whether its effect is measured: read both before and after."""
        return bool(self.before.strip()) and bool(self.after.strip())

    @property
    def not_asked(self) -> tuple[str, ...]:
        """The customers it is for who have not been asked whether they noticed."""
        asked = {*self.felt_by, *self.not_felt_by}
        return tuple(customer for customer in self.customers if customer not in asked)

    @property
    def is_felt(self) -> bool:
        """Whether it is done and somebody it was for noticed."""
        return self.is_done and bool(self.felt_by)


@dataclass(frozen=True, slots=True)
class MeasuredEffect:
    """K17: how many completed improvements have a measured effect, how many were felt, of how many."""

    completed: int
    measured: int
    felt: int


def measured_effect(improvements: Iterable[Effect]) -> MeasuredEffect:
    """Count K17. A split improvement is counted by its parts."""
    done = [one for one in improvements if one.is_done and not one.is_split]
    return MeasuredEffect(
        len(done), sum(one.is_measured for one in done), sum(one.is_felt for one in done)
    )


def why_not_split(weeks: Sequence[int]) -> Refusal | None:
    """Return why a split is none: fewer than two parts, or one that is too big itself."""
    if len(weeks) < FEWEST_PARTS:
        return errors.PartsMissing()
    too_big = [part for part in weeks if not 1 <= part <= MOST_WEEKS]
    return errors.StillTooBig(weeks=too_big[0], most=MOST_WEEKS) if too_big else None


def why_not_asked(customer: str, effect: Effect, name: str) -> Refusal | None:
    """Return why a customer is not asked about an improvement: it was not for her."""
    if customer in effect.customers:
        return None
    return errors.NotOneOfItsCustomers(name=name, customers=effect.customers)
