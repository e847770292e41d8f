"""Why the costing room refuses: one class a refusal, each with a sentence built from the values."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class AllocationSharesExceedOne(Refusal):
    """A supporting service passes on more than it costs; the sum of its shares is in percent."""

    text = say(
        "The cost shares of %(service)s sum to %(percent)s %%; they may sum to 100 %% at most."
    )


class AllocationShareNegative(Refusal):
    """A share below nothing."""

    text = say(
        "The cost share from %(giver)s to %(receiver)s is negative; it must be 0 %% or more."
    )


class CustomerFacingServicePassesOn(Refusal):
    """Only supporting services pass their cost on; what a customer uses is paid by the customer."""

    text = say(
        "%(giver)s is customer-facing and cannot pass cost on to %(receiver)s; only a "
        "supporting service can."
    )


class CostNamesUnknownService(Refusal):
    """A cost or a share points at a service that is not there."""

    text = say(
        "Cost is placed on %(service)s, which is not among the services; add the service "
        "or correct the id."
    )


class ServiceIsBothKinds(Refusal):
    """A service is either customer-facing or supporting."""

    text = say(
        "%(service)s is given both as customer-facing and as supporting; it must be one of the two."
    )


class ClosedCostCircle(Refusal):
    """Supporting services that pass all their cost round among themselves, so nobody bears it."""

    text = say(
        "These supporting services pass their whole cost round among themselves: "
        "%(services)s; at least one of them must pass a share to another service."
    )


class AllocationDoesNotSettle(Refusal):
    """The shares leak so little that double precision cannot tell who bears the cost; the error is what remained."""

    text = say(
        "The cost shares circle so strongly that the result is only known to %(error)s "
        "minor units; pass a larger share on to customer-facing services."
    )


class StepDownOrderNamesUnknown(Refusal):
    """The step-down order names something that is not a supporting service."""

    text = say("The step-down order names %(service)s, which is not a supporting service.")


class StepDownOrderRepeats(Refusal):
    """The step-down order names a service twice."""

    text = say(
        "The step-down order names %(service)s twice; each supporting service passes its "
        "cost on once."
    )


class StepDownOrderMisses(Refusal):
    """The step-down order leaves supporting services out."""

    text = say(
        "The step-down order leaves out %(services)s; it must name every supporting service once."
    )


class NoCostsInYear(Refusal):
    """A year for which no costs are loaded: what it cost is not known, which is not nothing."""

    text = say("No costs are loaded for %(year)s; there are costs for %(known)s.")


class NoCosts(Refusal):
    """No costs are loaded for any year."""

    text = say("No costs are loaded yet, so what anything costs is not known.")


class ExchangeRateMissing(Refusal):
    """An amount must change currency in a year without a rate."""

    text = say(
        "There is no exchange rate for %(currency)s in %(year)s; add one with its plan "
        "rate and its actual rate."
    )


class MonthIsClosed(Refusal):
    """A price is changed for a month that is over."""

    text = say(
        "Months before %(first)s are closed, and their prices stand. Enter a new price from %(first)s on, or let this one "
        "end on the day before; only whoever keeps the picture changes a closed month."
    )
