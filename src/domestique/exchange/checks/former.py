"""Old ids in what comes in: each means the record that has another id by now, and that is told once."""

from __future__ import annotations

from collections.abc import Mapping

from domestique.exchange.files.cells import Problem
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Entry, Incoming
from domestique.quantities.sentence import Sentence, say
from domestique.records.ids.errors import IdMeansAnother
from domestique.records.ids.former_queries import FormerIds
from domestique.records.ids.plan_queries import has_own_id, is_without_history


def mean_survivors(
    incoming: Incoming, former: Mapping[str, FormerIds], *, is_typed: bool
) -> tuple[list[Problem], list[Sentence]]:
    """Put the id of today in the place of each old one; return what is refused, and what was found.

    A row of a record that was merged into another is left out: what the survivor says stands. A typed row is something
    new, and no old id is given to that. Answers to surveys stay with whom they were given for (decision 020).
    """
    problems, notices = _own_rows(incoming, former, is_typed=is_typed)
    found: dict[tuple[str, str], str] = {}
    stays = is_without_history(incoming.table)
    columns = enumerate(incoming.columns)
    for at, table in ((at, to) for at, one in columns for to in (one.to, *one.one_of)):
        known = former.get(table, FormerIds())
        for entry in incoming.entries if known.followed else ():
            value = entry.values[at]
            old = [one for one in (value if isinstance(value, list) else [value]) if one]
            meant = {one: means for one in old if (means := known.meaning(str(one)))}
            if meant and not (stays and known.merged & {*meant}):
                new = list(dict.fromkeys(meant.get(one, one) for one in old))
                _replace(incoming, entry, at, new if isinstance(value, list) else new[0])
                found |= {(table, one): means for one, means in meant.items()}
    notices += [_means(table, old, new) for (table, old), new in found.items()]
    return problems, notices


def _own_rows(
    incoming: Incoming, former: Mapping[str, FormerIds], *, is_typed: bool
) -> tuple[list[Problem], list[Sentence]]:
    known, at = former.get(incoming.table.name), incoming.position("id")
    if known is None or at is None or not has_own_id(incoming.table):
        return [], []
    problems, notices, left_out = [], [], []
    for entry in incoming.entries:
        old = entry.values[at]
        means = known.meaning(old) if isinstance(old, str) else None
        if means is None:
            continue
        if is_typed:
            problems.append(incoming.refuse(entry, "id", _not_given(incoming, old, means)))
        elif old in known.merged:
            left_out.append(entry)
            notices.append(_left_out(incoming, old, means))
        else:
            _replace(incoming, entry, at, means)
            notices.append(_means(incoming.table.name, old, means))
    incoming.entries[:] = [one for one in incoming.entries if one not in left_out]
    return problems, notices


def _replace(incoming: Incoming, entry: Entry, at: int, value: Value) -> None:
    """Give a row another value in one column, and the key that goes with it."""
    places = [incoming.position(name) for name in incoming.table.key]
    entry.values = (*entry.values[:at], value, *entry.values[at + 1 :])
    if entry.key is not None and at in places:
        part = places.index(at)
        entry.key = (*entry.key[:part], value, *entry.key[part + 1 :])


def _means(table: str, old: str, new: str) -> Sentence:
    return say("“%(old)s” of %(table)s is “%(new)s” now.", old=old, table=table, new=new)


def _left_out(incoming: Incoming, old: str, new: str) -> Sentence:
    return say(
        "“%(old)s” of %(table)s was merged into “%(new)s”; its own row in %(file)s is left out.",
        old=old,
        table=incoming.table.name,
        new=new,
        file=incoming.file,
    )


def _not_given(incoming: Incoming, old: str, means: str) -> Sentence:
    return IdMeansAnother(id=old, means=means, table=incoming.table.name).sentence
