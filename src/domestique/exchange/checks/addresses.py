"""E-mail addresses of people: each is one address, and one person's; a letter that cannot be sent is found on entering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domestique.exchange.checks.after import after_load
from domestique.exchange.files.cells import Problem
from domestique.exchange.rows import Incoming
from domestique.parties.directory import folded
from domestique.quantities.sentence import say
from domestique.records.tables import table_named

_ADDRESS = re.compile(r"""[^@\s<>()\[\]",;:]+@[^@\s<>()\[\]",;:]+""")


def check_addresses(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    """Yield what is no e-mail address, and addresses that two people have."""
    people = [incoming for incoming in incomings if incoming.table.name == "people"]
    for incoming in people:
        yield from _no_addresses(incoming)
    if people:
        yield from _shared(people)


def _no_addresses(incoming: Incoming) -> Iterator[Problem]:
    first, others = incoming.value_of("email"), incoming.value_of("other_emails")
    for entry in incoming.entries:
        given = [("email", first(entry))]
        given += [("other_emails", one) for one in others(entry) or ()]
        for column, value in given:
            if value and not _ADDRESS.fullmatch(str(value)):
                reason = say(
                    "“%(value)s” is not one e-mail address; write one with one @, such as name@example.com.",
                    value=value,
                )
                yield incoming.refuse(entry, column, reason)


def _shared(people: Sequence[Incoming]) -> Iterator[Problem]:
    whose: dict[str, str] = {}
    standing = after_load(table_named("people"), people, ("id", "email", "other_emails"))
    for one in sorted(standing, key=lambda one: one.place is not None):
        id_, email, others = one.values
        for address in dict.fromkeys(map(folded, filter(None, (email, *(others or ()))))):
            hers = whose.setdefault(address, str(id_))
            if hers != id_:
                reason = say(
                    "“%(address)s” is the e-mail of %(id)s in people already; an address is one person's.",
                    address=address,
                    id=hers,
                )
                yield from one.refuse("email", reason)
