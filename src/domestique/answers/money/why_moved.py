"""Why a bill moved, in words a customer uses."""

from __future__ import annotations

from decimal import Decimal

from domestique.costing.bills.bill import Bill
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say


def why_moved(bill: Bill | None) -> tuple[tuple[Sentence, Decimal], ...]:
    """Return the parts of a bill's difference that are not nothing, in words a customer uses."""
    if bill is None or bill.variance is None:
        return ()
    parts = (
        (say("You used more or less"), bill.variance.volume),
        (say("It got dearer or cheaper"), bill.variance.price),
        (say("The exchange rate moved"), bill.variance.currency),
    )
    return tuple((text, from_minor(amount, bill.currency)) for text, amount in parts if amount)
