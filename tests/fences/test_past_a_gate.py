"""One alone, without log-in: told what the guards would refuse, let on with a word, and listed until who may confirms it."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from gated import client_of
from test_every_verb import states

from asking import answer, ask
from cast import viewer_of
from domestique.access.viewers import local_keeper
from domestique.exchange import past_gates
from domestique.exchange.past import changes_of_row
from domestique.lists.entering import Opened, cells_of, change_row
from domestique.parties.models import Customer
from domestique.portfolio.models import Service
from domestique.records.models import PastGate
from domestique.records.refusals import OnlyInHerOwnName
from domestique.records.saving import change, changing
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.web.verbs import PAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ACCEPTED = {"status": "accepted", "seen": "2"}
RUT = Viewer("Rut Keeper")
WORD = {PAST: "She said so on the telephone"}


@pytest.fixture(autouse=True)
def identified() -> None:
    """Johan is named as the customer of C02, and has not accepted yet."""
    with changing():
        record = Customer.objects.get(pk="C02")
        change(record, RUT, "So it was", status="identified", accepted_on=None, accepted_by="")


def entered() -> PastGate:
    """Let one alone enter that Johan accepted."""
    assert Client().post("/edit/customers/C02/", ACCEPTED | WORD).status_code == 302
    (gate,) = PastGate.objects.all()
    return gate


def test_one_alone_is_told_who_can_and_nothing_is_saved_yet():
    before = states()
    told = Client().post("/edit/customers/C02/", ACCEPTED)
    page = unescape(told.content.decode())
    assert told.status_code == 409
    assert "only Johan Sandelin can" in page
    assert 'name="status" value="accepted"' in page
    assert states() == before
    assert not PastGate.objects.exists()


def test_she_goes_on_with_a_word_and_it_is_listed():
    gate = entered()
    assert (gate.table, gate.key, gate.why) == ("customers", "C02", WORD[PAST])
    assert Customer.objects.get(pk="C02").status == "accepted"
    assert changes_of_row(local_keeper(), "customers", "C02")[0].why == WORD[PAST]
    (told,) = answer("past-gates")["past_gates"]
    assert (told["rule"], told["person"]) == ("", local_keeper().person)
    assert "only Johan Sandelin can" in told["refusal"]
    page = unescape(Client().get("/past-gates/").content.decode())
    assert WORD[PAST] in page


def test_only_who_could_have_entered_it_confirms_it_in_her_own_name():
    gate = entered()
    with pytest.raises(past_gates.NotListed):
        past_gates.confirm(viewer_of("E"), str(gate.pk))
    for other in (viewer_of("N"), RUT):
        with pytest.raises(OnlyInHerOwnName):
            past_gates.confirm(other, str(gate.pk))
    with pytest.raises(past_gates.HerselfOnly):
        past_gates.confirm(local_keeper(), str(gate.pk))
    assert client_of("J").post(f"/past-gates/{gate.pk}/confirm/").status_code == 400
    before = states()
    past_gates.confirm(viewer_of("J"), str(gate.pk))
    assert states() == before
    assert past_gates.open_gates(local_keeper()) == []
    with pytest.raises(past_gates.NotListed):
        past_gates.confirm(viewer_of("J"), str(gate.pk))


def test_rows_changed_together_ask_for_a_word_as_a_form_does():
    sent = {
        "column": "status", "new": "accepted", "why": "So", "do": "change", "shown": "-",
        "seen": '{"C02": 2}',
    }  # fmt: skip
    preview = Client().post(
        "/lists/customers/change/", {k: sent[k] for k in ("column", "new", "why", "seen")}
    )
    shown = unescape(preview.content.decode()).split('name="shown" value="')[1].split('"')[0]
    told = Client().post("/lists/customers/change/", sent | {"shown": shown})
    assert told.status_code == 409
    assert "only Johan Sandelin can" in unescape(told.content.decode())
    done = Client().post("/lists/customers/change/", sent | {"shown": shown} | WORD)
    assert (done.status_code, PastGate.objects.count()) == (302, 1)


def test_who_acts_as_another_stays_herself():
    assert client_of("J").post("/customers/C02/role/accept/", {"seen": "2"}).status_code == 302
    (gate,) = PastGate.objects.all()
    assert (gate.person, gate.hand) == ("Johan Sandelin", local_keeper().person)
    change = changes_of_row(local_keeper(), "customers", "C02")[0]
    assert (change.who, change.hand) == (gate.person, gate.hand)
    page = unescape(Client().get("/records/customers/C02/").content.decode())
    assert f"by {gate.hand}, acting as Johan Sandelin" in page
    past_gates.confirm(viewer_of("J"), str(gate.pk))


def test_what_the_other_does_in_her_work_is_not_listed_but_tells_both():
    sent = {"name": "Riders of the north", "seen": "1"}
    assert client_of("E").post("/edit/packages/P7/", sent).status_code == 302
    assert not PastGate.objects.exists()
    assert changes_of_row(local_keeper(), "packages", "P7")[0].hand == local_keeper().person


def test_what_is_hers_as_keeper_is_not_asked_about():
    sent = {"seen": "1", "pulse_stale_after_days": "80"}
    assert Client().post("/edit/organisation/Norrhjul Cykel AB/", sent).status_code == 302
    assert not PastGate.objects.exists()


def test_who_keeps_the_picture_changes_what_nobody_owns():
    Service.objects.filter(pk="S03").update(owner="")
    assert Client().post("/edit/services/S03/", {"seen": "1", "name_en": "Shop"}).status_code == 302
    assert not PastGate.objects.exists()


def test_a_live_service_is_not_changed_in_silence_by_one_alone():
    sent = {"seen": "1", "availability_target": "50", "why": "feel like it"}
    told = Client().post("/edit/services/S03/", sent)
    assert told.status_code == 409
    assert "names no requirement or need on record" in unescape(told.content.decode())
    assert Client().post("/edit/services/S03/", sent | WORD).status_code == 302
    (gate,) = PastGate.objects.all()
    assert gate.service == "S03"


def test_an_idea_does_not_go_live_in_silence():
    row = {"id": "S98", "name_en": "Bike hire", "state": "live"}
    told = Client().post("/edit/services/new/", row)
    assert told.status_code == 409
    assert "cannot go live before this is on record" in unescape(told.content.decode())


def test_a_load_by_one_alone_is_one_line_and_its_rows_are_not_listed(tmp_path):
    file = tmp_path / "customers.csv"
    file.write_text("id,status\nC02,accepted\n")
    assert ask("load", str(file), "--because", "minutes of May").exit_code == 0
    assert not PastGate.objects.exists()


def test_one_who_logs_in_to_keep_the_picture_is_neither_asked_nor_listed():
    table = table_named("customers")
    record = Customer.objects.get(pk="C02")
    opened = Opened(cells_of(table, record), record.version)
    assert not change_row(RUT, record, table, ACCEPTED, opened, "minutes of May").errors
    assert not PastGate.objects.exists()
