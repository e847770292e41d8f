"""One thing there is to find, and the places it leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, TypedDict, Unpack

from domestique.answers.search.search_words import fold_parts
from domestique.quantities.sentence import Sentence

Way: TypeAlias = tuple[str, str]
"""A route, as ``FoundBy`` writes it, and what it takes."""


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to find. ``notes`` stand beside its title.

    ``names`` and ``text`` are what is looked through: folded, every part between line breaks, the id
    first (empty where there is none), then the names; ``text`` goes on with everything else. ``key`` is the row's, as
    sources write it, ``row`` its primary key and ``customer`` the one whose business it is. ``ways`` are the places it
    leads to, the best first; none are those its kind names, where ``others`` stand beside a page.
    """

    title: str
    notes: tuple[str | Sentence, ...]
    names: str
    text: str
    key: str = ""
    ways: tuple[Way, ...] = ()
    others: tuple[str, ...] = ()
    row: object = None
    customer: str = ""


class More(TypedDict, total=False):
    """What an entry may know besides."""

    key: str
    ways: tuple[Way, ...]
    others: tuple[str, ...]
    row: object
    customer: str


def entry(
    id_: str,
    names: Iterable[str],
    notes: Iterable[str | Sentence | None] = (),
    hidden: Iterable[str | None] = (),
    **more: Unpack[More],
) -> Findable:
    """Make an entry: the first name is its title, else its id; what is ``hidden`` finds it too, but is not shown."""
    called = tuple([name for name in names if name])
    kept = tuple([note for note in ((id_, *notes) if called else notes) if note])
    others = [*(note for note in kept if isinstance(note, str)), *(word for word in hidden if word)]
    folded = fold_parts((id_, *(called or (id_,))))
    text = folded + fold_parts(others) if others else folded
    return Findable(called[0] if called else id_, kept, folded, text, **more)
