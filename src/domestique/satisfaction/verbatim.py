"""Words from a survey, shown without whoever said them or is named in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

HIDDEN = "[…]"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"\+?\d(?:[ \u00a0()./-]?\d){6,}")


def without_names(words: str, names: Iterable[str]) -> str:
    """Return words with e-mail addresses, telephone numbers and the given names of people taken out."""
    hidden = NUMBER.sub(HIDDEN, ADDRESS.sub(HIDDEN, words))
    for name in sorted(filter(None, names), key=len, reverse=True):
        hidden = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", HIDDEN, hidden, flags=re.IGNORECASE)
    return hidden
