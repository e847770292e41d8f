"""The text of an agreement as somebody accepted it, written in one way only, and its digest.

One line for each thing it says, in this order: the agreement, its customer, its first and last day; then each service by
id, with content (a JSON string), level, units and price. A number is written without padding, what is not stated as ``-``.
The text is UTF-8 in Unicode's form C and every line ends with a line feed; the digest is its SHA-256 in hexadecimal.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from domestique.agreements.amending import LineText
from domestique.quantities.written_number import without_padding

SHORT = 12
"""How many letters of a digest tell it apart at a glance."""


@dataclass(frozen=True, slots=True)
class Version:
    """An agreement as it was accepted, or as an accepted amendment left it: from which day, by whom, and its text.

    ``amends`` is whether it is an amendment's; ``lines`` are those in it from that day on, by service.
    """

    agreement: str
    customer: str
    starts: date | None
    ends: date | None
    holds_from: date | None
    accepted_by: str
    accepted_on: date | None
    lines: Mapping[str, LineText]
    amends: bool = False

    @property
    def text(self) -> str:
        """The canonical text."""
        said = [
            f"agreement {self.agreement}",
            f"customer {self.customer}",
            f"from {_day(self.starts)}",
            f"to {_day(self.ends)}",
        ]
        if self.amends:
            said.append(f"as amended from {_day(self.holds_from)}")
        for service, line in sorted(self.lines.items()):
            said += [
                f"service {service}",
                f"content {json.dumps(line.content, ensure_ascii=False)}",
                f"level {_number(line.level)}",
                f"units {_number(line.units)}",
                f"price {_number(line.price)}",
            ]
        return unicodedata.normalize("NFC", "".join(f"{one}\n" for one in said))

    @property
    def digest(self) -> str:
        """The digest of the text, whole."""
        return sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def short_digest(self) -> str:
        """The beginning of the digest."""
        return self.digest[:SHORT]


def _day(day: date | None) -> str:
    return day.isoformat() if day else "-"


def _number(number: Decimal | None) -> str:
    return "-" if number is None else without_padding(f"{number:f}")
