"""Service hours as a customer would say them."""

from __future__ import annotations

import pytest

from domestique.answers.catalogue.hours_in_words import hours_in_words
from domestique.quantities.errors import Refusal
from domestique.quantities.hours import ServiceHours


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("24x7", "around the clock, every day"),
        ("Mon-Fri 07-18", "Monday to Friday 07:00–18:00"),
        ("Mon-Sun 09-21", "every day 09:00–21:00"),
        ("Sat 08:30-12", "Saturday 08:30–12:00"),
        ("Mon-Fri 00-24", "Monday to Friday around the clock"),
        ("Mon-Fri 07-12; Mon-Fri 13-18", "Monday to Friday 07:00–12:00, 13:00–18:00"),
        ("Mon-Fri 07-18; Sat 09-13", "Monday to Friday 07:00–18:00, and Saturday 09:00–13:00"),
        ("race days 06-22", "on race days 06:00–22:00"),
        ("Mon-Fri 07-18 except holidays", "Monday to Friday 07:00–18:00, not on public holidays"),
        (
            "Mon-Fri 07-18 with summer",
            "Monday to Friday 07:00–18:00, with other hours on summer",
        ),
    ],
)
def test_hours_are_said_in_words(written, said):
    assert str(hours_in_words(written)) == said


def test_hours_nobody_understands_are_said_as_written():
    with pytest.raises(Refusal):
        ServiceHours.parse("when it suits")
    assert str(hours_in_words("when it suits")) == "when it suits"
