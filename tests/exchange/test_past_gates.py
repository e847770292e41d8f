"""What is changed without ground, or entered past a gate, is listed until it is answered by who may."""

from __future__ import annotations

import pytest
from django.test import Client

from asking import answer, ask
from cast import TODAY, viewer_of
from domestique.exchange import past_gates
from domestique.exchange.files.cells import Sheet
from domestique.exchange.loading import Request, load_sheets
from domestique.findings.queries import findings_of
from domestique.portfolio.changing_live import errors
from domestique.portfolio.models import Dependency, Service
from domestique.records.models import PastGate
from domestique.records.saving import OthersTakeOut, change, changing, take_out_of_table
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
RUT = Viewer("Rut Keeper")


def saved(viewer: Viewer, table: str, why: str = "", **cells: str) -> None:
    sheet = Sheet("form", table, tuple(cells), [(2, list(cells.values()))])
    assert load_sheets([sheet], Request(viewer, why)).loaded


def found() -> list[str]:
    return [str(one.text) for one in findings_of(RUT, TODAY).of("R14")]


def test_the_demo_is_loaded_without_a_finding():
    assert found() == []
    assert not PastGate.objects.exists()


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("services", {"id": "S03", "availability_target": "50"}),
        ("services", {"id": "S03", "service_hours": "Mon-Fri 07-18"}),
        ("services", {"id": "S03", "rto_minutes": "600"}),
        ("services", {"id": "S03", "unit": "basket"}),
        ("services", {"id": "S03", "purpose": "x"}),
        ("dependencies", {"service": "S03", "needs": "T01", "kind": "hard"}),
        ("prices", {"service": "S03", "from": "2027-01-01", "unit_price": "1"}),
        ("packages", {"id": "P7", "services": "S05 S18"}),
    ],
)
def test_a_change_by_the_keeper_without_ground_is_found_until_one_is_given(table, cells):
    saved(RUT, table, "feel like it", **cells)
    (gate,) = PastGate.objects.all()
    assert (gate.service, gate.person, gate.why) == ("S03", "Rut Keeper", "feel like it")
    (text,) = found()
    assert "Rut Keeper without ground" in text
    with pytest.raises(errors.NoGround):
        past_gates.give_ground(RUT, str(gate.pk), "because")
    with pytest.raises(errors.GroundDoesNotHold):
        past_gates.give_ground(RUT, str(gate.pk), "RQ2")
    past_gates.give_ground(viewer_of("N"), str(gate.pk), "RQ1")
    assert found() == []


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("services", {"id": "S03", "name_en": "Bike shop"}),
        ("services", {"id": "S03", "restore_minutes": "5"}),
        ("dependencies", {"service": "S03", "needs": "T01", "kind": "soft"}),
        ("prices", {"service": "S03", "from": "2027-01-01", "unit_price": "34300"}),
        ("packages", {"id": "P7", "name": "Shop"}),
    ],
)
def test_what_moves_no_promise_needs_no_ground(table, cells):
    saved(RUT, table, **cells)
    assert found() == []


def test_what_is_said_for_the_first_time_is_no_change():
    Service.objects.filter(pk="S03").update(rto_minutes=None)
    saved(RUT, "services", id="S03", rto_minutes="30")
    assert found() == []


def test_a_change_with_a_ground_is_not_listed():
    saved(RUT, "services", "RQ1: slower than three seconds", id="S03", rto_minutes="30")
    assert found() == []


def test_a_verb_is_held_as_rows_are():
    with changing():
        change(Service.objects.get(pk="S03"), RUT, "so", rto_minutes=1)
    assert len(found()) == 1


def test_a_hard_need_that_is_taken_out_needs_a_ground_too():
    need = Dependency.objects.get(service="S03", needs="T08")
    with pytest.raises(OthersTakeOut, match="names no requirement or need"), changing():
        take_out_of_table(need, viewer_of("N"), "over", act=1)
    with changing():
        take_out_of_table(need, RUT, "over", act=1)
    assert len(found()) == 1


def test_the_ground_comes_from_somebody_else_than_who_changed_it():
    samira = Viewer("Samira Haddad")
    saved(samira, "services", id="S03", rto_minutes="30")
    (gate,) = PastGate.objects.all()
    with pytest.raises(errors.GroundIsHerOwn):
        past_gates.give_ground(RUT, str(gate.pk), "RQ1")


def test_only_the_owner_and_the_keeper_name_the_ground():
    saved(RUT, "services", id="S03", rto_minutes="30")
    (gate,) = PastGate.objects.all()
    with pytest.raises(errors.OnlyOwnerChanges):
        past_gates.give_ground(viewer_of("G"), str(gate.pk), "RQ1")


def test_the_page_and_the_command_list_it_and_take_the_ground():
    saved(RUT, "services", id="S03", rto_minutes="30")
    (gate,) = PastGate.objects.all()
    page = Client().get("/past-gates/").content.decode()
    assert "names no requirement or need on record" in page
    (told,) = answer("past-gates")["past_gates"]
    assert (told["number"], told["rule"], told["service"]) == (gate.pk, "R14", "S03")
    sent = Client().post(f"/past-gates/{gate.pk}/ground/", {"ground": "nothing"})
    assert sent.status_code == 400
    assert ask("past-gates", "ground", str(gate.pk), "RQ1").exit_code == 0
    assert answer("past-gates")["past_gates"] == []


def test_the_controller_changes_a_price_and_it_is_listed():
    saved(viewer_of("P"), "prices", **{"service": "S03", "from": "2027-01-01", "unit_price": "1"})
    assert len(found()) == 1
