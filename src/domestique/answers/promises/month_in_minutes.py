"""What to say about a promise on Thursday: one sentence, in minutes, that nobody can argue with.

What was allowed is cut downwards to whole minutes and what was taken is rounded up, so that the
sentence never flatters.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from domestique.answers.promises.promise_in_month import StandingInMonth
from domestique.delivery.availability import agreed_service_clock, joined_interruptions
from domestique.delivery.level import Level, LevelState
from domestique.quantities.local_time import local_of
from domestique.quantities.rounding import cut_downwards, round_half_even
from domestique.quantities.sentence import Sentence, Value, say, say_counted
from domestique.telling.months import EACH_WEEKDAY, WEEKDAYS, name_of_month


def headline_of_month(standing: StandingInMonth, service: str) -> Sentence:
    """Return the sentence about one promise in one month."""
    month = name_of_month(standing.month)
    level = standing.level
    if level is None:
        return say(
            "We do not know how %(service)s did in %(month)s: nobody said in which hours it is meant to work.",
            service=service,
            month=month,
        )
    if level.downtime is None:
        return _not_known(level, service, month)
    if level.agreed_service_seconds == 0:
        return say("%(service)s had no service hours in %(month)s.", service=service, month=month)
    if level.is_unsure:
        return say_counted(
            "We are not sure of %(service)s in %(month)s: what it needs was away %(count)s time, "
            "and nobody noted whether it was, too.",
            "We are not sure of %(service)s in %(month)s: what it needs was away %(count)s times, "
            "and nobody noted whether it was, too.",
            len(level.doubts),
            service=service,
            month=month,
        )
    if level.allowed_seconds is None:
        return say(
            "Nobody promised how good %(service)s must be; it was away %(down)s minutes in %(month)s.",
            service=service,
            down=_minutes_up(level.downtime.seconds),
            month=month,
        )
    return _promised(level, month) if standing.is_promised else _built_for(level, service, month)


def days_of_interruptions(level: Level) -> list[date]:
    """Return the local day on which each interruption began to take agreed service time."""
    clock = agreed_service_clock(level.case, level.rules)
    days = []
    for start, _ in joined_interruptions(level.case, clock, level.rules.now):
        first_second_over = clock.when(clock.at(start) + 1)
        began = start if first_second_over is None else first_second_over - 1
        days.append(local_of(began, level.case.time.zone).date())
    return days


def _minutes_up(seconds: int) -> int:
    return -(-seconds // 60)


def _told(level: Level) -> tuple[Value, Value]:
    """Return the minutes allowed and taken; with parts of a minute only where whole ones would tell a lie."""
    allowed = level.allowed_downtime_minutes or Fraction(0)
    seconds = level.downtime.seconds if level.downtime else 0
    whole, taken = int(allowed), _minutes_up(seconds)
    if taken > whole and level.state is not LevelState.MISSED:
        return cut_downwards(allowed, 2), round_half_even(Fraction(seconds, 60), 2)
    return whole, taken


def _not_known(level: Level, service: str, month: Sentence) -> Sentence:
    if level.rules.is_logged:
        return say("%(month)s has not begun.", month=month)
    if level.rules.complete_until is not None:
        return say(
            "We do not know how %(service)s did in %(month)s: its log is complete until %(day)s.",
            service=service,
            month=month,
            day=level.rules.complete_until,
        )
    return say(
        "We do not know how %(service)s did in %(month)s: nothing is logged.",
        service=service,
        month=month,
    )


def _promised(level: Level, month: Sentence) -> Sentence:
    downtime = level.downtime
    allowed, down = _told(level)
    if downtime is None or not downtime.seconds:
        if not level.is_over:
            return say(
                "We promised at most %(allowed)s minutes away in %(month)s, and so far it was never away.",
                allowed=allowed,
                month=month,
            )
        return say(
            "We promised at most %(allowed)s minutes away in %(month)s, and it was never away.",
            allowed=allowed,
            month=month,
        )
    values: dict[str, Value] = {"allowed": allowed, "month": month, "down": down}
    if level.state is LevelState.MISSED:
        return _missed(days_of_interruptions(level), values)
    if level.state is LevelState.SO_FAR:
        return say_counted(
            "We promised at most %(allowed)s minutes away in %(month)s; it is %(down)s so far, in %(count)s interruption.",
            "We promised at most %(allowed)s minutes away in %(month)s; it is %(down)s so far, in %(count)s interruptions.",
            downtime.interruptions,
            **values,
        )
    if level.state is LevelState.NEAR:
        return say_counted(
            "We promised at most %(allowed)s minutes away in %(month)s; "
            "it was %(down)s, in %(count)s interruption: only just kept.",
            "We promised at most %(allowed)s minutes away in %(month)s; "
            "it was %(down)s, in %(count)s interruptions: only just kept.",
            downtime.interruptions,
            **values,
        )
    return say_counted(
        "We promised at most %(allowed)s minutes away in %(month)s; it was %(down)s, in %(count)s interruption: kept.",
        "We promised at most %(allowed)s minutes away in %(month)s; it was %(down)s, in %(count)s interruptions: kept.",
        downtime.interruptions,
        **values,
    )


def _missed(days: Sequence[date], values: dict[str, Value]) -> Sentence:
    weekdays = {day.weekday() for day in days}
    if len(days) == 1:
        return say(
            "We promised at most %(allowed)s minutes away in %(month)s; "
            "it was %(down)s, in one interruption on %(weekday)s %(day)s.",
            weekday=WEEKDAYS[days[0].weekday()],
            day=days[0],
            **values,
        )
    if len(weekdays) > 1:
        return say(
            "We promised at most %(allowed)s minutes away in %(month)s; it was %(down)s, in %(count)s interruptions.",
            count=len(days),
            **values,
        )
    values["weekdays"] = EACH_WEEKDAY[weekdays.pop()]
    if len(days) == 2:
        return say(
            "We promised at most %(allowed)s minutes away in %(month)s; "
            "it was %(down)s, in two interruptions, both on %(weekdays)s.",
            **values,
        )
    return say(
        "We promised at most %(allowed)s minutes away in %(month)s; "
        "it was %(down)s, in %(count)s interruptions, all on %(weekdays)s.",
        count=len(days),
        **values,
    )


def _built_for(level: Level, service: str, month: Sentence) -> Sentence:
    allowed, down = _told(level)
    if not down:
        return say(
            "Nothing was agreed for %(month)s; %(service)s was never away.",
            month=month,
            service=service,
        )
    return say(
        "Nothing was agreed for %(month)s; %(service)s is built to be away at most %(allowed)s minutes, and was away %(down)s.",
        month=month,
        service=service,
        allowed=allowed,
        down=down,
    )
