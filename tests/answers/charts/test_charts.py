"""Charts: valid specifications in our colours, in which nothing unknown is drawn as zero."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import altair as alt
import pytest

from domestique.answers.money.money_charts import months_chart
from domestique.answers.promises.level_charts import budget_chart, trend_chart, trend_words
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.telling.chips import NOT_KNOWN, Chip
from domestique.telling.trends import ChargePoint, ChargeTrend, LevelPoint, LevelTrend
from domestique.web.pictures.theme import THEMES, room_for, to_svg, tokens

MET, MISSED = Chip("met", say("met")), Chip("missed", say("missed"))
TREND = LevelTrend(
    "Web shop",
    Decimal("99.9"),
    (
        LevelPoint(Month(2026, 8), Decimal("99.95"), Fraction(50), MET),
        LevelPoint(Month(2026, 9), None, None, NOT_KNOWN),
        LevelPoint(Month(2026, 10), Decimal("99.40"), Fraction(593), MISSED),
    ),
)
MONTHS = ChargeTrend(
    "Retail",
    "SEK",
    (
        ChargePoint(Month(2026, 10), Fraction(900), Fraction(1000), 0),
        ChargePoint(Month(2026, 11), Fraction(900), None, 1),
    ),
)
ALL = {
    "level": lambda: trend_chart(TREND),
    "budget": lambda: budget_chart(TREND),
    "months": lambda: months_chart(MONTHS),
}
CHART_ADDRESSES = [
    "level.{}?service=S03",
    "budget.{}?service=S24",
    "bill.{}?customer=C04",
    "bill.{}?customer=C03&currency=EUR",
    "months.{}?customer=C04",
    "customers.{}",
]


def values_of(spec: dict) -> list[dict]:
    return [row for rows in spec["datasets"].values() for row in rows]


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_specification_is_valid_and_says_what_it_shows(make):
    spec = make()
    assert alt.Chart.from_dict(spec).to_dict()
    assert len(spec["description"]) > 20


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
@pytest.mark.parametrize("theme", THEMES)
def test_drawing_has_only_our_colours_and_no_style(make, theme):
    svg = to_svg(make(), theme)
    ET.fromstring(svg)  # noqa: S314 - our own drawing
    used = set(re.findall(r"#[0-9a-fA-F]{6}\b", svg))
    assert used <= set(tokens(theme).values())
    assert "style=" not in svg
    assert "var(" not in svg


@pytest.mark.parametrize(
    ("make", "field"), [("level", "delivered"), ("budget", "used"), ("months", "charged")]
)
def test_what_is_not_known_is_null_and_never_zero(make, field):
    values = [row[field] for row in values_of(ALL[make]()) if field in row and "says" in row]
    assert None in values
    assert 0 not in values


def test_gap_is_marked_and_breaks_the_line():
    spec = trend_chart(TREND)
    lines = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert [line["invalid"] for line in lines] == ["break-paths-show-domains"]
    assert to_svg(spec).count(">?<") == 1


def test_promise_is_dotted_and_named():
    spec = trend_chart(TREND)
    rule = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "rule")
    assert rule["mark"]["strokeDash"] == [2, 3]
    assert "promised 99.9" in to_svg(spec)


def test_words_name_the_lowest_month_and_what_is_missing():
    assert trend_words(TREND) == (
        "Web shop, promised 99.9 %: known in 2 of 3 months, lowest 99.40 % in October 2026."
    )
    nothing = LevelTrend("Web shop", Decimal("99.9"), TREND.points[1:2])
    assert trend_words(nothing) == "The level of Web shop is not known in any of 1 months."


def test_day_and_night_have_the_same_tokens():
    assert tokens("day").keys() == tokens("night").keys()
    assert tokens("day")["ink"] != tokens("night")["ink"]


def test_room_for_labels_has_a_limit():
    assert room_for(["Web shop"]) < room_for(["Service desk"]) < room_for(["x" * 99]) == 200


@pytest.mark.parametrize(
    "address",
    [
        "level.svg",
        "level.svg?service=X",
        "zebra.svg",
        "months.json?customer=X",
        "bill.svg?customer=C04&currency=XYZ",
        "customers.svg",
    ],
)
def test_what_cannot_be_drawn_is_said(client, db, address):
    assert client.get(f"/charts/{address}").status_code == 404


def test_page_without_charges_says_so_instead_of_a_chart(read, db):
    from domestique.parties.models import Customer

    Customer.objects.create(id="C1")
    page = read("/customers/")
    assert not page.select("figure.chart")
    assert "Nothing can be drawn yet" in page.text


@pytest.mark.parametrize("address", CHART_ADDRESSES)
def test_every_chart_is_a_file_and_a_specification(client, db, demo, address):
    drawing = client.get(f"/charts/{address.format('svg')}")
    spec = client.get(f"/charts/{address.format('json')}")
    assert (drawing["Content-Type"], spec.status_code) == ("image/svg+xml", 200)
    assert b"</svg>" in drawing.content
    assert "var(--" in json.dumps(spec.json())


def test_phone_gets_a_narrow_drawing(client, read, db, demo):
    for name in ("level.svg?service=S03", "customers.svg?"):
        drawing = client.get(f"/charts/{name}&size=narrow").content.decode()
        assert 'width="330"' in drawing
    source = read("/services/S03/").find("source", media="(max-width: 640px)")
    assert source["srcset"] == "/charts/level.svg?service=S03&size=narrow"


def test_bill_chart_leads_from_plan_to_charge(client, db, demo):
    rows = values_of(client.get("/charts/bill.json?customer=C04").json())
    assert (rows[0]["kind"], rows[-1]["kind"]) == ("plan", "actual")
    moved = sum(row["to"] - row["from"] for row in rows[1:-1])
    assert rows[0]["to"] + moved == pytest.approx(rows[-1]["to"])


def test_bill_axis_says_that_it_is_cut(client, db, demo):
    text = json.dumps(client.get("/charts/bill.json?customer=C04").json())
    assert "SEK, from 9.6 MSEK on" in text


def test_customers_of_unknown_mood_have_their_own_lane(client, db, demo):
    rows = values_of(client.get("/charts/customers.json").json())
    assert {row["name"] for row in rows if row["mood"] == "Not known"} == {
        "People & Culture",
        "Facilities & Safety",
    }


@pytest.mark.parametrize(
    ("path", "charts"),
    [("/services/S03/", 2), ("/customers/C04/", 2), ("/money/bills/C04/", 1), ("/customers/", 1)],
)
def test_pages_show_drawings_that_need_no_script(client, read, demo, path, charts):
    figures = read(path).select("figure.chart")
    assert len(figures) == charts
    for figure in figures:
        assert len(figure.img["alt"]) > 20
        assert client.get(figure.img["src"]).status_code == 200
        assert client.get(figure["data-spec"]).status_code == 200
