"""Field types that keep exactly what was given, on every database."""

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models

Set_contra = TypeVar("Set_contra", contravariant=True)
Get_co = TypeVar("Get_co", covariant=True)

if TYPE_CHECKING:

    class _Text(models.CharField[Set_contra, Get_co]):
        """To the type checker a field is generic: what it is given and what it gives back."""

    class _Decimal(models.DecimalField[Set_contra, Get_co]):
        """The same for decimals."""

    JSONField = models.JSONField[list[str], list[str]]
else:

    class _Text(models.CharField, Generic[Set_contra, Get_co]):
        """To Python it is the field itself."""

    class _Decimal(models.DecimalField, Generic[Set_contra, Get_co]):
        """The same for decimals."""

    JSONField = models.JSONField


class LocalTimeField(_Text[Set_contra, Get_co]):
    """A local time of the organisation as it was given, without a time zone: ``2026-10-25 01:30``.

    Kept as text that sorts by time. Which instant it is, on a night when the clock changes,
    is decided where it is reckoned with, never on the way in.
    """

    _pyi_private_set_type: datetime | str  # type: ignore[assignment]  # a time, though kept as text
    _pyi_private_get_type: datetime  # type: ignore[assignment]  # the same

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Room for seconds is always there."""
        kwargs["max_length"] = 19
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: object) -> datetime | None:
        """Read the text back as a naive datetime."""
        return None if value is None else datetime.fromisoformat(value)

    def to_python(self, value: datetime | str | None) -> Any:
        """Accept a naive datetime or its text."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value

    def run_validators(self, value: Any) -> None:
        """Check the text that is kept."""
        super().run_validators(self.get_prep_value(value))

    def get_prep_value(self, value: Any) -> Any:
        """Write minutes, and seconds only where there are any."""
        if isinstance(value, datetime):
            return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")
        return value


class ExactDecimalField(_Decimal[Set_contra, Get_co]):
    """A decimal of at most fifteen digits, which both databases keep exactly, read back without padding zeros."""

    def __init__(self, *args: Any, decimal_places: int = 2, **kwargs: Any) -> None:
        """Fifteen digits in all, so that SQLite's numbers are exact too."""
        kwargs.update(max_digits=15, decimal_places=decimal_places)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Leave the fixed number of digits out of migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_digits", None)
        return name, path, args, kwargs

    def from_db_value(self, value: Decimal | None, *_: object) -> Decimal | None:
        """Drop the zeros the database pads with."""
        return None if value is None else plain(Decimal(value))


class IdListField(JSONField):
    """Ids, or names, in the order their owner gave them. Empty means none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """No list is an empty list."""
        kwargs.update(default=list, blank=True)
        super().__init__(*args, **kwargs)


def plain(value: Decimal) -> Decimal:
    """Write a decimal without exponent or padding zeros: ``40.000`` is 40, ``4E+1`` is 40."""
    value = value.normalize()
    return value if int(value.as_tuple().exponent) <= 0 else value.quantize(Decimal(1))
