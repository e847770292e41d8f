"""Customers and services in one matrix: level, cost, use or worth, whichever way it is turned."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.agreements.promised import Pair
from domestique.answers.matrix.matrix_facts import MatrixFacts, Party, Show
from domestique.answers.promises.promise_in_month import StandingInMonth, standings_of
from domestique.delivery.level import LevelState
from domestique.quantities.gathering import gathered
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.telling.chips import level_chip, state_chip

MOST_COLUMNS = 50
NOTEWORTHY = Fraction(2, 100)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One customer and one service: a state as ``chips`` name them, or ``more``, ``less``, ``as-planned``.

    ``across`` is the name of its column, for where there are no columns. ``amount`` is money in the
    organisation's currency or units; ``words`` say it all. ``mark`` is ``unagreed`` for use without
    an agreement in force, ``unused`` for an agreement without use.
    """

    customer: str
    service: str
    across: str
    state: str
    words: Sentence
    amount: Decimal | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row with a cell, or nothing, for each column; ``rest`` is the total of the columns not shown."""

    party: Party
    cells: tuple[MatrixCell | None, ...]
    total: Decimal | None
    rest: Decimal | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the matrix. ``hidden`` columns are not shown, but are in every total.

    ``column_totals`` are over all rows, on this page and the others; so is ``total``.
    """

    rows: tuple[MatrixRow, ...]
    columns: tuple[Party, ...]
    column_totals: tuple[Decimal | None, ...]
    total: Decimal | None
    hidden: int
    rest_total: Decimal | None


def matrix_of(
    viewer: Viewer,
    clock: date,
    facts: MatrixFacts,
    rows: Sequence[Party],
    most: int | None = MOST_COLUMNS,
) -> Matrix:
    """Make the cells of some rows ready.

    Columns are those in use by any of the rows; of more than ``most`` the ones most in use are shown.
    """
    chosen = facts.chosen
    ids = {party.id for party in rows}
    pairs = [pair for pair in facts.pairs if pair[chosen.row_side] in ids]
    counts = Counter(pair[chosen.column_side] for pair in pairs)
    columns = _columns(facts, counts, most)
    seen = {party.id for party in columns}
    cells = _cells(viewer, clock, facts, [p for p in pairs if p[chosen.column_side] in seen])
    amounts = _amounts(facts)
    across = _sums(facts.pairs, amounts, chosen.row_side) if chosen.show is Show.COST else {}
    down = _sums(facts.pairs, amounts, chosen.column_side) if chosen.adds_down else {}
    total = sum(across.values(), Decimal(0)) if across else None
    return Matrix(
        tuple(_row(facts, party, columns, cells, across.get(party.id)) for party in rows),
        columns,
        tuple(down.get(party.id) for party in columns),
        total,
        len(counts) - len(columns),
        None if total is None else _rest(total, [down.get(id_) for id_ in seen]),
    )


def _row(
    facts: MatrixFacts,
    party: Party,
    columns: Sequence[Party],
    cells: Mapping[Pair, MatrixCell],
    total: Decimal | None,
) -> MatrixRow:
    own = tuple(cells.get(facts.chosen.pair(party.id, column.id)) for column in columns)
    rest = None if total is None else _rest(total, [cell.amount for cell in own if cell])
    return MatrixRow(party, own, total, rest)


def _rest(total: Decimal, shown: Iterable[Decimal | None]) -> Decimal:
    """Return what is left of a total when what is shown is taken away."""
    return total - sum((amount for amount in shown if amount is not None), Decimal(0))


def _columns(facts: MatrixFacts, counts: Counter[str], most: int | None) -> tuple[Party, ...]:
    ids = sorted(sorted(counts, key=lambda id_: (-counts[id_], id_))[:most])
    parties = facts.customers if facts.chosen.is_turned else facts.services
    return tuple(parties[id_] for id_ in ids)


def _amounts(facts: MatrixFacts) -> dict[Pair, Decimal]:
    """Return what adds up: charges in the organisation's currency, or units."""
    if facts.chosen.show is Show.USE:
        return dict(facts.units)
    return {
        pair: from_minor(charge.actual, facts.currency)
        for pair, charge in facts.charges.items()
        if charge.actual is not None
    }


def _sums(pairs: Iterable[Pair], amounts: Mapping[Pair, Decimal], side: int) -> dict[str, Decimal]:
    found = gathered((pair[side], amounts[pair]) for pair in pairs if pair in amounts)
    return {id_: sum(own, Decimal(0)) for id_, own in found.items()}


def _cells(
    viewer: Viewer, clock: date, facts: MatrixFacts, pairs: Sequence[Pair]
) -> dict[Pair, MatrixCell]:
    standings: dict[Pair, StandingInMonth] = {}
    if facts.chosen.show is Show.LEVEL and facts.month is not None and pairs:
        found = standings_of(viewer, [facts.month], clock, pairs, facts.terms)
        standings = {pair: standing for (pair, _), standing in found.items()}
    return {pair: _cell(facts, pair, standings.get(pair)) for pair in pairs}


def _cell(facts: MatrixFacts, pair: Pair, standing: StandingInMonth | None) -> MatrixCell:
    is_used, is_agreed = pair in facts.units, pair in facts.agreed
    mark = "" if is_used == is_agreed else "unagreed" if is_used else "unused"
    state, words, amount = _content(facts, pair, standing)
    across = facts.customers[pair[0]] if facts.chosen.is_turned else facts.services[pair[1]]
    return MatrixCell(*pair, across.name, state, words, amount, mark)


def _content(
    facts: MatrixFacts, pair: Pair, standing: StandingInMonth | None
) -> tuple[str, Sentence, Decimal | None]:
    show = facts.chosen.show
    if show is Show.LEVEL:
        return _level(standing)
    if show is Show.WORTH:
        return _worth(facts, pair)
    charge = facts.charges.get(pair)
    change = None
    if charge is not None and charge.actual is not None and charge.planned:
        change = Fraction(charge.actual - charge.planned, abs(charge.planned))
    state, words = _against_plan(change)
    if show is Show.USE:
        return state, words, facts.units.get(pair)
    if charge is None or charge.actual is None:
        return "unknown", say("not known"), None
    if charge.against_list:
        words = say("%(against_plan)s, at an agreed price", against_plan=words)
    return state, words, from_minor(charge.actual, facts.currency)


def _level(standing: StandingInMonth | None) -> tuple[str, Sentence, None]:
    if standing is None or standing.level is None or standing.state is LevelState.NOT_KNOWN:
        return "unknown", say("not known"), None
    return state_chip(standing.level).state, level_chip(standing.level).text, None


def _against_plan(change: Fraction | None) -> tuple[str, Sentence]:
    if change is None:
        return "as-planned", say("no plan to hold it against")
    percent = round(Decimal(str(float(abs(change) * 100))), 0)
    if change > NOTEWORTHY:
        return "more", say("%(percent)s %% above plan", percent=percent)
    if change < -NOTEWORTHY:
        return "less", say("%(percent)s %% below plan", percent=percent)
    return "as-planned", say("as planned")


def _worth(facts: MatrixFacts, pair: Pair) -> tuple[str, Sentence, None]:
    confirmed = facts.worth.get(pair)
    if confirmed is None:
        return "unknown", say("not asked"), None
    if confirmed:
        return "met", say("value confirmed"), None
    return "near", say("value not confirmed"), None


def headline_of_matrix(facts: MatrixFacts) -> Sentence:
    """Return how many use how much, and how much of it is agreed."""
    used = [pair for pair in facts.pairs if pair in facts.units]
    if not used:
        return say("Nobody is known to use any service yet.")
    unagreed = sum(pair not in facts.agreed for pair in used)
    values = {
        "customers": say_counted(
            "%(count)s customer", "%(count)s customers", len({customer for customer, _ in used})
        ),
        "services": say_counted(
            "%(count)s service", "%(count)s services", len({service for _, service in used})
        ),
    }
    if not unagreed:
        return say("%(services)s in use by %(customers)s, all by agreement.", **values)
    return say_counted(
        "%(services)s in use by %(customers)s; %(count)s use of %(uses)s has no agreement in force.",
        "%(services)s in use by %(customers)s; %(count)s uses of %(uses)s have no agreement in force.",
        unagreed,
        uses=len(used),
        **values,
    )


def unused_of(facts: MatrixFacts) -> Sentence | None:
    """Return how much is agreed and not used, if anything is."""
    unused = sum(pair in facts.agreed and pair not in facts.units for pair in facts.pairs)
    if not unused:
        return None
    return say_counted(
        "%(count)s agreed service is not used: ask whether it is still needed.",
        "%(count)s agreed services are not used: ask whether they are still needed.",
        unused,
    )
