"""Figures, money, moods, states and people: values in made-up states."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from domestique.answers.parts.part import KNOWN, NOT_KNOWN, Part, State, states
from domestique.answers.promises.levels import LevelRow
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.sentence import say
from domestique.telling import chips
from domestique.telling.chips import LEVEL_CHIPS, Chip

AVAILABLE = Figure(
    Decimal("99.4071"),
    "%",
    "2026-10",
    2,
    Fraction(1),
    Grade.MEASURED,
    say("(service minutes − downtime) / service minutes, cut downwards"),
    (
        Line(say("Service minutes of the month, 24x7"), 44_700, "min"),
        Line(say("Stock feed stuck on a Sunday evening"), 85, "min", (Source("outages", "I3"),)),
        Line(say("The night the clocks go back"), 180, "min", (Source("outages", "I4"),)),
    ),
)
CHARGED = replace(
    AVAILABLE,
    value=Decimal("10742880.50"),
    unit="SEK",
    period="2026-01 – 2026-10",
    formula=say("units × price, month by month"),
    lines=(Line(say("67 thousand orders at 34 kronor"), Decimal(2278000), "SEK"),),
)
OLD = replace(
    CHARGED,
    value=Decimal(893_000),
    period="2024",
    completeness=Fraction(3, 4),
    grade=Grade.GUESSED,
    lines=(),
)
UNKNOWN = replace(
    AVAILABLE,
    value=None,
    observations=0,
    completeness=Fraction(0),
    grade=Grade.GUESSED,
    formula=say("Nothing is logged for this month, and silence is not availability."),
    lines=(),
)
REFUSED = replace(
    UNKNOWN,
    unit="SEK",
    period="2026",
    formula=say("Refused: the shares of Database add up to 110 %%; they can be 100 %% at most."),
)


def _level(used: int | None, downtime: int | None) -> LevelRow:
    return LevelRow(
        "S1",
        "Web shop",
        "24x7",
        chips.NOT_KNOWN,
        None,
        None,
        downtime_minutes=None if downtime is None else Fraction(downtime),
        budget_used=None if used is None else Fraction(used),
        budget_percent=None if used is None else min(used, 100),
    )


DOUBTFUL = (
    (say("stale and incomplete"), OLD),
    (NOT_KNOWN, UNKNOWN),
    (say("refused: it cannot be reckoned"), REFUSED),
)

FIGURES = (
    Part(
        "figure",
        say("Figure"),
        say("A number one can open: its reckoning stands beneath it, down to the rows."),
        "{% figure it %}",
        states("it", (KNOWN, AVAILABLE), (say("money"), CHARGED), *DOUBTFUL),
    ),
    Part(
        "reckoning",
        say("Reckoning drawer"),
        say(
            "What a figure opens: formula, amounts with their rows, how complete, how sure (A to D)."
        ),
        '<div class="drawer">{% reckoning it %}</div>',
        states("it", (KNOWN, AVAILABLE), *DOUBTFUL),
    ),
    Part(
        "figure-key",
        say("Figure in a narrow place"),
        say("The same figure where its reckoning has no room: it opens across the row beneath."),
        '<div class="opens">{% figure_key it 1 "short" %}'
        '<div class="reckoning k1"><div class="drawer">{% reckoning it %}</div></div></div>',
        states("it", (KNOWN, CHARGED), *DOUBTFUL),
    ),
    Part(
        "money",
        say("Money with its unit"),
        say("In full where it is checked, short where it is glanced at; never without a currency."),
        '{{ it|money:"SEK" }} · {{ it|money_short:"SEK" }} · {{ it|signed_money:"SEK" }}',
        states(
            "it",
            (say("millions"), Decimal("10742880.50")),
            (say("thousands"), Decimal(304_000)),
            (say("less than planned"), Decimal(-12_500)),
            (say("nothing"), Decimal(0)),
            (NOT_KNOWN, None),
        ),
    ),
    Part(
        "face",
        say("Pulse face"),
        say("A mood with its word. What nobody has said is not known, and never unhappy."),
        "{% face it %}<b>{{ it|mood_word }}</b> {% if heard %}{% chip heard %}{% endif %}",
        (
            *states(
                "it",
                (say("positive"), "positive"),
                (say("neutral"), "neutral"),
                (say("negative"), "negative"),
                (say("several voices that differ"), "mixed"),
                (NOT_KNOWN, "unknown"),
            ),
            State(
                say("stale: too old to say anything about now"),
                {"it": "unknown", "heard": Chip("unknown", say("last heard 12 May"))},
            ),
        ),
    ),
    Part(
        "chip",
        say("Level chip"),
        say("A state as shape, word and colour, so that no colour has to be seen."),
        "{% chip it %}",
        states(
            "it",
            (say("met"), Chip("met", say("99.66 of 99.5 %%"))),
            (say("near miss"), Chip("near", say("98.93 of 99 %%"))),
            (say("missed"), Chip("missed", say("99.40 of 99.95 %%"))),
            (say("late"), Chip("missed", say("late"))),
            (say("stale"), Chip("unknown", say("last measured in May"))),
            (NOT_KNOWN, chips.NOT_KNOWN),
            (say("no state at all"), next(c for c in LEVEL_CHIPS.values() if c.state == "plain")),
        ),
    ),
    Part(
        "scope",
        say("Scope"),
        say("Whose the sums of a page are, where they are not everybody's."),
        '{% include "parts/scope.html" %}',
        states("scope", (say("some customers"), say("Of yours: 4 of 12 customers"))),
    ),
    Part(
        "error-budget",
        say("Error-budget bar"),
        say("How much of the downtime that was allowed has been used."),
        "{% error_budget it %}",
        states(
            "it",
            (say("within"), _level(56, 50)),
            (say("nearly used up"), _level(92, 41)),
            (say("more than allowed"), _level(593, 265)),
            (say("nothing was allowed"), _level(None, 12)),
            (NOT_KNOWN, _level(None, None)),
        ),
    ),
    Part(
        "meter",
        say("Meter"),
        say("Used so far; the tick is the plan."),
        "{% meter used plan tone=tone %}",
        (
            State(say("under plan"), {"used": 62, "plan": 74, "tone": ""}),
            State(say("over plan"), {"used": 82, "plan": 74, "tone": "over"}),
            State(say("far over"), {"used": 100, "plan": None, "tone": "missed"}),
        ),
    ),
    Part(
        "person",
        say("Person with role"),
        say("Who to talk to, and about what."),
        "{% person name role %}",
        (
            State(KNOWN, {"name": "Nadja Berggren", "role": "customer manager"}),
            State(say("without a role"), {"name": "Samira Haddad"}),
            State(say("a role that nobody has"), {"name": "", "role": "delivery manager"}),
            State(NOT_KNOWN, {"name": ""}),
        ),
    ),
)
