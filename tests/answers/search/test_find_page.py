"""Finding anything from every page: by kind, each with the place it leads to, with and without script."""

from __future__ import annotations

import pytest

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo")


def test_every_page_has_the_field(read):
    form = read("/levels/").find("form", class_="find")
    assert (form["action"], form.input["name"], form["data-choices"]) == (
        "/find/",
        "q",
        "/find/as-typed/",
    )


def test_found_things_are_grouped_and_lead_to_their_places(read):
    page = read("/find/?q=web")
    kinds = [heading.text for heading in page.find_all("h2")]
    assert kinds[0] == "Services"
    assert {"Units", "Outages", "Orderers"} <= set(kinds)
    assert page.find("a", href="/services/S03/").text == "Web shop"
    assert page.find("input", id="find")["value"] == "web"


@pytest.mark.parametrize(
    "question", ["retail", "nyström", "U111", "A01", "margin", "P1", "N12", "badge", "I3", "V01", "sunday", "team"]
)  # fmt: skip
def test_every_place_is_there(read, client, question):
    links = [link["href"] for link in read(f"/find/?q={question}").select("main .list a")]
    assert links
    assert [link for link in links if client.get(link).status_code != 200] == []


def test_owner_of_many_services_leads_to_the_list_of_them(read):
    links = {link["href"] for link in read("/find/?q=Mats Ull%C3%A9n").select("main .list a")}
    assert any(
        link.startswith(("/services/?q=Mats", "/records/teams/", "/customers/")) for link in links
    )


def test_more_than_eight_are_behind_a_link(read, db):
    Service.objects.bulk_create([Service(id=f"X{n:03}", name_en=f"Printer {n}") for n in range(60)])
    page = read("/find/?q=printer")
    more = page.find("a", href="/find/?q=printer&kind=services")
    assert more.text.startswith("and 52 more")
    every = read(more["href"])
    assert every.h1.text == "Services that match “printer”"
    assert "1 to 50 of 60" in every.text


def test_nothing_found_says_what_to_try(read):
    page = read("/find/?q=zeppelin")
    assert page.h1.text == "Nothing matches “zeppelin”."
    assert "Try fewer or shorter ones" in page.text


def test_nothing_asked_says_what_can_be(read):
    assert read("/find/").h1.text == "Find anything."


def test_unknown_kind_and_page_get_a_sentence(read):
    assert "There is no kind “zeppelins”" in read("/find/?q=x&kind=zeppelins", status=404).h1.text
    page = read("/find/?q=web&kind=services&page=two", status=400)
    assert "“two” is not a whole number" in page.find(role="alert").text


def test_what_is_typed_is_text_and_never_markup(read):
    page = read("/find/?q=<b>bold</b>" + "x" * 500)
    assert page.h1.b is None
    assert len(page.find("input", id="find")["value"]) == 200


def test_choices_while_typing_are_options_with_links(read):
    part = read("/find/as-typed/?q=web")
    options = part.find_all(role="option")
    assert options[0]["href"] == "/services/S03/"
    assert len({option["id"] for option in options}) == len(options)
    assert part.find(role="group")["aria-labelledby"] == part.find(class_="kind")["id"]
    assert part.h1 is None


def test_choices_say_how_many_there_are(read):
    assert read("/find/as-typed/?q=zeppelin").p.text == "Nothing matches “zeppelin”."
    assert read("/find/as-typed/?q=webbutik").p.text == "1 match"
