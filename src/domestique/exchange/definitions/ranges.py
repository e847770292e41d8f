"""Between which numbers a cell may lie."""

from __future__ import annotations

from decimal import Decimal

ZERO = Decimal(0)
ONE = Decimal(1)
ONE_HUNDRED = Decimal(100)
LEAST_IMPORTANT = Decimal(4)
# What a whole number in the database holds.
LARGEST_WHOLE = Decimal(2_147_483_647)
