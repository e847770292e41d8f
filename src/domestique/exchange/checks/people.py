"""Whom the rows of a load name: found by id, e-mail or name, entered where they are new, refused where two are meant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domestique.exchange.files.cells import Problem
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Entry, Incoming, Outcome
from domestique.parties.directory import Known, SeveralOfThatName, folded
from domestique.parties.models import CustomerTeam
from domestique.parties.queries import directory
from domestique.quantities.sentence import LIST, Sentence, say, say_counted
from domestique.records.columns import Column, Kind
from domestique.records.tables import table_named

MOST_NAMED = 10


@dataclass(slots=True)
class Named:
    """What came of the names in a load."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[Sentence] = field(default_factory=list)


class _People:
    """Everybody there is and everybody who comes, and who is new."""

    def __init__(self, incomings: Sequence[Incoming]) -> None:
        self._directory = directory()
        self.new: dict[str, tuple[str, Incoming, int]] = {}
        self.nobody: dict[str, None] = {}
        for incoming in incomings:
            if incoming.table.name == "people":
                self._take_in(incoming)

    def _take_in(self, incoming: Incoming) -> None:
        """Give rows of people their ids, and know them by what the rows say."""
        if incoming.position("id") is None:
            for entry in incoming.entries:
                entry.values = (*entry.values, "")
            incoming.add(incoming.table.by_name["id"])
        at = incoming.places_of("id", "name", "email")
        for entry in incoming.entries:
            id_, name, email = (str(entry.values[one] or "") if one >= 0 else "" for one in at)
            if not id_ and name:
                id_ = self._id_for(name, email)
                values = list(entry.values)
                values[at[0]] = id_
                entry.values, entry.key = tuple(values), (id_,)
            if entry.key and name:
                self._directory.add(Known(id_, name, (email,) if email else ()))

    def _id_for(self, name: str, email: str) -> str:
        """Return the id of whoever has this name, and this e-mail where several have the name; else a free one."""
        named = self._directory.meant(name) if name else []
        same = [one for one in named if email and email in one.emails] or named
        return same[0].id if len(same) == 1 else self._directory.free_id(name)

    def id_of(self, text: str, incoming: Incoming, row: int) -> str | Sentence:
        """Return whose record is meant, new where nobody is called so; or why nobody can tell."""
        if not text:
            return ""
        try:
            id_, is_new = self._directory.place(text)
        except SeveralOfThatName as refusal:
            return refusal.sentence
        if is_new:
            self.new[id_] = (text, incoming, row)
        if not id_:
            self.nobody[text] = None
        return id_


def name_people(incomings: list[Incoming]) -> Named:
    """Let every row name people by their ids; who is new becomes a row of ``people``, added to the load."""
    named = Named()
    if not any(column.to == "people" for one in incomings for column in one.columns) and not any(
        one.table.name == "people" for one in incomings
    ):
        return named
    people, teams = _People(incomings), _teams(incomings)
    for incoming in incomings:
        places = [at for at, one in enumerate(incoming.columns) if one.to == "people"]
        if places:
            named.notices += _owned_by_teams(incoming, teams)
            named.problems += _named_in(incoming, places, people)
    incomings += _newcomers(people)
    named.notices += _told(people)
    return named


def _named_in(incoming: Incoming, places: Sequence[int], people: _People) -> Iterator[Problem]:
    keys = [
        incoming.position(column.name)
        for column in incoming.table.key_columns
        if column.to == "people"
    ]
    for entry in incoming.entries:
        values = list(entry.values)
        for at in places:
            found = _found(incoming.columns[at], values[at], (people, incoming, entry.row))
            if isinstance(found, Sentence):
                yield incoming.refuse(entry, incoming.columns[at].name, found)
                found = None
            values[at] = found
        if entry.key and keys:
            entry.key = _key(incoming, entry, values)
        entry.values = tuple(values)


def _found(column: Column, value: Value, at: tuple[_People, Incoming, int]) -> Value:
    """Return the ids for what a cell says."""
    people, incoming, row = at
    if column.kind is Kind.PERSON:
        id_ = people.id_of(str.__str__(value or ""), incoming, row)
        if id_ == "" and column.required:
            return say("“%(value)s” is nobody, and every row needs somebody here.", value=value)
        return id_
    ids = [people.id_of(str.__str__(one), incoming, row) for one in value or ()]
    wrong = next((one for one in ids if isinstance(one, Sentence)), None)
    return wrong or list(dict.fromkeys(filter(None, ids)))


def _key(incoming: Incoming, entry: Entry, values: Sequence[Value]) -> tuple[Value, ...]:
    places = [incoming.position(name) for name in incoming.table.key]
    return tuple(
        part if at is None else values[at] for at, part in zip(places, entry.key or (), strict=True)
    )


def _teams(incomings: Iterable[Incoming]) -> dict[str, str]:
    """Return the ids of the teams there are and of those that come, by what each may be written as."""
    teams: dict[str, str] = {}
    rows = [*CustomerTeam.objects.values_list("id", "name")]
    for incoming in incomings:
        if incoming.table.name == "teams":
            called = incoming.value_of("name")
            rows += [(one.key[0], called(one)) for one in incoming.entries if one.key]
    for id_, name in rows:
        teams |= {folded(id_): id_, folded(name or id_): id_}
    return teams


def _owned_by_teams(incoming: Incoming, teams: Mapping[str, str]) -> list[Sentence]:
    """Take the name of a team in the column of an owner for the team; the column beside it says so. Return what is told."""
    at, team = incoming.position("owner"), incoming.table.by_name.get("owner_team")
    if at is None or team is None or incoming.position(team.name) is not None:
        return []
    told: dict[str, str] = {}
    for entry in incoming.entries:
        owner = str(entry.values[at] or "")
        owning = teams.get(folded(owner))
        if owning:
            told[owner] = owning
        rest = (*entry.values[:at], "" if owning else owner, *entry.values[at + 1 :])
        entry.values = (*rest, owning)
    incoming.add(team)
    return [
        say(
            "“%(owner)s” is the team %(team)s, which is taken for the owner.", owner=owner, team=id_
        )
        for owner, id_ in told.items()
    ]


def _newcomers(people: _People) -> Iterator[Incoming]:
    """Yield the rows of those who are new, with the place that named them first."""
    table = table_named("people")
    columns = (table.by_name["id"], table.by_name["name"])
    by_file: dict[str, list[Entry]] = {}
    for id_, (name, incoming, row) in people.new.items():
        by_file.setdefault(incoming.file, []).append(Entry(row, (id_,), (id_, name), Outcome.NEW))
    for file, entries in by_file.items():
        yield Incoming(table, file, columns, ("id", "name"), entries, is_named=True)


def _told(people: _People) -> Iterable[Sentence]:
    if people.new:
        yield say_counted(
            "%(count)s new person, who has no rights by being named: %(names)s.",
            "%(count)s new people, who have no rights by being named: %(names)s.",
            len(people.new),
            names=_some(list(people.new)),
        )
    if people.nobody:
        yield say("Taken for nobody: %(words)s.", words=_some(list(people.nobody)))


def _some(names: Sequence[str]) -> str:
    return LIST.join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
