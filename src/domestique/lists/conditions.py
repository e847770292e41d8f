"""Conditions and words as tests the database makes, built from the fields of the record alone.

What is asked is read by the same rules as a cell of a file, and refused in the same sentences. A row whose value
is not known is not what is asked for: it answers “is not”, but never “is”, “at least” or “at most”.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import Contains, Exact

from domestique.exchange.reading.readers import Value, reader_of
from domestique.exchange.reading.texts import read_text
from domestique.exchange.reading.times import read_date
from domestique.lists import errors
from domestique.lists.naming import NAME_FIELDS
from domestique.lists.operators import FITTING, VALUELESS, WORDS, Operator, family_of
from domestique.lists.question import Condition, ListQuestion, column_named
from domestique.quantities.sentence import say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Column, Kind, Table
from domestique.records.tables import table_named

MOST_CONDITIONS = 20
END_OF_DAY = time(23, 59, 59)
_SEARCHED = frozenset(
    {Kind.ID, Kind.TEXT, Kind.LINK, Kind.LINKS, Kind.NAMES, Kind.PERSON, Kind.PEOPLE}
)
_WORDS = Column("q", "", Kind.TEXT, say("Words to look for."))


def test_of(question: ListQuestion) -> Q:
    """Return the test a row must pass. Refuses what cannot be asked, the first thing first."""
    if len(question.conditions) > MOST_CONDITIONS:
        raise errors.TooMuchAsked(most=MOST_CONDITIONS)
    test = words_test(question.table, question.words)
    for condition in question.conditions:
        test &= condition_test(question.table, condition)
    return test


def condition_test(table: Table, condition: Condition) -> Q:
    """Return the test of one condition."""
    if not condition.column:
        raise errors.ColumnNotChosen
    column = column_named(table, condition.column)
    operator = _fitting(column, condition.operator)
    value, until = condition.value.strip(), condition.until.strip()
    if operator in VALUELESS:
        unknown = _unknown(table, column)
        return unknown if operator is Operator.UNKNOWN else ~unknown
    if not value or (operator is Operator.BETWEEN and not until):
        raise errors.ValueMissing(column=column.name)
    if operator in (Operator.CONTAINS, Operator.STARTS):
        return _part(column, operator, read_text(column, value))
    return _held_against(table, column, operator, (value, until))


def words_test(table: Table, words: str) -> Q:
    """Return the test that every word stands somewhere in a row's ids, names and texts, or its links' names."""
    asked = read_text(_WORDS, words).split()
    if len(asked) > MOST_CONDITIONS:
        raise errors.TooMuchAsked(most=MOST_CONDITIONS)
    test = Q()
    for word in asked:
        somewhere = Q()
        for column in table.columns:
            if column.kind in _SEARCHED:
                somewhere |= _part(column, Operator.CONTAINS, word)
        test &= somewhere
    return test


def _fitting(column: Column, written: str) -> Operator:
    fitting = FITTING[family_of(column)]
    for operator in fitting:
        if operator.value == written:
            return operator
    known = {operator.value: str(words) for operator, words in WORDS.items()}
    words = ", ".join(known[operator] for operator in fitting)
    raise errors.OperatorDoesNotFit(
        column=column.name, operator=known.get(written, written), fitting=words
    )


def _unknown(table: Table, column: Column) -> Q:
    empty = table.empty_values[column.field]
    if empty is None or column.kind is Kind.PERSON:
        return Q(**{f"{column.field}__isnull": True})
    if isinstance(empty, list):
        return Q(Exact(_as_text(column), "[]"))
    # A default is a known value: only an empty text says nothing.
    return Q(**{column.field: ""}) if empty == "" else Q(pk__in=())


def _held_against(table: Table, column: Column, operator: Operator, texts: tuple[str, str]) -> Q:
    field = column.field
    if column.kind is Kind.PERSON:
        same = Q(**{field: texts[0]}) | _named(column, "iexact", texts[0])
        return same if operator is Operator.IS else ~same | _unknown(table, column)
    if operator in (Operator.IS, Operator.IS_NOT):
        first, last = (_first(table, column, texts[0], at) for at in (time(), END_OF_DAY))
        same = Q(**{f"{field}__gte": first, f"{field}__lte": last})
        same = Q(**{field: first}) if first == last else same
        return same if operator is Operator.IS else ~same | _unknown(table, column)
    test = Q()
    if operator is not Operator.AT_MOST:
        test &= Q(**{f"{field}__gte": _first(table, column, texts[0])})
    if operator is not Operator.AT_LEAST:
        test &= Q(**{f"{field}__lte": _last(table, column, texts[operator is Operator.BETWEEN])})
    if operator is Operator.BETWEEN and _first(table, column, texts[0]) > _last(
        table, column, texts[1]
    ):
        raise errors.BetweenEndsBeforeItStarts(first=texts[0], last=texts[1])
    return test


def _first(table: Table, column: Column, text: str, at: time = time()) -> Value:
    """Read the smallest value a text stands for; a day stands for all its times, and is read ``at`` one of them."""
    day = _day(column, text)
    return datetime.combine(day, at) if day else reader_of(table, column, is_typed=True)(text)


def _last(table: Table, column: Column, text: str) -> Value:
    """Read the largest value a text stands for; up to a year means up to its last month."""
    value = _first(table, column, text, END_OF_DAY)
    is_year = column.kind is Kind.PERIOD and len(value) == len("2026")
    return f"{value}-12" if is_year else value


def _day(column: Column, text: str) -> date | None:
    if column.kind is not Kind.LOCAL_TIME:
        return None
    try:
        return read_date(column, text)
    except Unreadable:
        return None


def _part(column: Column, operator: Operator, text: str) -> Q:
    """Return the test that a text is a part of a value: of an id or a name, in a list, in what a link leads to."""
    if column.kind is Kind.PEOPLE:
        return _any_of(column, text)
    if column.kind in (Kind.LINKS, Kind.NAMES):
        return _in_list(column, text)
    lookup = "istartswith" if operator is Operator.STARTS else "icontains"
    if column.kind is Kind.PERSON:
        return _named(column, lookup, text)
    if column.kind is not Kind.LINK:
        return _spelled(column.field, lookup, text)
    test = _spelled(f"{column.field.removesuffix('_id')}__pk", lookup, text)
    names = NAME_FIELDS.get(column.to, ())
    if names:
        named = Q()
        for field in names:
            named |= _spelled(field, lookup, text)
        linked: QuerySet[Any] = QuerySet(table_named(column.to).model).filter(named)
        test |= Q(**{f"{column.field}__in": linked.order_by().values("pk")})
    return test


def _named(column: Column, lookup: str, text: str) -> Q:
    return Q(**{f"{column.field}__in": _people(column, lookup, text).values("pk")})


def _people(column: Column, lookup: str, text: str) -> QuerySet[Any]:
    people: QuerySet[Any] = QuerySet(table_named(column.to).model)
    return people.filter(_spelled("name", lookup, text)).order_by()


def _any_of(column: Column, text: str) -> Q:
    """Return the test that one of a list of people has a name with this part."""
    test = Q(pk__in=())
    for id_ in _people(column, "icontains", text).values_list("pk", flat=True):
        test |= _in_list(column, id_)
    return test


def _in_list(column: Column, text: str) -> Q:
    """Return the test for an id in a list of ids, or for a part of a name in a list of names."""
    is_plain = (
        connection.vendor == "postgresql"
    )  # SQLite keeps a list as it was written, letters escaped
    written = json.dumps(text, ensure_ascii=not is_plain)
    sought = written[1:-1] if column.kind is Kind.NAMES else written
    return Q(Contains(_as_text(column), sought))


def _as_text(column: Column) -> Cast:
    return Cast(column.field, TextField())


def _spelled(field: str, lookup: str, text: str) -> Q:
    """Return the test in whatever case a text is written; SQLite knows only the case of ASCII letters."""
    test = Q()
    for spelling in _spellings(text):
        test |= Q(**{f"{field}__{lookup}": spelling})
    return test


def _spellings(text: str) -> Sequence[str]:
    if text.isascii() or connection.vendor != "sqlite":
        return (text,)
    return tuple(dict.fromkeys((text, text.lower(), text.upper(), text.capitalize())))
