"""What the grid of promises says at its top: how many were broken in the newest month, and for whom."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from domestique.answers.promises.promise_in_month import StandingInMonth
from domestique.delivery.level import LevelState
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.telling.months import name_of_month

# Neither kept nor missed: in no count of either.
UNDECIDED = (LevelState.NOT_KNOWN, LevelState.NOT_SURE, LevelState.NOT_APPLICABLE)


def headline_of_grid(standings: Collection[StandingInMonth], month: Month | None) -> Sentence:
    """Return the answer: how many promises were broken, of those we know of."""
    if month is None:
        return say("We do not know yet which promises were kept.")
    promised = [one for one in standings if one.is_counted]
    judged = [one for one in promised if one.state not in UNDECIDED]
    missed = [one for one in judged if one.state is LevelState.MISSED]
    named = name_of_month(month)
    if not promised:
        return say("No agreement promised anything in %(month)s.", month=named)
    if not judged:
        return say("We do not know which promises were kept in %(month)s.", month=named)
    if not missed and is_running(standings):
        return say_counted(
            "The one promise we know of is not broken so far in %(month)s.",
            "None of %(count)s promises we know of is broken so far in %(month)s.",
            len(judged),
            month=named,
        )
    if not missed:
        return say_counted(
            "The one promise we know of was kept in %(month)s.",
            "All %(count)s promises we know of were kept in %(month)s.",
            len(judged),
            month=named,
        )
    return say_counted(
        "%(count)s service broke %(broken)s of %(promises)s in %(month)s.",
        "%(count)s services broke %(broken)s of %(promises)s in %(month)s.",
        len({one.service for one in missed}),
        broken=len(missed),
        promises=say_counted("%(count)s promise", "%(count)s promises", len(judged)),
        month=named,
    )


def is_running(standings: Iterable[StandingInMonth]) -> bool:
    """Whether the month of some standings is not over."""
    levels = (one.level for one in standings if one.level)
    return any(not level.is_over for level in levels)


def reasons_of(standings: Collection[StandingInMonth], month: Month | None) -> Iterator[Sentence]:
    """Yield what belongs to the answer: who was let down, what came near, what is not known."""
    if month is None:
        yield say("Load the tables outages, agreements and agreement_lines.")
        return
    if is_running(standings):
        yield say("The month is not over.")
    states = Counter((one.is_counted, one.state) for one in standings)
    missed = [one for one in standings if one.is_promised and one.state is LevelState.MISSED]
    if missed:
        yield say_counted(
            "%(count)s customer was let down.",
            "%(count)s customers were let down.",
            len({one.customer for one in missed}),
        )
    if states[True, LevelState.NEAR]:
        yield say_counted(
            "%(count)s more promise was nearly broken.",
            "%(count)s more promises were nearly broken.",
            states[True, LevelState.NEAR],
        )
    elif missed or states[True, LevelState.MET]:
        yield say("No other was nearly broken.") if missed else say("None was nearly broken.")
    if states[True, LevelState.NOT_KNOWN]:
        yield say_counted(
            "Of %(count)s promise nothing is known: it is neither kept nor broken.",
            "Of %(count)s promises nothing is known: they are neither kept nor broken.",
            states[True, LevelState.NOT_KNOWN],
        )
    if states[True, LevelState.NOT_SURE]:
        yield say_counted(
            "Of %(count)s promise we are not sure: what its service needs was away.",
            "Of %(count)s promises we are not sure: what their services need was away.",
            states[True, LevelState.NOT_SURE],
        )
    if states[True, LevelState.NOT_APPLICABLE]:
        yield say_counted(
            "%(count)s promise is not applicable: its service had no service hours.",
            "%(count)s promises are not applicable: their services had no service hours.",
            states[True, LevelState.NOT_APPLICABLE],
        )
    if states[False, LevelState.MISSED]:
        yield say_counted(
            "%(count)s time more a service did not reach what it is built for, but no agreement was in force.",
            "%(count)s times more a service did not reach what it is built for, but no agreement was in force.",
            states[False, LevelState.MISSED],
        )
