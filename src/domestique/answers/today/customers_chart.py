"""All customers in one picture: what each is planned to be charged a year, and how she feels."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import altair as alt

from domestique.answers.today.customer_rows import CustomerRow
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import say
from domestique.satisfaction.pulse import Mood
from domestique.vocabulary.speech import money_short, spoken
from domestique.web.pictures.theme import FAINT, HAIR, INK, LETTER, Spec, finished, room_for
from domestique.web.templatetags.shown import mood_word

LANES = (Mood.POSITIVE, Mood.NEUTRAL, Mood.MIXED, Mood.NEGATIVE, Mood.UNKNOWN)
MOOD_COLOURS = ("var(--green)", "var(--amber)", "var(--amber)", "var(--red)", FAINT)
WIDTH, LANE, EDGE = 980, 76, 52
LIFTS = (-13, 20, -28, 35)
NO_ROOM = len(LIFTS)
TOOLTIP = [alt.Tooltip(f"{field}:N", title="") for field in ("name", "says", "mood", "stake")]


def customers_words(rows: Sequence[CustomerRow]) -> str:
    """Say what the picture of all customers shows."""
    unknown = sum(row.face is Mood.UNKNOWN for row in rows)
    return spoken(
        say(
            "%(customers)s customers by charge and mood; of %(unknown)s the mood is not known, of %(uncharged)s the charge.",
            customers=len(rows),
            unknown=unknown,
            uncharged=sum(_year_plan(row) is None for row in rows),
        )
    )


def _year_plan(row: CustomerRow) -> Decimal | None:
    if row.charge is None or row.charge.year_plan is None:
        return None
    return from_minor(row.charge.year_plan, row.charge.currency)


def customers_chart(rows: Sequence[CustomerRow], width: int = WIDTH) -> Spec | None:
    """Draw all customers: how much they are planned to be charged a year, and how they feel, one lane a mood.

    Value as the customers themselves score it is not asked for yet, so it is not drawn; mood is
    theirs. A customer whose charge is not known is not drawn, and counted in the words.
    """
    shown = sorted(
        (row for row in rows if _year_plan(row) is not None),
        key=lambda row: (_year_plan(row) or 0, row.id),
    )
    if not shown:
        return None
    top = max(float(_year_plan(row) or 0) for row in shown) * (1 + 0.12 * WIDTH / width)
    lanes = [mood for mood in LANES if any(row.face is mood for row in shown)]
    base = alt.Chart(alt.InlineData(values=_placed(shown, top, width))).encode(
        x=_charges(shown, top), y=_moods(lanes), tooltip=TOOLTIP
    )
    size = (width, customers_height(shown))
    return finished([_dots(base, lanes), *_names(base)], customers_words(rows), size)


def _charges(shown: Sequence[CustomerRow], top: float) -> alt.X:
    currency = next(row.charge.currency for row in shown if row.charge)
    title = spoken(say("Planned charge of the year, %(currency)s", currency=currency))
    axis = alt.Axis(format="~s", tickCount=6, domain=False, ticks=False, grid=False)
    return alt.X("charge:Q", title=title, scale=alt.Scale(domain=[0, top], nice=False), axis=axis)


def _moods(lanes: Sequence[Mood]) -> alt.Y:
    words = [mood_word(mood) for mood in lanes]
    room = room_for(words)
    axis = alt.Axis(ticks=False, domain=False, grid=True, labelFontSize=13, minExtent=room)
    return alt.Y("mood:N", sort=words, scale=alt.Scale(domain=words), title=None, axis=axis)


def _dots(base: alt.Chart, lanes: Sequence[Mood]) -> alt.Chart:
    colours = dict(zip(LANES, MOOD_COLOURS, strict=True))
    scale = alt.Scale(
        domain=[mood_word(mood) for mood in lanes], range=[colours[mood] for mood in lanes]
    )
    dots: alt.Chart = base.mark_circle(size=110, opacity=1, stroke=HAIR).encode(
        color=alt.Color("mood:N", scale=scale, legend=None)
    )
    return dots


def _names(base: alt.Chart) -> list[alt.Chart]:
    """Return the names, each at the height that was free for it."""
    return [
        base.transform_filter(f"datum.lift == {number}")
        .mark_text(dy=lift, fontSize=11.5, color=INK)
        .encode(text="name:N")
        for number, lift in enumerate(LIFTS)
    ]


def is_drawable(rows: Sequence[CustomerRow]) -> bool:
    """Whether the charge of any customer is known, so that there is something to draw."""
    return any(_year_plan(row) is not None for row in rows)


def customers_height(rows: Sequence[CustomerRow]) -> int:
    """Return how high the picture of these customers is: a lane for every mood there is."""
    return LANE * len({row.face for row in rows if _year_plan(row) is not None}) + EDGE


def _placed(rows: Sequence[CustomerRow], top: float, width: int) -> list[dict[str, Any]]:
    """Return the customers by charge; names that would touch stand at different heights, or not at all."""
    taken: dict[tuple[Mood, int], float] = {}
    placed = []
    for row in rows:
        charge, currency = _year_plan(row), row.charge.currency if row.charge else ""
        middle = float(charge or 0) / top * (width - room_for(map(mood_word, LANES)))
        half = len(row.name) * LETTER / 2
        lift = next(
            (one for one in range(len(LIFTS)) if taken.get((row.face, one), -1e9) <= middle - half),
            NO_ROOM,
        )
        taken[row.face, lift] = middle + half + LETTER
        placed.append(
            {
                "name": row.name,
                "mood": mood_word(row.face),
                "charge": float(charge or 0),
                "says": money_short(charge, currency),
                "stake": _stake(row, currency),
                "lift": lift,
            }
        )
    return placed


def _stake(row: CustomerRow, currency: str) -> str:
    if not row.at_stake:
        return ""
    return spoken(say("%(amount)s at stake", amount=money_short(row.at_stake, currency)))
