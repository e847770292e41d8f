"""The level a service delivered in a month. Exact seconds inside; minutes and percent outwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from domestique.delivery.error_budget import allowed_downtime, consumed_share, is_near_miss
from domestique.delivery.level_case import LevelCase, LoggedOutage, MonthRules
from domestique.quantities.rounding import cut_downwards


class LevelState(StrEnum):
    """How a level stands against its target."""

    MET = "met"
    NEAR = "near"  # met, with more than three quarters of the allowed downtime used
    MISSED = "missed"
    NOT_SURE = "not sure"  # what it needs was away, and nobody noted whether it was, too
    SO_FAR = "so far"  # the month is not over, and its allowance is not spent
    NOT_KNOWN = "not known"  # the outage log is not known in the month
    NOT_APPLICABLE = "not applicable"  # no agreed service time in the month, or no target


@dataclass(frozen=True, slots=True)
class Downtime:
    """What outages took of the agreed service time of a month.

    ``elapsed_seconds`` is how long the interruptions lasted by the wall clock, within the month.
    """

    seconds: int
    interruptions: int
    elapsed_seconds: int
    lost_user_seconds: int | None


@dataclass(frozen=True, slots=True)
class Level:
    """What a service delivered in a month. ``downtime`` is ``None`` when it is not known.

    *Agreed service time* (AST) is the service time less the agreed downtime inside it;
    ``passed_seconds`` is the part of it that has passed by now. In a month that is not over the
    availability and the means are of that part, and what is allowed is of the whole month.
    ``doubts`` are the outages of others that may have taken agreed service time of it, too.
    """

    case: LevelCase
    rules: MonthRules
    service_seconds: int
    agreed_service_seconds: int
    passed_seconds: int
    downtime: Downtime | None
    doubts: tuple[LoggedOutage, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the month is over; it is not on its last day, though ``now`` is the end of that."""
        return self.rules.now > self.case.time.span[1]

    @property
    def state(self) -> LevelState:
        """How the level stands, decided on exact fractions."""
        if self.downtime is None:
            return LevelState.NOT_KNOWN
        if self.agreed_service_seconds == 0 or self.allowed_seconds is None:
            return LevelState.NOT_APPLICABLE
        if self.downtime.seconds > self.allowed_seconds:
            return LevelState.MISSED
        if self.doubts:
            return LevelState.NOT_SURE
        if not self.is_over:
            return LevelState.SO_FAR
        return LevelState.NEAR if self.is_nearly_missed else LevelState.MET

    @property
    def is_unsure(self) -> bool:
        """Whether it may have been away longer than is on record, and is not missed by that already."""
        if self.downtime is None or not self.doubts:
            return False
        return self.allowed_seconds is None or self.downtime.seconds <= self.allowed_seconds

    @property
    def is_nearly_missed(self) -> bool:
        """Whether more than three quarters of what is allowed, and no more than that, was taken."""
        if self.downtime is None or self.allowed_seconds is None:
            return False
        return is_near_miss(self.downtime.seconds, self.allowed_seconds)

    @property
    def is_met(self) -> bool | None:
        """Whether the target was met; ``None`` when not known, not applicable or not decided yet."""
        if self.state is LevelState.MISSED:
            return False
        return True if self.state in (LevelState.MET, LevelState.NEAR) else None

    @property
    def availability(self) -> Fraction | None:
        """The exact share of the agreed service time that has passed the service worked; ``None``: no figure.

        There is none where it is not sure, for it would flatter.
        """
        if self.downtime is None or self.passed_seconds == 0 or self.is_unsure:
            return None
        return 1 - Fraction(self.downtime.seconds, self.passed_seconds)

    @property
    def availability_percent(self) -> Decimal | None:
        """The availability in percent, cut downwards to four decimals so that it never flatters."""
        return None if self.availability is None else cut_downwards(self.availability * 100, 4)

    @property
    def service_minutes(self) -> Fraction:
        """The service time of the month, agreed downtime included."""
        return Fraction(self.service_seconds, 60)

    @property
    def agreed_downtime_minutes(self) -> Fraction:
        """The agreed downtime inside the service time."""
        return Fraction(self.service_seconds - self.agreed_service_seconds, 60)

    @property
    def downtime_minutes(self) -> Fraction | None:
        """The downtime; ``None`` when not known."""
        return None if self.downtime is None else Fraction(self.downtime.seconds, 60)

    @property
    def interruptions(self) -> int | None:
        """How many interruptions took agreed service time; ``None`` when not known."""
        return None if self.downtime is None else self.downtime.interruptions

    @property
    def mtrs_minutes(self) -> Fraction | None:
        """Mean time to restore service, in service time; ``None`` without interruptions."""
        return None if self.downtime is None else self._per_interruption(self.downtime.seconds)

    @property
    def mtrs_elapsed_minutes(self) -> Fraction | None:
        """Mean time to restore service by the wall clock, as the customer feels it."""
        return (
            None if self.downtime is None else self._per_interruption(self.downtime.elapsed_seconds)
        )

    @property
    def mtbf_minutes(self) -> Fraction | None:
        """Mean time between failures: working service time per interruption."""
        if self.downtime is None:
            return None
        return self._per_interruption(self.passed_seconds - self.downtime.seconds)

    @property
    def mtbsi_minutes(self) -> Fraction | None:
        """Mean time between service incidents: MTBF and MTRS together."""
        return self._per_interruption(self.passed_seconds)

    @property
    def lost_user_minutes(self) -> Fraction | None:
        """Minutes lost summed over the users affected; ``None`` when users were not counted."""
        if self.downtime is None or self.downtime.lost_user_seconds is None:
            return None
        return Fraction(self.downtime.lost_user_seconds, 60)

    @property
    def user_availability(self) -> Fraction | None:
        """The share of all users' agreed service time the service worked for them."""
        if self.lost_user_minutes is None or not self.case.users or not self.passed_seconds:
            return None
        return 1 - self.lost_user_minutes * 60 / (self.passed_seconds * self.case.users)

    @property
    def allowed_seconds(self) -> Fraction | None:
        """The downtime the target leaves; ``None`` without a target."""
        if self.case.target is None:
            return None
        return allowed_downtime(self.agreed_service_seconds, self.case.target)

    @property
    def allowed_downtime_minutes(self) -> Fraction | None:
        """The downtime the target leaves, in minutes; ``None`` without a target."""
        return None if self.allowed_seconds is None else self.allowed_seconds / 60

    @property
    def consumed_share(self) -> Fraction | None:
        """The used share of the allowed downtime; ``None`` when not known or nothing is allowed."""
        if self.downtime is None or self.allowed_seconds is None:
            return None
        return consumed_share(self.downtime.seconds, self.allowed_seconds)

    def against(self, target: Decimal | None) -> Level:
        """Return the same delivery held against another target, such as one customer's promise."""
        return replace(self, case=replace(self.case, target=target))

    def _per_interruption(self, seconds: int) -> Fraction | None:
        """Return minutes per interruption; ``None`` without any, for it is not infinity."""
        return Fraction(seconds, 60 * self.interruptions) if self.interruptions else None
