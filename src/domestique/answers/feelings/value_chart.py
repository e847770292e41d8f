"""What services are worth to a customer against what they cost her: one dot a service."""

from __future__ import annotations

import altair as alt

from domestique.answers.feelings.value import ADVICE_CHIPS, ValueSheet
from domestique.quantities.sentence import say, say_counted
from domestique.satisfaction.value import Advice
from domestique.vocabulary.speech import money_short, spoken
from domestique.web.pictures.theme import FAINT, INK, LETTER, STATE_COLOURS, Spec, finished

VALUE_SIZE = (980, 320)
LIFT, STEP = -12, 14
ROOM = 60


def value_words(sheet: ValueSheet) -> str:
    """Say what the picture shows, and what it leaves out."""
    left_out = len(sheet.lines) - len(sheet.drawn)
    drawn = say_counted(
        "%(count)s service by worth and planned charge; %(left)s without score or charge are not drawn.",
        "%(count)s services by worth and planned charge; %(left)s without score or charge are not drawn.",
        len(sheet.drawn),
        left=left_out,
    )
    return spoken(drawn)


def value_chart(sheet: ValueSheet, width: int = VALUE_SIZE[0]) -> Spec | None:
    """Draw the services that have a score and a charge; ``None`` when none has both."""
    if not sheet.drawn or sheet.dear is None:
        return None
    top = max(float(line.charge or 0) for line in sheet.drawn) * 1.15
    data = alt.InlineData(values=_placed(sheet, top, width))
    title = spoken(say("Planned charge of the year, %(currency)s", currency=sheet.currency))
    x = alt.X(
        "charge:Q",
        title=title,
        scale=alt.Scale(domain=[0, top], nice=False),
        axis=alt.Axis(format="~s", tickCount=5, grid=False, ticks=False),
    )
    y = alt.Y(
        "score:Q",
        title=spoken(say("Worth to the customer")),
        scale=alt.Scale(domain=[0.5, 5.5]),
        axis=alt.Axis(values=[1, 2, 3, 4, 5], format="d", ticks=False),
    )
    chips = [chip for advice, chip in ADVICE_CHIPS.items() if advice is not Advice.ASK]
    words = [spoken(chip.text) for chip in chips]
    colours = [STATE_COLOURS[chip.state] for chip in chips]
    colour = alt.Color("advice:N", scale=alt.Scale(domain=words, range=colours), legend=None)
    tooltip = [alt.Tooltip(f"{field}:N", title="") for field in ("name", "says", "advice")]
    base = alt.Chart(data).encode(x=x, y=y, tooltip=tooltip)
    shape = alt.Shape(
        "advice:N",
        scale=alt.Scale(domain=words, range=["circle", "triangle-up", "diamond", "cross"]),
        legend=None,
    )
    dots = base.mark_point(size=120, filled=True, opacity=1).encode(color=colour, shape=shape)
    names = [
        base.transform_filter(f"datum.place == {place}")
        .mark_text(dy=LIFT - STEP * place, fontSize=11.5, color=INK)
        .encode(text="label:N")
        for place in range(3)
    ]
    return finished(
        [_line_of_dear(sheet), dots, *names], value_words(sheet), (width, VALUE_SIZE[1])
    )


def _line_of_dear(sheet: ValueSheet) -> alt.Chart:
    """Draw where a service begins to be dear."""
    data = alt.InlineData(values=[{"dear": float(sheet.dear or 0)}])
    rule: alt.Chart = alt.Chart(data).mark_rule(color=FAINT, strokeDash=[3, 4]).encode(x="dear:Q")
    return rule


def _placed(sheet: ValueSheet, top: float, width: int) -> list[dict[str, object]]:
    """Return the dots; names that would touch stand one step higher, or only in the list beneath."""
    taken: dict[tuple[int, int], float] = {}
    placed = []
    for line in sorted(sheet.drawn, key=lambda one: (one.charge or 0, one.service.id)):
        score = line.score.score if line.score else 0
        charge = float(line.charge or 0)
        middle = charge / top * (width - ROOM)
        half = len(line.service.name) * LETTER / 2
        place = next((one for one in range(3) if taken.get((score, one), -1e9) <= middle - half), 3)
        taken[score, place] = middle + half + LETTER
        placed.append(
            {
                "name": line.service.name,
                "label": f"{line.service.name}: {spoken(line.chip.text)}",
                "score": score,
                "charge": charge,
                "says": money_short(line.charge, sheet.currency),
                "advice": spoken(line.chip.text),
                "place": place,
            }
        )
    return placed
