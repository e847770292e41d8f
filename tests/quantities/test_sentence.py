"""Sentences are kept apart from their values."""

from __future__ import annotations

from decimal import Decimal

from domestique.quantities.sentence import say, say_counted


def test_values_fill_their_named_places() -> None:
    sentence = say("%(service)s is built for %(level)s %%.", service="S03", level=Decimal("99.9"))
    assert str(sentence) == "S03 is built for 99.9 %."
    assert sentence.text == "%(service)s is built for %(level)s %%."


def test_a_percent_sign_without_values_is_one_too() -> None:
    assert str(say("Never 100 %%.")) == "Never 100 %."


def test_a_counted_sentence_follows_its_count() -> None:
    texts = ("%(count)s day is left for %(who)s.", "%(count)s days are left for %(who)s.")
    assert str(say_counted(*texts, 1, who="C10")) == "1 day is left for C10."
    assert str(say_counted(*texts, 0, who="C10")) == "0 days are left for C10."


def test_a_sentence_can_be_a_value_of_another() -> None:
    inner = say("the hall %(hall)s", hall="T10")
    assert str(say("Lost: %(what)s.", what=inner)) == "Lost: the hall T10."
