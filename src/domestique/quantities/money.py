"""Money in whole minor units (öre, cent) with its currency. Never a float."""

from decimal import Decimal
from fractions import Fraction

MINOR_DIGITS = {
    "JPY": 0,
    "KRW": 0,
    "ISK": 0,
    "VND": 0,
    "CLP": 0,
    "BHD": 3,
    "KWD": 3,
    "JOD": 3,
    "TND": 3,
}


def minor_digits(currency: str) -> int:
    """Return how many decimals a currency has (ISO 4217): two unless listed."""
    return MINOR_DIGITS.get(currency, 2)


def to_minor(amount: Decimal | Fraction | int, currency: str) -> int:
    """Turn an amount into minor units, halves to even; exact for amounts written with the currency's own decimals."""
    minor: int = 10 ** minor_digits(currency)
    return round(Fraction(amount) * minor)


def from_minor(minor: int, currency: str) -> Decimal:
    """Turn minor units back into an amount: ``from_minor(12345, "SEK") == Decimal("123.45")``."""
    return Decimal(minor).scaleb(-minor_digits(currency))
