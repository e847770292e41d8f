"""Charts in made-up states; they are drawn only when the page is asked for, and need no address of their own."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from domestique.answers.money.charges import YearCharge
from domestique.answers.parts.part import KNOWN, Part, State, states
from domestique.answers.parts.part import NOT_KNOWN as UNKNOWN
from domestique.answers.promises.level_charts import TREND_SIZE, trend_chart, trend_words
from domestique.answers.today.customer_rows import CustomerRow
from domestique.answers.today.customers_chart import WIDTH, customers_chart, customers_words
from domestique.delivery.level import LevelState
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say
from domestique.satisfaction.pulse import CustomerMood, Mood
from domestique.telling.chips import LEVEL_CHIPS, NOT_KNOWN
from domestique.telling.trends import LevelPoint, LevelTrend
from domestique.vocabulary.speech import spoken
from domestique.web.pictures.theme import Spec, to_svg

PROMISED = Decimal("99.5")
DELIVERED = [None, "99.9", "99.82", "99.61", "99.74", "99.38", "99.9", "99.97"]


def _point(number: int, delivered: str | None) -> LevelPoint:
    month = Month(2026, number + 1)
    if delivered is None:
        return LevelPoint(month, None, None, NOT_KNOWN)
    state = LevelState.MET if Decimal(delivered) >= PROMISED else LevelState.MISSED
    return LevelPoint(month, Decimal(delivered), None, LEVEL_CHIPS[state])


def _customer(name: str, mood: Mood, millions: int) -> CustomerRow:
    felt = CustomerMood(name, True, mood, (), None, None, say("made up"))  # noqa: FBT003 - she has accepted
    charge = YearCharge("SEK", "2026", year_plan=millions * 100_000_000)
    return CustomerRow(name, name, "", "", "accepted", (), felt, (), charge)


TREND = LevelTrend("Web shop", PROMISED, tuple(_point(*one) for one in enumerate(DELIVERED)))
CUSTOMERS = (
    _customer("Race bikes", Mood.POSITIVE, 6),
    _customer("City bikes", Mood.NEUTRAL, 9),
    _customer("Retail", Mood.NEGATIVE, 11),
    _customer("Facilities", Mood.UNKNOWN, 1),
)


def _drawn(
    name: Sentence, spec: Callable[[], Spec | None], words: Callable[[], str], width: int
) -> State:
    """Return a state whose drawing is made, by day and by night, when its template asks for it."""
    day, night = partial(_address, spec, "day"), partial(_address, spec, "night")
    return State(name, {"day": day, "night": night, "words": words, "width": width})


def _nothing(why: Sentence) -> State:
    """Return the state of a chart that has nothing to show and says why."""
    return State(say("empty"), {"nothing": partial(spoken, why)})


def _address(spec: Callable[[], Spec | None], theme: str) -> str:
    drawn = to_svg(spec() or {}, theme)
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"


CHARTS = (
    Part(
        "trend",
        say("Trend line"),
        say("Thirteen months in the height of a line of text; a gap where nothing is known."),
        '{% load pictures %}{% trend it "S1" %}{% if not it.S1 %}{% translate "not known" %}{% endif %}',
        states(
            "it",
            (KNOWN, {"S1": (80, 82, 81, 79, 84, 86, 85, 91, 90, 94)}),
            (say("with a gap"), {"S1": (80, 82, None, 79, 84, 86, 85)}),
            (say("stale: the newest is not known"), {"S1": (80, 82, 81, 79, 84, 86, None)}),
            (UNKNOWN, {"S1": ()}),
        ),
    ),
    Part(
        "chart",
        say("Chart"),
        say(
            "Drawn without scripts, by day and by night; a page with charts.js lets one point at it."
        ),
        '{% include "parts/chart.html" %}',
        (
            _drawn(
                say("level of a service, its first month not known"),
                partial(trend_chart, TREND),
                partial(trend_words, TREND),
                TREND_SIZE[0],
            ),
            _nothing(say("Nothing can be drawn yet: no month is closed.")),
        ),
        is_wide=True,
    ),
    Part(
        "quadrant",
        say("Quadrant"),
        say("Customers by charge and mood, a mood that is not known in a lane of its own."),
        '{% include "parts/chart.html" %}',
        (
            _drawn(
                KNOWN,
                partial(customers_chart, CUSTOMERS),
                partial(customers_words, CUSTOMERS),
                WIDTH,
            ),
            _nothing(say("Nothing can be drawn yet: no charge is known.")),
        ),
        is_wide=True,
    ),
)
