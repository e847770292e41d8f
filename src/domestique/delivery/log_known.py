"""How far the outage log is known to be complete (measurement 2.2): of which service, in which month."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from domestique.quantities.period import Month


@dataclass(frozen=True, slots=True)
class SourcesWord:
    """What a source says of its log: it is complete until a day, of some services or, if it names none, of all."""

    services: Collection[str]
    until: date


@dataclass(frozen=True)
class LogKnown:
    """What is known of the outage log: what sources say, the months with any record, the month that runs.

    What names a service goes before what is said of all; of several sources the one that is least far counts,
    for the log is complete when each of them is in.
    """

    words: Sequence[SourcesWord]
    logged: Collection[Month]
    running: Month

    def until(self, service: str) -> date | None:
        """Return the day until which the log of a service is complete; ``None`` where no source says it."""
        return self._of_some.get(service, self._of_all)

    def is_known(self, service: str, month: Month) -> bool:
        """Whether something is known of a service in a month, up to now if it runs.

        Without a source's word a month is known if the log has any record in it. With one it is known if the
        log is complete to its last day; the month that runs needs it complete to where the month began, or a record.
        """
        until = self.until(service)
        if until is None:
            return month in self.logged
        if month < self.running:
            return until >= month.first_day_after - timedelta(days=1)
        return until >= month.first_day - timedelta(days=1) or month in self.logged

    @cached_property
    def _of_all(self) -> date | None:
        return min((word.until for word in self.words if not word.services), default=None)

    @cached_property
    def _of_some(self) -> dict[str, date]:
        found: dict[str, date] = {}
        for word in self.words:
            for service in word.services:
                found[service] = min(word.until, found.get(service, word.until))
        return found
