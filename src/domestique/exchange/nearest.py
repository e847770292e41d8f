"""Did you mean: the known word nearest to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

from domestique.quantities.sentence import LIST, Sentence, Value, say


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, whatever its case; empty if none is like it."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    folded = word.casefold()
    if folded in by_folded:
        return by_folded[folded]
    close = get_close_matches(folded, by_folded, n=1)
    return by_folded[close[0]] if close else ""


def not_among(
    word: str, known: Iterable[str], meant: Sentence, instead: Sentence, **values: Value
) -> Sentence:
    """Say that a word is not known: with the one that was ``%(meant)s``, else with all the ``%(names)s`` there are."""
    names = list(known)
    like = nearest(word, names)
    said = meant if like else instead
    every = {**values, "meant": like, "names": LIST.join(names)}
    return say(said.text, **{place: every[place] for place in said.places()})
