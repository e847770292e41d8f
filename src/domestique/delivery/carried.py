"""Services that may have been carried away without anybody having noted it (measurement 2.2, *carried away*).

What needs another hard was away with it. Where the log has no outage of its own at that time, nobody knows: it
was away and not noted, or it was up all the same. The same holds of where an outage elsewhere began.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from domestique.delivery.level_case import LoggedOutage

Log = Mapping[str, Sequence[LoggedOutage]]


def carried_away(
    services: Iterable[str], needs: Mapping[str, Sequence[str]], log: Log
) -> dict[str, tuple[LoggedOutage, ...]]:
    """Return by service the outages of others that may have carried it away, in the order they began.

    ``needs`` are the hard ones. An outage goes on to what stands on a service that is itself not sure; it ends at
    one with an outage of its own at that time, and at one that is said to have been up. Where an outage began is in
    doubt alone, for what stood on it and was away has a row of its own.
    """
    wanted = set(services)
    found: dict[str, dict[str, LoggedOutage]] = {}
    for service in _needs_first(wanted, needs):
        reaching = {
            one.id: one
            for need in needs.get(service, ())
            for one in (*log.get(need, ()), *found.get(need, {}).values())
            if _is_open(service, one, log)
        }
        if reaching:
            found[service] = reaching
    doubts = {service: dict(ones) for service, ones in found.items() if service in wanted}
    for outages in log.values():
        for one in outages:
            root = one.root
            if root in wanted and root != one.service and _is_open(root, one, log):
                doubts.setdefault(root, {})[one.id] = one
    return {
        service: tuple(sorted(ones.values(), key=lambda one: (one.start, one.id)))
        for service, ones in doubts.items()
    }


def closure_of(services: Iterable[str], needs: Mapping[str, Sequence[str]]) -> set[str]:
    """Return services with all they need hard, whatever lies between."""
    return set(_needs_first(services, needs))


def _is_open(service: str, one: LoggedOutage, log: Log) -> bool:
    """Whether nobody has said what an outage elsewhere did to a service."""
    if service in one.not_felt_by:
        return False
    return not any(_overlap(one, own) for own in log.get(service, ()))


def _overlap(one: LoggedOutage, other: LoggedOutage) -> bool:
    return (other.end is None or one.start < other.end) and (
        one.end is None or other.start < one.end
    )


def _needs_first(services: Iterable[str], needs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield services and what they need, each after what it needs; circles are gone round once."""
    seen: set[str] = set()
    for first in sorted(services):
        under_way = [(first, iter(needs.get(first, ())))] if first not in seen else []
        seen.add(first)
        while under_way:
            service, rest = under_way[-1]
            need = next((one for one in rest if one not in seen), None)
            if need is None:
                under_way.pop()
                yield service
            else:
                seen.add(need)
                under_way.append((need, iter(needs.get(need, ()))))
