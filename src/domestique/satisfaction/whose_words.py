"""Whose words a pulse holds: hers, heard by us, or our guess. They are kept apart (S5-03)."""

from domestique.records.refusals import WordsStand
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.errors import WhoseWordsNotSaid, some_named


def whose_words(speaker: str, side: CustomersSide, claimed: str) -> WhoseWords:
    """Return whose words are noted: hers when her own side says them, else what the noter claims.

    Anybody else must say whether it was heard or is a guess: ``WhoseWordsNotSaid``.
    """
    if side.holds(speaker):
        return WhoseWords.HERS
    if claimed not in (WhoseWords.HEARD, WhoseWords.GUESS):
        raise WhoseWordsNotSaid(person=speaker, customer=side.name, people=some_named(side.people))
    return WhoseWords(claimed)


def person_of(speaker: str, side: CustomersSide, whose: WhoseWords, named: str) -> str:
    """Return whose pulse it is: her own, the person it was heard from, nobody's for a guess."""
    if whose is WhoseWords.HERS:
        return speaker
    return "" if whose is WhoseWords.GUESS else named.strip() or side.person


def why_not_over(standing: str, new: WhoseWords, person: str) -> WordsStand | None:
    """Return why nothing is written over a pulse: what was heard does not stand over what she said the same day."""
    if standing == WhoseWords.HERS and new is not WhoseWords.HERS:
        return WordsStand(person=person)
    return None
