"""A promise beside what carries it, and how that is said."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from domestique.quantities.rounding import cut_downwards
from domestique.quantities.sentence import Sentence, Value, say, say_counted

SHOWN_DECIMALS = 2


class ComparisonForm(StrEnum):
    """Which comparison was made."""

    PREREQUISITE = "prerequisite"
    PRODUCT = "product"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"


class Carrier(Protocol):
    """What carries a promise: the level in percent, and the ids it is made of."""

    @property
    def level(self) -> Decimal | Fraction | None:
        """What is carried, ``None`` when nothing is known; the most that can be when something is unknown."""

    @property
    def on(self) -> tuple[str, ...]:
        """The ids beside the service: the prerequisites, the contract, or the agreement."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those without a level."""


@dataclass(frozen=True, slots=True)
class OneLevel:
    """A level that is written down somewhere."""

    level: Decimal | None
    on: tuple[str, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A promise beside what carries it, both in percent.

    ``is_gap`` tells whether the promise is surely not carried; otherwise it cannot be known. What carries it
    is told only when asked for: there may be very many comparisons, on very many services each.
    """

    form: ComparisonForm
    service: str
    promise: Decimal
    carrier: Carrier
    is_gap: bool
    partner: str = ""

    @property
    def on(self) -> tuple[str, ...]:
        """The ids beside the service: the prerequisites, the contract, or the agreement."""
        return self.carrier.on

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those of them without a level."""
        return self.carrier.unknown

    @property
    def carried(self) -> Fraction | None:
        """What is carried, exactly; ``None`` when nothing is known."""
        level = self.carrier.level
        return None if level is None else Fraction(level)

    @property
    def shown(self) -> Decimal | None:
        """What is carried, cut downwards to two decimals; never flattered."""
        return None if self.carried is None else cut_downwards(self.carried, SHOWN_DECIMALS)

    @property
    def sentences(self) -> tuple[Sentence, Sentence]:
        """What is wrong or not known, and what to do."""
        if not self.is_gap:
            return _unknown_sentences(self.service, self.promise, self.unknown)
        level = self.carrier.level
        shown = cut_downwards(level, SHOWN_DECIMALS) if isinstance(level, Fraction) else level
        values: dict[str, Value] = {"service": self.service, "partner": self.partner}
        return _gap_sentences(self.form, values | {"promise": self.promise, "carried": shown})

    @property
    def what(self) -> Sentence:
        """What is wrong or not known."""
        return self.sentences[0]

    @property
    def advice(self) -> Sentence:
        """What to do."""
        return self.sentences[1]


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """The promises that are not carried, and those of which it cannot be known."""

    gaps: tuple[Comparison, ...]
    unknown: tuple[Comparison, ...]


def _gap_sentences(form: ComparisonForm, values: dict[str, Value]) -> tuple[Sentence, Sentence]:
    """Say what is wrong and what to do; the partner is who or what carries or was promised."""
    if form is ComparisonForm.PREREQUISITE:
        return say(
            "%(service)s promises %(promise)s %%,"
            " but %(partner)s, without which it stops, promises %(carried)s %%.",
            **values,
        ), say("Raise %(partner)s to %(promise)s %%, or promise %(carried)s %% here.", **values)
    if form is ComparisonForm.PRODUCT:
        return say(
            "%(service)s promises %(promise)s %%,"
            " but all that it needs carries at most %(carried)s %% together.",
            **values,
        ), say("Strengthen what it needs, or promise at most %(carried)s %%.", **values)
    if form is ComparisonForm.SUPPLIER:
        return say(
            "%(service)s promises %(promise)s %%,"
            " but the contract with %(partner)s promises %(carried)s %%.",
            **values,
        ), say("Renegotiate with %(partner)s, or promise at most %(carried)s %%.", **values)
    return say(
        "%(partner)s is promised %(promise)s %% on %(service)s, which is built for %(carried)s %%.",
        **values,
    ), say("Build it for %(promise)s %%, or agree on %(carried)s %% with %(partner)s.", **values)


def _unknown_sentences(
    service: str, promise: Decimal, unknown: tuple[str, ...]
) -> tuple[Sentence, Sentence]:
    missing = ", ".join(unknown)
    what = say_counted(
        "Whether %(service)s can keep %(promise)s %% cannot be known: %(missing)s has no level.",
        "Whether %(service)s can keep %(promise)s %% cannot be known: %(missing)s have no level.",
        len(unknown),
        service=service,
        promise=promise,
        missing=missing,
    )
    return what, say("Find out what %(missing)s can keep, and write it down.", missing=missing)
