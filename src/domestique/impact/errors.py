"""What the reckoning of impact refuses, one exception for each refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say

if TYPE_CHECKING:
    from fractions import Fraction


class ServiceNotInStructure(Refusal):
    """A need or a question names a service that the structure does not hold."""

    def __init__(self, service: str) -> None:
        """Name the service that is missing."""
        super().__init__(
            say(
                "There is no service %(service)s; "
                "add it to the services, or name one that is there.",
                service=service,
            )
        )
        self.service = service


class HardNeedsFormCycle(Refusal):
    """Services that cannot start without each other: no order of restoration exists."""

    def __init__(self, cycle: tuple[str, ...]) -> None:
        """Name the cycle, each service needing the next and the last needing the first."""
        super().__init__(
            say(
                "These services need each other and none can start first: %(cycle)s; "
                "make one of these needs soft.",
                cycle=" → ".join((*cycle, cycle[0])),
            )
        )
        self.cycle = cycle


class ServiceNotAffected(Refusal):
    """A question about a service that does not fall with what is lost."""

    def __init__(self, service: str) -> None:
        """Name the service."""
        super().__init__(
            say(
                "%(service)s does not fall with what is lost; ask for an affected service.",
                service=service,
            )
        )


class CrewsFewerThanOne(Refusal):
    """Nobody is there to restore anything."""

    def __init__(self, crews: int) -> None:
        """Name the number of crews asked for."""
        super().__init__(
            say("%(crews)s crews can restore nothing; at least 1 is needed.", crews=crews)
        )


class RestoreMinutesBelowZero(Refusal):
    """A service that would be back before its restoration began."""

    def __init__(self, service: str, minutes: int) -> None:
        """Name the service and its minutes."""
        super().__init__(
            say(
                "Restoring %(service)s is said to take %(minutes)s minutes; "
                "it must be 0 or more, or left empty when it is not known.",
                service=service,
                minutes=minutes,
            )
        )


class AssumedMinutesBelowZero(Refusal):
    """An assumption that would bring services back before their restoration began."""

    def __init__(self, minutes: int) -> None:
        """Name the assumed minutes."""
        super().__init__(
            say("The assumed %(minutes)s minutes a step must be 0 or more.", minutes=minutes)
        )


class PromiseNotBroken(Refusal):
    """A repair is asked for where there is nothing to repair."""

    def __init__(self, service: str) -> None:
        """Name the service whose promise holds, is not made, or cannot be judged."""
        super().__init__(
            say(
                "%(service)s has no broken promise in this plan; "
                "ask for one of the services that are late.",
                service=service,
            )
        )


class ServiceWishedTwice(Refusal):
    """A ranking in which one service stands at two places."""

    def __init__(self, by: str, service: str) -> None:
        """Name whose ranking it is, and the service."""
        super().__init__(
            say(
                "The wish of %(by)s ranks %(service)s twice; each service has one place.",
                by=by,
                service=service,
            )
        )


class WeightBelowZero(Refusal):
    """A wish that would count against what it asks for."""

    def __init__(self, by: str, weight: Fraction | int) -> None:
        """Name whose wish it is, and the weight."""
        super().__init__(
            say(
                "The wish of %(by)s has the weight %(weight)s; a weight must be 0 or more.",
                by=by,
                weight=weight,
            )
        )
