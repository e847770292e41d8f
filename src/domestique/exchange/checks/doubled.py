"""Ids that stand twice in one list: each is kept once, and told."""

from collections import Counter
from collections.abc import Iterable, Iterator

from domestique.exchange.reading.refusal import text_of
from domestique.exchange.rows import Found
from domestique.quantities.sentence import Sentence, say_counted
from domestique.records.columns import Kind

_MOST_NAMED = 10


def doubled_ids(found: Iterable[Found]) -> Iterator[Sentence]:
    """Yield, for each list of ids in a sheet, the rows in which an id stands twice."""
    for rows in found:
        for at, column in enumerate(rows.columns):
            if column.kind is not Kind.LINKS:
                continue
            twice = [
                f"{id_} ({number})"
                for number, cells in rows.rows
                for id_, count in Counter(text_of(cells[at]).split()).items()
                if count > 1
            ]
            if twice:
                yield say_counted(
                    "An id stands twice in a list of %(file)s, %(column)s, and is kept once: %(ids)s.",
                    "%(count)s ids stand twice in a list of %(file)s, %(column)s, and are kept once: %(ids)s.",
                    len(twice),
                    file=rows.file,
                    column=rows.headings[at],
                    ids=", ".join(twice[:_MOST_NAMED]) + (" …" if len(twice) > _MOST_NAMED else ""),
                )
