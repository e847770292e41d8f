"""Everything that has words is found, and by nobody whose way to it is shut."""

from __future__ import annotations

import re

import pytest

from cast import CAST, viewer_of, words_kept_from
from domestique.answers.search.places import DEEDS
from domestique.answers.search.shelf import FOUND
from domestique.parties.models import Orderer
from domestique.records.tables import TABLES
from domestique.web.permits import routes

pytestmark = pytest.mark.usefixtures("demo")

QUESTIONS = (
    "a",
    "e",
    "o",
    "retail",
    "C04",
    "C02",
    "web",
    "team",
    "sunday",
    "budget",
    "decision",
    "agreement",
)


def found(read, question: str) -> dict[str, str]:
    """Return what is found, by its words, and where each thing leads."""
    page = read("/find/as-typed/?q=" + question.replace(" ", "+"))
    return {option.text: option["href"] for option in page.find_all("a", role="option")}


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("K1", "/complaints/K1/"),
        ("E1", "/escalations/E1/"),
        ("IM6", "/improvements/IM6/"),
        ("MT02", "/meetings/MT02/"),
        ("N02", "/needs/N02/"),
        ("A04", "/agreements/A04/"),
        ("AL2", "/alternatives/AL2/"),
        ("SV2", "/surveys/SV2/"),
        ("R16", "/findings/#R16"),
        ("checkout spins", None),
        ("stood still", None),
        ("plan for Sundays", None),
        ("professional team be a customer", None),
        ("agreement", "/lists/agreements/"),
        ("promises", "/promises/"),
        ("log a contact", "/contacts/new/"),
        ("log a contact with Samira", "/contacts/new/?customer=C04"),
        ("bill retail", "/money/bills/C04/"),
    ],
)
def test_everything_that_has_words_is_found(read, question, address):
    addresses = found(read, question).values()
    assert addresses
    assert address is None or address in addresses


def test_every_page_a_kind_names_is_a_route():
    pages = {
        page if isinstance(page, str) else page[0] for one in FOUND.values() for page in one.pages
    }
    pages |= {deed.page for deed in DEEDS} | {deed.takes for deed in DEEDS if deed.takes}
    assert {re.split("[#?]", page)[0] for page in pages} <= set(routes())


def test_kinds_nobody_looks_for_say_why():
    reasons = {t.name: t.model.declared.found_by for t in TABLES if t.name not in FOUND}
    assert "survey_answers" in reasons
    assert len(reasons) < 18
    assert [name for name, why in reasons.items() if not isinstance(why, str) or len(why) < 9] == []


def test_word_of_a_customer_alone_finds_no_deed(read):
    page = read("/find/?q=samira")
    assert "What you can do" not in [heading.text for heading in page.find_all("h2")]


@pytest.mark.parametrize("letter", CAST)
def test_what_is_found_leads_somewhere_and_tells_nothing_kept(read, client, letter):
    client.post("/act-as/", {"person": CAST[letter]})
    kept = words_kept_from(viewer_of(letter))
    for question in QUESTIONS:
        lines = read(f"/find/?q={question}").select("main .list li")
        assert [line.text for line in lines if not line.a] == []
        told = {line.text for line in lines}
        assert [words for words in kept for one in told if words in one] == []
        for link in {line.a["href"] for line in lines}:
            assert client.get(link).status_code == 200, (letter, question, link)


def test_the_desk_finds_no_needs_and_no_agreements(read, client):
    client.post("/act-as/", {"person": CAST["A"]})
    for question in ("N02", "A04", "badge gate", "K1"):
        addresses = found(read, question).values()
        assert not [
            a
            for a in addresses
            if a.startswith(("/needs/", "/agreements/", "/complaints/", "/records/"))
        ]
    assert "/services/S03/" in found(read, "web shop").values()
    assert "/inbox/" in [address.partition("#")[0] for address in found(read, "inbox").values()]


def test_a_customer_finds_her_own_business_and_the_catalogue(read, client):
    client.post("/act-as/", {"person": CAST["S"]})
    assert "/for/C04/" in found(read, "retail").values()
    assert "/catalogue/S03/" in found(read, "web shop").values()
    assert "/needs/N01/" in found(read, "N01").values()
    foreign = Orderer.objects.exclude(customer="C04").first()
    assert not [a for a in found(read, foreign.id).values() if "orderers" in a]
