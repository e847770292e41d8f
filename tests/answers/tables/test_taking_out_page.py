"""Taking a row out in the browser and on the command line, and putting it back."""

from __future__ import annotations

import pytest
from django.test import Client

from asking import answer, ask
from cast import CAST
from domestique.records.models import TakenOut
from domestique.relations.models import Contact, Need, NeedStep, Promise
from fences.digest import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
N02 = "/take-out/needs/N02/"


def sent(client: Client, address: str = N02, **typed: str) -> str:
    response = client.post(address, {"seen": "1", "why": "Entered twice", **typed}, follow=True)
    return response.content.decode()


def test_what_refers_to_a_row_is_shown_with_what_becomes_of_it(client: Client):
    page = client.get(N02).content.decode()
    assert "rows refer to it" in page
    assert 'href="/records/need_steps/N02' in page
    assert "goes out too" in page
    assert "stays, without it" in page


def test_it_is_refused_while_something_refers_to_it_and_what_was_typed_stays(client: Client):
    before = everything()
    said = sent(client)
    assert "rows still refer to N02" in said
    assert 'value="Entered twice"' in said
    assert everything() == before


def test_it_goes_along_is_told_on_its_own_page_and_put_back_from_there(client: Client):
    steps = NeedStep.objects.filter(need_id="N02").count()
    said = sent(client, what="along")
    assert "took it out on" in said
    assert "Entered twice" in said
    assert not Need.objects.filter(pk="N02").exists()
    assert steps
    assert not NeedStep.objects.filter(need_id="N02").exists()
    out = TakenOut.objects.get(table="needs")
    assert f'action="/taken-out/{out.pk}/put-back/"' in said
    assert "Put N02 back, and" in said
    back = client.post(f"/taken-out/{out.pk}/put-back/", {"all": "yes"}, follow=True)
    assert "put back" in back.content.decode()
    assert NeedStep.objects.filter(need_id="N02").count() == steps


def test_it_was_there_on_the_days_before(client: Client):
    Contact.history.filter(id="CT01").update(history_date="2026-11-01T12:00:00Z")
    sent(client, "/take-out/contacts/CT01/", what="along")
    page = client.get("/records/contacts/CT01/?on=2026-11-02").content.decode()
    assert "At the end of 2 Nov 2026" in page
    assert "taken out" in page


def test_what_was_taken_out_is_listed_with_who_when_and_why(client: Client):
    assert "Nothing is taken out." in client.get("/taken-out/").content.decode()
    sent(client, what="along")
    page = client.get("/taken-out/").content.decode()
    assert "needs N02" in page
    assert "rows went along" in page
    assert "<q>Entered twice</q>" in page
    assert "Nothing is taken out." in client.get("/taken-out/?table=goals").content.decode()


def test_a_row_that_stands_says_how_it_is_corrected_and_offers_no_button(client: Client):
    page = client.get("/take-out/agreements/A04/").content.decode()
    assert "Amend A04 from a day on" in page
    assert "Take it out</button>" not in page


def test_a_form_with_the_key_of_a_row_that_is_out_offers_to_put_it_back(client: Client):
    sent(client, "/take-out/promises/PR7/", what="along")
    typed = {
        "id": "PR7",
        "customer": "C01",
        "promise": "x",
        "given_on": "2026-11-20",
        "given_by": "x",
    }
    page = client.post("/edit/promises/new/", typed).content.decode()
    out = TakenOut.objects.get(table="promises")
    assert "PR7 was taken out of promises on" in page
    assert f'action="/taken-out/{out.pk}/put-back/"' in page
    client.post(f"/taken-out/{out.pk}/put-back/", {"why": ""})
    assert Promise.objects.get(pk="PR7").promise != "x"


def test_who_may_not_see_a_row_does_not_meet_it_when_it_is_out(client: Client):
    strange = Promise.objects.filter(customer_id="C04").first()
    sent(client, f"/take-out/promises/{strange.pk}/", what="along")
    out = TakenOut.objects.get(table="promises")
    assert out.key in client.get("/taken-out/").content.decode()
    client.post("/act-as/", {"person": CAST["E"]})
    assert f"/taken-out/{out.pk}/put-back/" not in client.get("/taken-out/").content.decode()
    assert client.get(f"/records/promises/{strange.pk}/").status_code == 404
    assert client.post(f"/taken-out/{out.pk}/put-back/").status_code == 404


def test_the_commands_say_what_refers_to_it_take_it_out_list_it_and_put_it_back():
    told = answer("take-out", "needs", "N02", "--dry-run")
    assert {one["table"] for one in told["referring"]} >= {"need_steps"}
    refused = ask("take-out", "needs", "N02", "--because", "Entered twice")
    assert refused.exit_code == 1
    assert "still refer to N02" in refused.output
    assert "Write why" in ask("take-out", "needs", "N02", "--along").output
    assert answer("take-out", "needs", "N02", "--along", "--because", "Twice")["taken_out"]
    (act,) = answer("taken-out")["taken_out"]
    assert (act["table"], act["key"], act["why"]) == ("needs", "N02", "Twice")
    assert act["along"]
    assert "taken out" in ask("history", "needs", "N02").output
    assert "is not among" in ask("put-back", "needs", "N03").output
    assert ask("put-back", "needs", "N02", "--with-all").exit_code == 0
    assert answer("taken-out") == {"taken_out": []}
    assert Need.objects.filter(pk="N02").exists()
