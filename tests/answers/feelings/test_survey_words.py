"""What is shown of the words of a survey."""

from __future__ import annotations

from domestique.answers.feelings.survey_words import without_names


def test_words_lose_names_addresses_and_numbers():
    words = "Ask NADJA Berggren, nadja@norrhjul.example or +46 70-123 45 67, about 99.95 % in 2026."
    assert without_names(words, ["Nadja Berggren"]) == "Ask […], […] or […], about 99.95 % in 2026."
