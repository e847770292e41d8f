"""What a reader asks of a list: read from an address, or from the form in which she typed it."""

from dataclasses import replace
from itertools import zip_longest

from django.http import QueryDict

from domestique.lists.question import Condition, ListQuestion
from domestique.records.columns import Table


def question_asked(table: Table, asked: QueryDict) -> ListQuestion:
    """Read the question of an address."""
    return ListQuestion.read(table, dict(asked.lists()))


def typed_query(table: Table, asked: QueryDict) -> str:
    """Return the address's own form of what was typed; empty rows and a dropped condition are left out."""
    fields = [asked.getlist(name) for name in ("column", "operator", "value", "until")]
    conditions = [
        Condition(*(text.strip() for text in typed))
        for place, typed in enumerate(zip_longest(*fields, fillvalue=""))
        if str(place) != asked.get("drop")
    ]
    asked_for = (one for one in conditions if one.column or one.value or one.until)
    question = replace(question_asked(table, asked), conditions=tuple(asked_for))
    more = "more=1" if "more" in asked else ""
    return "&".join(filter(None, (question.written, more)))
