"""What she accepted can be shown as she accepted it, with a digest that anybody can reckon again."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client

import domestique
from domestique.access.queries import standing_on
from domestique.agreements.actions import confirm_value
from domestique.agreements.amending import LineText
from domestique.agreements.amendment_actions import accept_amendment, propose_amendment
from domestique.agreements.errors import TranscriptionWithoutPaper
from domestique.agreements.models import Agreement, AgreementLine
from domestique.agreements.version_queries import corrections_of, versions_of
from domestique.exchange.changing_ids import renamed
from domestique.quantities.errors import Refusal
from domestique.records.saving import change, changing
from domestique.records.viewer import Viewer
from given_cases import words_of
from reading_pdf import pages_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY, DECEMBER = date(2026, 11, 21), date(2026, 12, 1)
KEEPER = Viewer("Rut Keeper")
DEMO = Path(domestique.__file__).parent / "exchange" / "demo"


def by_hand(agreement: str) -> str:
    """Write the text of an agreement from the files of the demo, and reckon its digest, without the product."""

    def rows(name: str) -> list[dict[str, str]]:
        with (DEMO / f"{name}.csv").open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def number(text: str) -> str:
        return f"{Decimal(text).normalize():f}" if text else "-"

    (head,) = (row for row in rows("agreements") if row["id"] == agreement)
    text = f"agreement {agreement}\ncustomer {head['customer']}\nfrom {head['from']}\nto {head['to']}\n"
    lines = [row for row in rows("agreement_lines") if row["agreement"] == agreement]
    for row in sorted(lines, key=lambda one: one["service"]):
        text += f'service {row["service"]}\ncontent "{row["content"]}"\n'
        text += (
            f"level {number(row['availability_target'])}\nunits {number(row['planned_units'])}\n"
        )
        text += f"price {number(row['unit_price'])}\n"
    return hashlib.sha256(text.encode()).hexdigest()


def a01() -> Agreement:
    return Agreement.objects.get(pk="A01")


@pytest.mark.parametrize("agreement", ["A01", "A04", "A10", "A12"])
def test_digest_is_that_of_the_text_reckoned_by_hand(agreement):
    (version,) = versions_of(Agreement.objects.get(pk=agreement))

    assert version.digest == by_hand(agreement)
    assert hashlib.sha256(version.text.encode("utf-8")).hexdigest() == version.digest


def test_a_draft_was_accepted_by_nobody():
    assert versions_of(Agreement.objects.get(pk="A09")) == ()


def amend() -> None:
    manager, customer = (
        standing_on(one, TODAY).viewer for one in ("Ebba Nyström", "Astrid Lindgård")
    )
    propose_amendment(manager, "A01", "S01", DECEMBER, LineText(price=Decimal(20_000)), on=TODAY)
    accept_amendment(customer, "A01", DECEMBER, on=TODAY)


def correct() -> None:
    line = AgreementLine.objects.get(agreement="A01", service="S03")
    with changing():
        change(
            line, KEEPER, "Signed paper of 11 November, page 2", availability_target=Decimal("99.5")
        )


def test_an_amendment_is_a_version_and_the_first_one_stays():
    amend()
    first, second = versions_of(a01())

    assert first.digest == by_hand("A01")
    assert "price 26340" in first.text
    assert "price 20000" in second.text
    assert (second.holds_from, second.accepted_by, second.accepted_on) == (
        DECEMBER,
        "Astrid Lindgård",
        TODAY,
    )


def test_another_id_changes_nothing_of_what_was_accepted():
    amend()
    correct()
    before = [one.text for one in versions_of(a01())]
    for table, old, new in (
        ("services", "S01", "FRAMES"),
        ("services", "S03", "A-SHOP"),
        ("customers", "C01", "RACE"),
        ("agreements", "A01", "PAPER-1"),
    ):
        renamed(KEEPER, table, old, new)
    agreement = Agreement.objects.get(pk="PAPER-1")
    assert [one.text for one in versions_of(agreement)] == before
    (found,) = corrections_of(agreement)
    assert (found.before.level, found.after.level) == (Decimal("99.9"), Decimal("99.5"))


def test_a_corrected_transcription_shows_both_texts_and_changes_no_digest():
    correct()
    (found,) = corrections_of(a01())
    (version,) = versions_of(a01())

    assert (found.before.level, found.after.level) == (Decimal("99.9"), Decimal("99.5"))
    assert found.why == "Signed paper of 11 November, page 2"
    assert version.digest == by_hand("A01")
    told = words_of("/agreements/A01/")
    assert "was transcribed wrongly: level 99.5 % instead of 99.9 %" in told
    assert "Signed paper of 11 November, page 2" in told


def test_a_correction_names_its_paper():
    line = AgreementLine.objects.get(agreement="A01", service="S03")
    with pytest.raises(TranscriptionWithoutPaper), changing():
        change(line, KEEPER, "", availability_target=Decimal("99.5"))


def test_a_value_that_is_confirmed_corrects_nothing():
    confirm_value(
        standing_on("Astrid Lindgård", TODAY).viewer, "A01", "S03", is_worth=True, on=TODAY
    )

    assert (
        AgreementLine.objects.get(agreement="A01", service="S03").confirmed_by == "Astrid Lindgård"
    )
    assert corrections_of(a01()) == ()


def test_a_value_is_confirmed_for_the_customer_by_no_orderer_of_hers():
    with pytest.raises(Refusal):
        confirm_value(standing_on("Mira Falk", TODAY).viewer, "A02", "S02", is_worth=True, on=TODAY)


def test_page_and_paper_show_the_digest_short_and_the_text_shows_it_whole():
    amend()
    whole = by_hand("A01")
    page = words_of("/agreements/A01/")
    paper = " ".join(pages_of(Client().get("/agreements/A01.pdf").content))

    assert f"text with digest {whole[:12]}…" in page
    assert "As amended from 1 Dec 2026" in page
    assert whole[:12] in paper
    assert whole in words_of("/agreements/A01/text/")


def test_she_confirms_a_value_on_her_own_page_and_is_asked_no_more():
    client = Client()
    client.post("/act-as/", {"person": "Astrid Lindgård"})
    asked = client.get("/for/C01/").content.decode()
    client.post("/agreements/A01/worth/", {"service": "S03", "worth": "yes"})

    assert 'name="service" value="S03"' in asked
    assert 'name="service" value="S03"' not in client.get("/for/C01/").content.decode()
    assert "Astrid Lindgård said so herself" in client.get("/agreements/A01/").content.decode()
