"""One page of the grid of promises, made ready to be shown: twelve cells a row, under their groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from domestique.answers.promises.level_grid import GridPicture, MonthTally
from domestique.answers.promises.promise_in_month import StandingInMonth, standings_remembered
from domestique.answers.promises.what_broke import Root, RootNames, named_roots, roots_of
from domestique.delivery.level import LevelState
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer
from domestique.telling.chips import NOT_KNOWN, Chip, state_chip


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month of a promise. ``used`` is the share of the allowed downtime used, in percent."""

    month: Month
    chip: Chip
    used: Fraction | None
    is_promised: bool
    is_newest: bool

    @property
    def used_percent(self) -> int | None:
        """The share used cut to 100, for drawing; ``None`` where there is nothing to draw."""
        return min(100, int(self.used)) if self.used else None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A promise over a year; ``name`` is the service's, or the customer's when turned; ``blames`` the roots of missed months."""

    customer: str
    service: str
    name: str
    promised: Decimal | None
    is_promised: bool
    ended_on: date | None
    cells: tuple[MonthCell, ...]
    blames: tuple[tuple[Month, tuple[Root, ...]], ...]


@dataclass(frozen=True, slots=True)
class GridGroup:
    """The rows of one customer, or of one service when turned, with how the whole group stands."""

    id: str
    name: str
    tally: MonthTally
    rows: tuple[GridRow, ...]


def grid_groups(
    viewer: Viewer,
    clock: date,
    picture: GridPicture,
    standings: Sequence[StandingInMonth],
    *,
    is_turned: bool,
) -> tuple[GridGroup, ...]:
    """Make a page of standings ready, with their year of months, in as many queries as one month takes."""
    pairs = tuple((one.customer, one.service) for one in standings)
    year = standings_remembered(viewer, picture.months, clock, pairs) if pairs else {}
    missed = [one for one in year.values() if one.state is LevelState.MISSED and one.level]
    roots = named_roots(viewer, [one.level for one in missed if one.level])
    by, of = ("service", "customer") if is_turned else ("customer", "service")
    groups, names = picture.customers, picture.services
    if is_turned:
        groups, names = names, groups

    def row(one: StandingInMonth) -> GridRow:
        months = [year[(one.customer, one.service), month] for month in picture.months]
        id_ = getattr(one, of)
        return _row(months, names.get(id_, id_), roots)

    return tuple(
        GridGroup(id_, groups.get(id_, id_), picture.groups[id_], tuple(map(row, members)))
        for id_, members in groupby(standings, key=attrgetter(by))
    )


def _row(months: Sequence[StandingInMonth], name: str, roots: RootNames) -> GridRow:
    newest = months[-1]
    return GridRow(
        customer=newest.customer,
        service=newest.service,
        name=name,
        promised=newest.target,
        is_promised=newest.is_promised,
        ended_on=newest.ended_on,
        cells=tuple(_cell(one, is_newest=one is newest) for one in months),
        blames=tuple(
            (one.month, roots_of(one.level, roots))
            for one in reversed(months)
            if one.state is LevelState.MISSED and one.level
        ),
    )


def _cell(one: StandingInMonth, *, is_newest: bool) -> MonthCell:
    share = one.used_share
    chip = NOT_KNOWN if one.level is None else state_chip(one.level)
    used = None if share is None else share * 100
    return MonthCell(one.month, chip, used, one.is_promised, is_newest)
