"""Charts of money: how a bill moved, a customer's charge month by month, and all customers by charge and mood."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import altair as alt

from domestique.answers.money.bills import BillPage, BillRow
from domestique.quantities.sentence import say, say_counted
from domestique.telling.briefly import signed_money
from domestique.telling.trends import ChargePoint, ChargeTrend
from domestique.vocabulary.speech import money_short, spoken
from domestique.web.pictures import theme

MOST_STEPS = 7
WIDTH, ROW, EDGE = 640, 30, 52
WORDS = 90
MONTHS_SIZE = (560, 200)
SLIM = alt.RelativeBandSize(band=0.6)
STEP_COLOURS = {
    "plan": theme.PLAN,
    "actual": theme.LIGHT,
    "more": "var(--amber)",
    "less": "var(--green)",
}


def bill_words(page: BillPage) -> str:
    """Say what the steps from plan to charge show."""
    if page.charge is None or page.planned is None or not page.charge.is_known:
        return spoken(say("What %(customer)s is charged is not known.", customer=page.name))
    first = next((row for row in page.rows if row.change), None)
    values = {
        "customer": page.name,
        "planned": money_short(page.planned, page.currency),
        "charged": money_short(page.charge.value, page.currency),
    }
    if first is None:
        return spoken(
            say("%(customer)s: planned %(planned)s, charged %(charged)s, as planned.", **values)
        )
    return spoken(
        say(
            "%(customer)s: planned %(planned)s, charged %(charged)s; %(service)s moved it most, %(moved)s.",
            **values,
            service=first.name,
            moved=signed_money(first.change, page.currency),
        )
    )


def bill_chart(page: BillPage, width: int = WIDTH) -> theme.Spec | None:
    """Draw the way from plan to charge, service by service; nothing where the charge is not known.

    The axis is cut so that the steps are seen, and says where it begins.
    """
    if page.charge is None or page.planned is None or not page.charge.is_known:
        return None
    rows = _steps(page)
    order = [row["what"] for row in rows]
    ends = [row["to"] for row in rows]
    low = _cut(min(ends), max(ends))
    title = spoken(
        say(
            "%(currency)s, from %(amount)s on",
            currency=page.currency,
            amount=money_short(Decimal(str(low)), page.currency),
        )
        if low
        else say("%(currency)s", currency=page.currency)
    )
    scale = alt.Scale(domain=[low, _end(max(ends), low, width - theme.room_for(order))], nice=False)
    axis = alt.Axis(format="~s", tickCount=5, domain=False, ticks=False)
    x = alt.X("shown:Q", scale=scale, title=title, axis=axis)
    base = alt.Chart(alt.InlineData(values=_from(rows, low))).encode(
        y=alt.Y(
            "what:N",
            sort=order,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, minExtent=theme.room_for(order)),
        )
    )
    kinds = alt.Scale(domain=list(STEP_COLOURS), range=list(STEP_COLOURS.values()))
    bars = base.mark_bar(size=16, cornerRadius=2).encode(
        x=x,
        x2="to:Q",
        color=alt.Color("kind:N", scale=kinds, legend=None),
        tooltip=[alt.Tooltip("what:N", title=""), alt.Tooltip("says:N", title="")],
    )
    words = base.mark_text(align="left", dx=6, fontSize=12, color=theme.INK).encode(
        x="right:Q", text="says:N"
    )
    return theme.finished([bars, words], bill_words(page), (width, len(rows) * ROW + EDGE))


def bill_height(moved: int) -> int:
    """Return how high the picture of a bill is in which so many services moved."""
    return (2 + min(moved, MOST_STEPS) + (moved > MOST_STEPS)) * ROW + EDGE


def _end(high: float, low: float, room: int) -> float:
    """Return where the axis ends, so that words fit beside the longest bar; ``room`` is in pixels."""
    return high + (high - low) * WORDS / (room - WORDS)


def _cut(low: float, high: float) -> float:
    """Return where the axis begins: at nothing, or a little before the lowest end where the steps are small."""
    span = high - low
    if span * 4 >= high or not span:
        return 0.0
    step = 10 ** (len(str(int(span))) - 1)
    return float(int((low - span * 0.6) // step * step))


def _from(rows: Sequence[dict[str, Any]], low: float) -> list[dict[str, Any]]:
    """Let the whole bars begin where the axis does."""
    return [
        {**row, "shown": max(row["from"], low), "right": max(row["from"], row["to"])}
        for row in rows
    ]


def _steps(page: BillPage) -> list[dict[str, Any]]:
    moved = [row for row in page.rows if row.change]
    shown, rest = moved[:MOST_STEPS], moved[MOST_STEPS:]
    steps = [(row.name, _change(row)) for row in shown]
    if rest:
        others = say_counted("%(count)s other service", "%(count)s other services", len(rest))
        steps.append((spoken(others), sum(map(_change, rest), Decimal(0))))
    level = page.planned or Decimal(0)
    rows = [
        _row(spoken(say("Planned")), Decimal(0), level, "plan", money_short(level, page.currency))
    ]
    for name, change in steps:
        kind = "more" if change > 0 else "less"
        rows.append(_row(name, level, level + change, kind, signed_money(change, page.currency)))
        level += change
    charged = page.charge.value if page.charge else None
    says = money_short(charged, page.currency)
    rows.append(
        _row(spoken(say("Charged")), Decimal(0), Decimal(str(charged or 0)), "actual", says)
    )
    return rows


def _change(row: BillRow) -> Decimal:
    return row.change or Decimal(0)


def _row(what: str, start: Decimal, end: Decimal, kind: str, says: str) -> dict[str, Any]:
    return {"what": what, "from": float(start), "to": float(end), "kind": kind, "says": says}


def months_words(trend: ChargeTrend) -> str:
    """Say what the charges by month show."""
    known = [point for point in trend.points if point.actual is not None]
    planned = sum((point.planned for point in known), Fraction(0))
    actual = sum((point.actual or Fraction(0) for point in known), Fraction(0))
    return spoken(
        say(
            "%(customer)s was charged %(actual)s of %(planned)s planned in %(known)s known months; %(unknown)s are not known.",
            customer=trend.name,
            actual=money_short(actual if known else None, trend.currency),
            planned=money_short(planned, trend.currency),
            known=len(known),
            unknown=len(trend.points) - len(known),
        )
    )


def months_chart(trend: ChargeTrend) -> theme.Spec:
    """Draw a bar for the charge of each month and a tick for its plan; a month not known has only its tick."""
    names = theme.months_short([point.month for point in trend.points])
    rows = [
        _month_row(name, point, trend.currency)
        for name, point in zip(names, trend.points, strict=True)
    ]
    y_axis = alt.Axis(format="~s", tickCount=4, domain=False, ticks=False)
    x = alt.X(
        "month:O",
        sort=names,
        title=None,
        axis=alt.Axis(
            labelAngle=0, ticks=False, labelPadding=6, labelOverlap="greedy", labelSeparation=9
        ),
    )
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=x)
    tooltip = [alt.Tooltip(f"{field}:N", title="") for field in ("month", "says", "plan_says")]
    bars = (
        base.transform_filter("datum.charged != null")
        .mark_bar(width=SLIM, cornerRadiusEnd=3, color=theme.LIGHT)
        .encode(y=alt.Y("charged:Q", title=trend.currency, axis=y_axis), tooltip=tooltip)
    )
    over = (
        base.transform_filter("datum.charged != null && datum.charged > datum.planned")
        .mark_bar(width=SLIM, color="var(--amber)")
        .encode(y="planned:Q", y2="charged:Q", tooltip=tooltip)
    )
    ticks = base.mark_tick(
        color=theme.INK, thickness=2, width=alt.RelativeBandSize(band=0.8)
    ).encode(y="planned:Q", tooltip=tooltip)
    gaps = (
        base.transform_filter("datum.charged == null")
        .mark_text(text="?", color=theme.FAINT, fontSize=13)
        .encode(y=alt.value(MONTHS_SIZE[1] - 46), tooltip=tooltip)
    )
    return theme.finished([bars, over, ticks, gaps], months_words(trend), MONTHS_SIZE)


def _month_row(name: str, point: ChargePoint, currency: str) -> dict[str, Any]:
    charged = money_short(point.actual, currency)
    planned = money_short(point.planned, currency)
    return {
        "month": name,
        "charged": None if point.actual is None else float(point.actual),
        "planned": float(point.planned),
        "says": spoken(say("charged %(amount)s", amount=charged)),
        "plan_says": spoken(say("planned %(amount)s", amount=planned)),
    }
