"""Field types that keep exactly what was given, on every database."""

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models

from domestique.quantities.person_id import PersonId

NAME_LENGTH = 200

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


class PersonListField(IdListField):
    """Ids of people, in the order their owner gave them."""

    def deconstruct(self) -> Any:
        """Stay in migrations what it is in the database: a list."""
        name, _, args, kwargs = super().deconstruct()
        return name, f"{IdListField.__module__}.IdListField", args, kwargs

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> list[PersonId]:
        """Read each as the id of a person."""
        read = super().from_db_value(value, expression, connection)
        return [PersonId(one) for one in read or ()]


class PersonField(_Text[Set_contra, Get_co]):
    """A person, as records hold her: her ``PersonId``; nobody is the empty one, which the database keeps as nothing.

    On a kind of record the database insists that her own is there.
    """

    _pyi_private_set_type: str
    _pyi_private_get_type: PersonId

    def __init__(self, **kwargs: Any) -> None:
        """Room for an id, which may be a name."""
        super().__init__(**(kwargs | {"max_length": NAME_LENGTH, "null": True, "default": ""}))

    def deconstruct(self) -> Any:
        """Leave what every such field says out of migrations."""
        name, path, args, kwargs = super().deconstruct()
        said = ("max_length", "null", "default")
        return name, path, args, {key: one for key, one in kwargs.items() if key not in said}

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:  # noqa: FBT001, FBT002 - as Django has it
        """Let a kind of record insist; its history and the models of migrations do not."""
        super().contribute_to_class(cls, name, private_only)
        if hasattr(cls, "declared"):
            said = PersonIsThere(field=name, name=f"{cls._meta.db_table}_{name}_there")
            cls._meta.constraints = [*cls._meta.constraints, said]
            cls._meta.original_attrs["constraints"] = cls._meta.constraints

    def from_db_value(self, value: str | None, *_: object) -> PersonId:
        """Read the id; nobody where there is none."""
        return PersonId(value or "")

    def to_python(self, value: str | None) -> PersonId:
        """Take an id for one."""
        return PersonId(value or "")

    def get_prep_value(self, value: str | None) -> str | None:
        """Keep nobody as nothing."""
        return str.__str__(value) if value else None


class PersonIsThere(models.BaseConstraint):
    """Whom a field names has a record: a foreign key, checked when a transaction ends."""

    def __init__(self, *, field: str, name: str) -> None:
        """Insist for a field."""
        self.field = field
        super().__init__(name=name)

    def deconstruct(self) -> Any:
        """Keep the field in migrations."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "field": self.field}

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Return the foreign key as a new table has it."""
        quote = schema_editor.quote_name
        column, people = quote(model._meta.get_field(self.field).column), quote("parties_person")
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({column}) "
            f"REFERENCES {people} ({quote('id')}) DEFERRABLE INITIALLY DEFERRED"
        )

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        """Return what adds it to a table that stands."""
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """Return what takes it away."""
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def validate(self, *_: object, **__: object) -> None:
        """Say nothing: whoever enters a row has looked people up."""

    def __eq__(self, other: object) -> bool:
        """Insist on the same."""
        return isinstance(other, PersonIsThere) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        """Hash by the name."""
        return hash(self.name)


def plain(value: Decimal) -> Decimal:
    """Write a decimal without exponent or padding zeros: ``40.000`` is 40, ``4E+1`` is 40."""
    value = value.normalize()
    return value if int(value.as_tuple().exponent) <= 0 else value.quantize(Decimal(1))
