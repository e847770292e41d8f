"""Why the costing room refuses: one class a refusal, each with a sentence built from the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domestique.costing.wording import write_brief
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction


class AllocationSharesExceedOne(Refusal):
    """A supporting service passes on more than it costs."""

    def __init__(self, service: str, percent: Fraction) -> None:
        """Name the service and the sum of its shares in percent."""
        super().__init__(
            say(
                "The cost shares of %(service)s sum to %(percent)s %%; they may sum to 100 %% at "
                "most.",
                service=service,
                percent=write_brief(percent, 4),
            )
        )


class AllocationShareNegative(Refusal):
    """A share below nothing."""

    def __init__(self, giver: str, receiver: str) -> None:
        """Name both ends of the share."""
        super().__init__(
            say(
                "The cost share from %(giver)s to %(receiver)s is negative; it must be 0 %% or "
                "more.",
                giver=giver,
                receiver=receiver,
            )
        )


class CustomerFacingServicePassesOn(Refusal):
    """Only supporting services pass their cost on; what a customer uses is paid by the customer."""

    def __init__(self, giver: str, receiver: str) -> None:
        """Name both ends of the share."""
        super().__init__(
            say(
                "%(giver)s is customer-facing and cannot pass cost on to %(receiver)s; only a "
                "supporting service can.",
                giver=giver,
                receiver=receiver,
            )
        )


class CostNamesUnknownService(Refusal):
    """A cost or a share points at a service that is not there."""

    def __init__(self, service: str) -> None:
        """Name the service that is missing."""
        super().__init__(
            say(
                "Cost is placed on %(service)s, which is not among the services; add the service "
                "or correct the id.",
                service=service,
            )
        )


class ServiceIsBothKinds(Refusal):
    """A service is either customer-facing or supporting."""

    def __init__(self, service: str) -> None:
        """Name the service."""
        super().__init__(
            say(
                "%(service)s is given both as customer-facing and as supporting; it must be one "
                "of the two.",
                service=service,
            )
        )


class ClosedCostCircle(Refusal):
    """Supporting services that pass all their cost round among themselves, so nobody bears it."""

    def __init__(self, services: Sequence[str]) -> None:
        """Name the services of the circle."""
        self.services = tuple(services)
        super().__init__(
            say(
                "These supporting services pass their whole cost round among themselves: "
                "%(services)s; at least one of them must pass a share to another service.",
                services=", ".join(services),
            )
        )


class AllocationDoesNotSettle(Refusal):
    """The shares leak so little that double precision cannot tell who bears the cost."""

    def __init__(self, error: float) -> None:
        """Give the error that remained, in minor units."""
        super().__init__(
            say(
                "The cost shares circle so strongly that the result is only known to %(error)s "
                "minor units; pass a larger share on to customer-facing services.",
                error=f"{error:.3g}",
            )
        )


class StepDownOrderNamesUnknown(Refusal):
    """The step-down order names something that is not a supporting service."""

    def __init__(self, service: str) -> None:
        """Name what is not known."""
        super().__init__(
            say(
                "The step-down order names %(service)s, which is not a supporting service.",
                service=service,
            )
        )


class StepDownOrderRepeats(Refusal):
    """The step-down order names a service twice."""

    def __init__(self, service: str) -> None:
        """Name the service."""
        super().__init__(
            say(
                "The step-down order names %(service)s twice; each supporting service passes its "
                "cost on once.",
                service=service,
            )
        )


class StepDownOrderMisses(Refusal):
    """The step-down order leaves supporting services out."""

    def __init__(self, services: Sequence[str]) -> None:
        """Name the services left out."""
        super().__init__(
            say(
                "The step-down order leaves out %(services)s; it must name every supporting "
                "service once.",
                services=", ".join(services),
            )
        )


class NoCostsInYear(Refusal):
    """A year for which no costs are loaded: what it cost is not known, which is not nothing."""

    def __init__(self, year: int, years: Sequence[int]) -> None:
        """Name the year, and those that have costs."""
        if years:
            known = ", ".join(str(other) for other in years)
            sentence = say(
                "No costs are loaded for %(year)s; there are costs for %(known)s.",
                year=str(year),
                known=known,
            )
        else:
            sentence = say("No costs are loaded yet, so what anything costs is not known.")
        super().__init__(sentence)


class ExchangeRateMissing(Refusal):
    """An amount must change currency in a year without a rate."""

    def __init__(self, currency: str, year: int) -> None:
        """Name the currency and the year."""
        super().__init__(
            say(
                "There is no exchange rate for %(currency)s in %(year)s; add one with its plan "
                "rate and its actual rate.",
                currency=currency,
                year=str(year),
            )
        )
