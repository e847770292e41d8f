"""What services stand on, directly and through what they need, found and counted for very many at once."""

from collections.abc import Iterable, Sequence

# So many services are counted at a time, one bit each: what is held grows with the services, not with their square.
COLUMNS = 16_384


class Beneath:
    """Services by number, in the order they are given, and what each needs; who is only needed comes last."""

    def __init__(self, services: Iterable[str], needs: Iterable[tuple[str, str]]) -> None:
        """Number the services and their needs (service, needed)."""
        self.ids = list(services)
        self.numbers = {service: number for number, service in enumerate(self.ids)}
        self.needs: list[list[int]] = [[] for _ in self.ids]
        for service, needed in needs:
            self.needs[self._number(service)].append(self._number(needed))
        self.order = self._needs_first()

    def _number(self, service: str) -> int:
        if service not in self.numbers:
            self.numbers[service] = len(self.ids)
            self.ids.append(service)
            self.needs.append([])
        return self.numbers[service]

    def _needs_first(self) -> list[int]:
        """Return every number after those it needs; what goes round in a ring, or stands on one, comes last."""
        waiting = [len(beneath) for beneath in self.needs]
        above: list[list[int]] = [[] for _ in self.needs]
        for number, beneath in enumerate(self.needs):
            for need in beneath:
                above[need].append(number)
        order = [number for number, count in enumerate(waiting) if not count]
        for number in order:  # grows on the way
            for other in above[number]:
                waiting[other] -= 1
                if not waiting[other]:
                    order.append(other)
        self.is_ring = len(order) < len(self.needs)
        return order + [number for number, count in enumerate(waiting) if count]

    def of(self, number: int, through: Sequence[bool] | None = None) -> list[int]:
        """Return what a service stands on, itself left out; with ``through`` only such services are looked through."""
        found: set[int] = set()
        waiting = [number]
        while waiting:
            new = {*self.needs[waiting.pop()]} - found
            found |= new
            waiting += [need for need in new if through is None or through[need]]
        return sorted(found - {number})

    def counted(
        self, kinds: Sequence[int], wanted: Sequence[int], most: int
    ) -> list[tuple[int, ...]]:
        """Count for each wanted service how many it stands on of each of ``most`` kinds, each counted once.

        ``kinds`` are the kinds of all services, from 0.
        """
        totals = [[0] * len(wanted) for _ in range(most)]
        columns = sorted(self.order, key=kinds.__getitem__)
        for start in range(0, len(columns), COLUMNS):
            block = columns[start : start + COLUMNS]
            masks = [0] * most
            bits = [0] * len(self.ids)
            for place, number in enumerate(block):
                bits[number] = 1 << place
                masks[kinds[number]] |= 1 << place
            reached = self._reached(bits)
            some = [(kind, mask) for kind, mask in enumerate(masks) if mask]
            for kind, mask in some:
                total = totals[kind]
                for place, number in enumerate(wanted):
                    beneath = reached[number] & mask if len(some) > 1 else reached[number]
                    total[place] += beneath.bit_count()
        for place, number in enumerate(wanted):
            totals[kinds[number]][place] -= 1  # itself
        return list(zip(*totals, strict=True))

    def _reached(self, bits: list[int]) -> list[int]:
        """Return for each service its own bit and those of all it stands on."""
        reached = list(bits)
        self._reach_once(reached)
        while self.is_ring:  # a ring has no order: until nothing changes
            before = list(reached)
            self._reach_once(reached)
            if before == reached:
                break
        return reached

    def _reach_once(self, reached: list[int]) -> None:
        for number in self.order:
            found = reached[number]
            for need in self.needs[number]:
                found |= reached[need]
            reached[number] = found
