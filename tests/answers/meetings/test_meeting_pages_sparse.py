"""The same pages while nothing is loaded: each says what is not known, and none falls."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/contacts/", "Nothing is on record."),
        ("/contacts/new/", "With whom"),
        ("/promised/", "No promise has been due yet."),
        ("/bad-day/", "What has failed?"),
        ("/meetings/", "None is planned within seven days."),
        ("/meetings/plan/", "Plan a meeting"),
        ("/year/", "Month by month"),
    ],
)
def test_page_of_an_empty_picture_says_so(read, path, words):
    assert words in read(path).main.text
