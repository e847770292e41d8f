"""Who supplies a service on a day: those whose contracts carry it and hold then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class SuppliedBy(NamedTuple):
    """A supplier, by id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A service that a supplier carries from a day until another, both included; ``None`` is an open end."""

    by: SuppliedBy
    starts: date | None = None
    ends: date | None = None

    def holds_in(self, first: date, last: date) -> bool:
        """Whether it holds on any day between two, both included."""
        return (self.starts is None or self.starts <= last) and (
            self.ends is None or first <= self.ends
        )


@dataclass(frozen=True, slots=True)
class Carriers:
    """Who carries which service, and when: by service, in the order in which suppliers are told."""

    by_service: Mapping[str, Sequence[Carried]]

    def of(self, service: str, first: date, last: date | None = None) -> tuple[SuppliedBy, ...]:
        """Return the suppliers of a service on a day, or on any day between two; each once."""
        carried = self.by_service.get(service, ())
        return tuple(dict.fromkeys(one.by for one in carried if one.holds_in(first, last or first)))
