"""Pictures in made-up states."""

from dataclasses import replace
from decimal import Decimal

from domestique.answers.map.map_drawing import draw_map
from domestique.answers.map.map_of import Edge, Relative, ServiceMap
from domestique.answers.map.map_words import Tie
from domestique.answers.money.flow import Band, Block, Flow
from domestique.answers.parts.part import KNOWN, NOT_KNOWN, Part, State, states
from domestique.answers.restoration.gantt import draw_gantt
from domestique.answers.restoration.restoration import Bar
from domestique.quantities.sentence import say


def _bar(name: str, start: int, end: int, promised: int | None, wish: int | None) -> Bar:
    return Bar(name, name, start, end, 1, 1, wish, promised, wish is not None, promised is None)


def _relative(name: str, tie: Tie, distance: int, because: str) -> Relative:
    return Relative(name, name, tie, distance, because, tie is Tie.CARRIES, None, name)


MAP = ServiceMap(
    id="Database",
    name="Database",
    is_supporting=True,
    headline=say("If the database is lost, two services fall."),
    reasons=(),
    drawn=(
        _relative("Web shop", Tie.FALLS, 1, "Database"),
        _relative("Payroll", Tie.FALLS, 1, "Database"),
        _relative("Customer care", Tie.LIMPS, 2, "Web shop"),
        _relative("Storage", Tie.CARRIES, 1, "Database"),
    ),
    edges=(
        Edge("Database", "Web shop", is_hard=True),
        Edge("Database", "Payroll", is_hard=True),
        Edge("Web shop", "Customer care", is_hard=False),
        Edge("Storage", "Database", is_hard=True),
    ),
    listed=(),
    cuts=(),
)
LOST = replace(MAP, name="Database, lost")
FLOW = Flow(
    210,
    (
        Block("hardware", Decimal(6_000_000), 136, 4, 118, 1),
        Block("labour", Decimal(4_000_000), 136, 127, 79, 2),
    ),
    (
        Block("Web shop", Decimal(7_000_000), 620, 4, 138, 0),
        Block("", Decimal(3_000_000), 620, 147, 59, 0),
    ),
    (
        Band("M150 4C385 4 385 4 620 4V102C385 102 385 102 150 102Z", 1),
        Band("M150 102C385 102 385 147 620 147V167C385 167 385 122 150 122Z", 1),
        Band("M150 127C385 127 385 102 620 102V142C385 142 385 167 150 167Z", 2),
        Band("M150 167C385 167 385 167 620 167V206C385 206 385 206 150 206Z", 2),
    ),
    4,
)

DRAWINGS = (
    Part(
        "gantt",
        say("Gantt"),
        say("The way back after a loss: wish, promise and physics on one time axis."),
        '{% include "restoration/gantt.html" %}',
        states(
            "gantt",
            (
                say("one late, one promised, one beneath"),
                draw_gantt(
                    [
                        _bar("Hall", 0, 60, None, None),
                        _bar("Web shop", 60, 315, 240, 1),
                        _bar("Payroll", 90, 150, 480, 2),
                    ],
                    40,
                ),
            ),
            (
                say("everything in time"),
                draw_gantt([_bar("Hall", 0, 60, None, None), _bar("Payroll", 60, 150, 480, 1)], 40),
            ),
            (NOT_KNOWN, draw_gantt([], 40)),
        ),
        is_wide=True,
    ),
    Part(
        "flow",
        say("Flow"),
        say("Pools of cost become the full cost of services; heights are amounts, so it adds up."),
        '{% include "money/flow.html" %}',
        (State(KNOWN, {"flow": FLOW, "page": {"currency": "SEK"}}),),
        is_wide=True,
    ),
    Part(
        "map",
        say("Dependency map"),
        say(
            "Left what it stands on, right what falls or limps with it; lines run with the impact."
        ),
        '{% include "parts/map.html" %}',
        (
            State(say("all is well"), {"page": MAP, "drawing": draw_map(MAP)}),
            State(
                say("as if it were lost"),
                {"page": LOST, "drawing": draw_map(LOST, is_lost=True), "is_lost": True},
            ),
        ),
        is_wide=True,
    ),
)
