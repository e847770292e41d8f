"""Who is meant by what somebody writes: an id, an e-mail or a name. Pure; S2-03, S2-04.

White space, the case of letters, their Unicode form and signs nobody can see make no difference. A vacancy is nobody.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say

_WITH_ID = re.compile(r"(?P<name>.+) \((?P<id>.+)\)")
_NOBODY = frozenset(
    """
    vakant vacant vacancy vakanssi avoin avoinna ledig obesatt täyttämättä nn n.n. n.n tbd tba tbc na n/a n.a. null nil
    none nobody ingen kukaan unknown okänd tuntematon saknas puuttuu xxx - -- — – ? ?? ??? . /
    """.split()  # noqa: SIM905 - words, not a list to read
) | {"n n", "ei kukaan"}


@dataclass(frozen=True, slots=True)
class Known:
    """A person's record, as far as she is found by it; ``unit`` helps to tell two of one name apart.

    ``former`` are ids and names she had, or that a record had which was merged into hers.
    """

    id: str
    name: str
    emails: tuple[str, ...] = ()
    unit: str = ""
    former: frozenset[str] = frozenset()


class Directory:
    """Everybody there is."""

    def __init__(self, people: Iterable[Known], gone: Iterable[str] = ()) -> None:
        """Take people in; ``gone`` are ids that nobody new is given, for they were somebody's."""
        self._by_id: dict[str, Known] = {}
        self._ids: dict[str, dict[str, None]] = {}
        self._former: dict[str, dict[str, None]] = {}
        self._gone = frozenset(gone)
        for one in people:
            self.add(one)

    def add(self, one: Known) -> None:
        """Take somebody in, or what is known of her now."""
        self._by_id[one.id] = one
        for text in (one.id, one.name, *one.emails):
            self._ids.setdefault(folded(text), {})[one.id] = None
        for text in one.former:
            self._former.setdefault(folded(text), {})[one.id] = None

    def meant(self, text: str) -> list[Known]:
        """Return who may be meant: nobody, one, or all who are called so.

        An id is hers before it is anybody's name, unless it is her own name and another has that too. What somebody was
        called means her while nobody is called so.
        """
        with_id = _WITH_ID.fullmatch(text)
        if with_id and with_id["id"] in self._by_id:
            return [self._by_id[with_id["id"]]]
        exact = self._by_id.get(text)
        if exact and folded(exact.name) != folded(text):
            return [exact]
        found = self._ids.get(folded(text)) or self._former.get(folded(text), {})
        return [self._by_id[id_] for id_ in found]

    def place(self, text: str) -> tuple[str, bool]:
        """Return the id of whom a text means, and whether she is new; a vacancy is nobody (an empty id).

        Refuses several (``SeveralOfThatName``).
        """
        known = one_meant(text, self.meant(text))
        if known or is_nobody(text):
            return (known.id if known else ""), False
        id_ = self.free_id(text)
        self.add(Known(id_, text))
        return id_, True

    def free_id(self, name: str) -> str:
        """Return the id of somebody new who was given none: her name, with a number behind it where that is taken."""
        numbered = (f"{name} {number}" for number in count(2))
        taken = self._by_id.keys() | self._gone
        return next(one for one in chain([name], numbered) if one not in taken)


class SeveralOfThatName(Refusal):
    """A name that several people have."""

    text = say(
        "“%(name)s” is what several people are called; write which of them: %(people)s.",
    )


def one_meant(text: str, meant: Sequence[Known]) -> Known | None:
    """Return the one who is meant, or nobody. Refuses several (``SeveralOfThatName``), with what tells them apart."""
    if len(meant) > 1:
        each = (
            f"{one.name} ({one.id})"
            + "".join(f", {part}" for part in (*one.emails[:1], one.unit) if part)
            for one in meant
        )
        raise SeveralOfThatName(name=text, people="; ".join(each))
    return meant[0] if meant else None


def folded(text: str) -> str:
    """Return a text without what makes no difference in a name."""
    shown = (
        one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf"
    )
    return " ".join("".join(shown).casefold().split())


def is_nobody(text: str) -> bool:
    """Whether a text says that nobody is there: a vacancy, or one of the usual words for what is not known."""
    return folded(text) in _NOBODY
