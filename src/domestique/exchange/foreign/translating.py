"""Rows of someone else's sheet made rows of one of our tables, as a mapping says."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from string import Formatter
from typing import TypeAlias

from domestique.exchange.errors import MappingRefused
from domestique.exchange.files.cells import Cell, Row, Sheet
from domestique.exchange.foreign.mapping_entry import MappingEntry, Texts
from domestique.exchange.nearest import not_among
from domestique.exchange.reading.refusal import text_of
from domestique.exchange.rows import Found
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.columns import Kind

Cells: TypeAlias = Sequence[Cell]
Source: TypeAlias = Callable[[Cells], Cell]


def translate(entry: MappingEntry, sheet: Sheet) -> tuple[Found, list[Sentence]]:
    """Return the rows of our table, and how many of theirs were left out since they have no key.

    Raises ``MappingRefused`` for a column their sheet does not have.
    """
    filters = [(_place(entry, sheet, name), set(words)) for name, words in entry.where.items()]
    sources = [_source(entry, sheet, name) for name in entry.ours]
    asked = [
        (number, cells)
        for number, cells in sheet.rows
        if all(text_of(cells[place]) in words for place, words in filters)
    ]
    rows = [(number, [source(cells) for source in sources]) for number, cells in asked]
    kept = [row for row in rows if _has_key(entry, row)] if entry.skips_empty else rows
    headings = tuple(_heading(entry, name) for name in entry.ours)
    columns = tuple(entry.column(name) for name in entry.ours)
    found = Found(
        entry.table,
        sheet.file,
        columns,
        headings,
        _each_once(entry, kept) if entry.is_unique else kept,
    )
    notices = [_skipped(entry, sheet, len(rows) - len(kept))] if len(kept) < len(rows) else []
    return found, [*notices, *_became_one(entry, sheet, asked)]


def _source(entry: MappingEntry, sheet: Sheet, name: str) -> Source:
    """Return what takes one of our cells out of their row."""
    if entry.column(name).kind in (Kind.ID, Kind.LINK):
        written = _in_our_words(entry, sheet, name)
        return lambda cells: "-".join(written(cells).split())
    is_said = name in entry.words
    return _in_our_words(entry, sheet, name) if is_said else _taken(entry, sheet, name)


def _in_our_words(entry: MappingEntry, sheet: Sheet, name: str) -> Callable[[Cells], str]:
    source, in_ours = _taken(entry, sheet, name), _in_words(entry.words.get(name, {}))
    return lambda cells: in_ours(text_of(source(cells)))


def _became_one(entry: MappingEntry, sheet: Sheet, rows: Sequence[Row]) -> Iterator[Sentence]:
    """Tell which of their ids are written differently, and are one of ours since a space becomes a hyphen."""
    for name in entry.ours:
        if entry.column(name).kind != Kind.ID:
            continue
        written = _in_our_words(entry, sheet, name)
        theirs: dict[str, dict[str, int]] = defaultdict(dict)
        for number, cells in rows:
            words = written(cells).split()
            theirs["-".join(words)].setdefault(" ".join(words), number or 0)
        for ours, names in theirs.items():
            if len(names) > 1:
                yield say(
                    "In %(file)s %(names)s become one: %(ours)s. Say in the mapping’s words which is which, "
                    "if they are not the same.",
                    file=sheet.file,
                    names=", ".join(f"“{one}” ({number})" for one, number in names.items()),
                    ours=ours,
                )


def _taken(entry: MappingEntry, sheet: Sheet, name: str) -> Source:
    if name in entry.columns:
        place = _place(entry, sheet, entry.columns[name])
        return lambda cells: cells[place]
    if name in entry.made:
        return _made(entry, sheet, entry.made[name])
    value = 1 if name == entry.count else entry.fixed[name]
    return lambda _: value


def _made(entry: MappingEntry, sheet: Sheet, template: str) -> Source:
    """Return what fills their columns into a text such as ``{unit}-{application}``."""
    try:
        parts = [(text, name) for text, name, _, _ in Formatter().parse(template)]
    except ValueError:
        reason = say("The braces in “%(text)s” do not match; write {column}.", text=template)
        raise MappingRefused(reason, table=entry.table.name, value=template) from None
    placed = [(text, None if name is None else _place(entry, sheet, name)) for text, name in parts]

    def fill_in(cells: Cells) -> str:
        """Write the template with the cells of one row in its places."""
        return "".join(
            text if place is None else text + text_of(cells[place]) for text, place in placed
        )

    return fill_in


def _place(entry: MappingEntry, sheet: Sheet, heading: str) -> int:
    if heading in sheet.header:
        return sheet.header.index(heading)
    reason = not_among(
        heading,
        sheet.header,
        say("There is no column “%(column)s” in %(file)s; did you mean %(meant)s?"),
        say("There is no column “%(column)s” in %(file)s; its columns are %(names)s."),
        column=heading,
        file=sheet.file,
    )
    raise MappingRefused(reason, table=entry.table.name, value=heading)


def _in_words(words: Texts) -> Callable[[str], str]:
    """Return what says their word in ours: the same word, or else the first pattern that fits."""
    by_word = {theirs.casefold(): ours for theirs, ours in words.items()}

    @lru_cache(maxsize=10_000)
    def in_ours(word: str) -> str:
        """Return our word for theirs; a word nobody mapped stays as it is."""
        folded = word.casefold()
        if folded in by_word:
            return by_word[folded]
        return next((ours for theirs, ours in by_word.items() if fnmatchcase(folded, theirs)), word)

    return in_ours


def _has_key(entry: MappingEntry, row: Row) -> bool:
    return all(text_of(row[1][place]) for place in _key_places(entry))


def _key_places(entry: MappingEntry) -> list[int]:
    return [entry.ours.index(name) for name in entry.table.key if name in entry.ours]


def _each_once(entry: MappingEntry, rows: list[Row]) -> list[Row]:
    """Make rows with the same key one, as the first has it, counted where that is asked for."""
    places = _key_places(entry)
    once: dict[tuple[str, ...], Row] = {}
    for number, cells in rows:
        key = tuple(text_of(cells[place]) for place in places)
        if key not in once:
            once[key] = (number, cells)
        elif entry.count:
            _count_one_more(once[key][1], entry.ours.index(entry.count))
    return list(once.values())


def _count_one_more(cells: list[Cell], place: int) -> None:
    counted = cells[place]
    cells[place] = counted + 1 if isinstance(counted, int) else 1


def _heading(entry: MappingEntry, name: str) -> str:
    """Return what to call one of our columns to those whose file it is."""
    return entry.columns.get(name) or entry.made.get(name) or name


def _skipped(entry: MappingEntry, sheet: Sheet, count: int) -> Sentence:
    names = ", ".join(_heading(entry, name) for name in entry.table.key)
    return say_counted(
        "%(count)s row of %(file)s has no %(names)s and was left out of %(table)s.",
        "%(count)s rows of %(file)s have no %(names)s and were left out of %(table)s.",
        count,
        file=sheet.file,
        names=names,
        table=entry.table.name,
    )
