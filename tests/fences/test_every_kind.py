"""Every kind of record, entered or changed by everybody of the cast, in every way rows come in, as one table says.

Who may is written by hand. A row of C01 is Team Gul's (Ebba, Tuomas); one of C02 is not; whoever may not leaves nothing
behind, be it by the form, by changing many rows, or by a file, which is how a command loads too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from test_every_verb import states

from cast import CAST, viewer_of
from domestique.exchange.loading import load
from domestique.lists.changing import ChangeWish, change_rows, preview_change, rows_ticked
from domestique.quantities.errors import Refusal
from domestique.records.models import TakenOut
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
KEEPER = Viewer("Rut Keeper")
IT = "ETNGP"
NOT_GUL = "NGP"
DAY, LATER = "2026-11-20", "2030-01-01"
SCORE = {"customer": "C01", "service": "S03", "scored_on": DAY, "score": "3"}
DECIDED = {"id": "D99", "customer": "C01", "question": "x?", "decision": "x", "decided_on": DAY}
COMPLAINED = {"id": "K99", "customer": "C01", "complaint": "x", "received_on": DAY}
RULE = {"id": "RQ99", "customer": "C01", "requirement": "x"}
FELT = {"customer": "C01", "date": DAY, "face": "neutral"}
SURVEY = {"id": "SV99", "name": "x", "role": "user", "opens_on": DAY, "closes_on": LATER}


@dataclass(frozen=True)
class Rows:
    """A row somebody enters or changes, and by letter who of the cast may."""

    table: str
    who: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.table} {' '.join(self.cells.values())}"

    @property
    def key(self) -> str:
        """The row's key, as addresses write it."""
        return " ".join(self.cells.get(name, "") for name in table_named(self.table).key).rstrip()

    @property
    def others(self) -> dict[str, str]:
        """The cells that are not the row's key."""
        return {
            name: text
            for name, text in self.cells.items()
            if name not in table_named(self.table).key
        }


NEW = (
    Rows("units", NOT_GUL, {"id": "U99", "name": "Till", "parent": "U04", "head": "Ebba Nyström"}),
    Rows("units", IT, {"id": "U99", "name": "Till", "parent": "U01", "role": "none", "role_note": "x"}),
    Rows("units", NOT_GUL, {"id": "U99", "name": "Till", "parent": "U111", "role": "none", "role_note": "x"}),
    Rows("teams", "G", {"id": "LILA", "name": "Team Lila", "customer_manager": "Ebba Nyström"}),
    Rows("customers", "GP", {"id": "C99", "unit": "U101", "person": "Ebba Nyström"}),
    Rows("customers", IT, {"id": "C99", "unit": "U101", "person": "Moa Tellander"}),
    Rows("customers", "", {"id": "C99", "unit": "U101", "person": "Moa Tellander", "status": "identified"}),
    Rows("customers", "", {"id": "C99", "unit": "U101", "person": "Moa Tellander", "status": "accepted"}),
    Rows("orderers", IT, {"id": "O99", "customer": "C01", "person": "Ebba Nyström"}),
    Rows("orderers", NOT_GUL, {"id": "O99", "customer": "C02", "person": "Ebba Nyström"}),
    Rows("people", IT, {"name": "Ylva Ek"}),
    Rows("roles_in_it", "G", {"person": "Ebba Nyström", "role": "keeper of the picture"}),
    Rows("team_members", "G", {"team": "GUL", "person": "Ylva Ek", "role": "service owner", "from": DAY}),
    Rows("team_periods", IT, {"customer": "C01", "team": "GUL", "from": LATER}),
    Rows("team_periods", NOT_GUL, {"customer": "C02", "team": "GUL", "from": LATER}),
    Rows("mandates", "G", {"id": "M99", "customer": "C01", "person": "Moa Tellander"}),
    Rows("mandates", "", {"id": "M99", "customer": "C01", "person": "x", "delegated_by": "Ebba Nyström"}),
    Rows("suppliers", IT, {"id": "L99", "name": "Cables"}),
    Rows("calendar_days", "", {"calendar": "race days", "date": LATER}),
    Rows("services", IT, {"id": "S99", "name_en": "Bike hire", "state": "building"}),
    Rows("services", "", {"id": "S99", "name_en": "Bike hire"}),
    Rows("supplier_contracts", IT, {"id": "L99", "supplier": "V01", "services": "S19"}),
    Rows("dependencies", IT, {"service": "S03", "needs": "S19", "kind": "soft"}),
    Rows("dependencies", "", {"service": "S03", "needs": "S19"}),
    Rows("packages", IT, {"id": "P99", "name": "All"}),
    Rows("goals", IT, {"id": "G99", "customer": "C01", "goal": "More"}),
    Rows("goals", NOT_GUL, {"id": "G99", "customer": "C02", "goal": "More"}),
    Rows("agreements", IT, {"id": "A99", "customer": "C01"}),
    Rows("agreements", NOT_GUL, {"id": "A99", "customer": "C02"}),
    Rows("agreements", "", {"id": "A99", "customer": "C02", "status": "accepted"}),
    Rows("agreements", "", {"id": "A99", "customer": "C01", "status": "proposed", "proposed_by": "Ebba Nyström"}),
    Rows("agreements", "", {"id": "A99", "customer": "C01", "accepted_by": "Ebba Nyström"}),
    Rows("agreement_lines", "", {"agreement": "A01", "service": "T01"}),
    Rows("agreement_lines", NOT_GUL, {"agreement": "A09", "service": "T01"}),
    Rows("amendments", "E", {"agreement": "A01", "service": "S01", "valid_from": "2026-12-01", "unit_price": "1"}),
    Rows("amendments", "", {"agreement": "A04", "service": "S03", "valid_from": "2026-12-01", "unit_price": "1"}),
    Rows("planned_consumption", IT, {"customer": "C01", "service": "S03", "year": "2030", "units": "1"}),
    Rows("planned_consumption", NOT_GUL, {"customer": "C02", "service": "S03", "year": "2030", "units": "1"}),
    Rows("actual_consumption", IT, {"customer": "C01", "service": "S03", "month": "2030-01", "units": "1"}),
    Rows("actual_consumption", NOT_GUL, {"customer": "C02", "service": "S03", "month": "2030-01", "units": "1"}),
    Rows("outages", IT, {"id": "I99", "service": "S03", "starts": f"{DAY} 10:00"}),
    Rows("log_complete", IT, {"source": "desk", "until": DAY}),
    Rows("maintenance_windows", IT, {"id": "W99", "service": "S03", "starts": f"{DAY} 10:00", "ends": f"{DAY} 11:00"}),
    Rows("exchange_rates", IT, {"year": "2030", "currency": "EUR", "plan_rate": "11"}),
    Rows("prices", "P", {"service": "S03", "from": LATER, "unit_price": "1"}),
    Rows("prices", "", {"service": "S03", "from": "2025-01-01", "to": "2025-12-31", "unit_price": "1"}),
    Rows("costs", IT, {"period": "2030", "service": "T01", "pool": "rent", "amount": "1"}),
    Rows("cost_shares", IT, {"period": "2030", "from": "T01", "to": "S08", "share_percent": "1"}),
    Rows("pulses", "", {**FELT, "person": "Ylva Ek"}),
    Rows("pulses", "", {**FELT, "person": "Astrid Lindgård", "whose": "hers"}),
    Rows("pulses", "", {**FELT, "person": "Tuomas Heikkilä", "whose": "hers"}),
    Rows("pulses", "", {**FELT, "person": "Ylva Ek", "whose": "heard by us"}),
    Rows("pulses", "T", {**FELT, "person": "Ylva Ek", "whose": "heard by us", "noted_by": "Tuomas Heikkilä"}),
    Rows("pulses", "", {**FELT, "customer": "C02", "whose": "our guess", "noted_by": "Tuomas Heikkilä"}),
    Rows("pulses", "", {**FELT, "customer": "C02", "person": "Johan Sandelin"}),
    Rows("value_scores", "", {**SCORE, "scored_by": "Noor Rahimi"}),
    Rows("value_scores", "", {**SCORE, "scored_by": "Astrid Lindgård"}),
    Rows("alternatives", IT, {"id": "AL99", "customer": "C01", "alternative": "x", "heard_on": DAY}),
    Rows("alternatives", NOT_GUL, {"id": "AL99", "customer": "C02", "alternative": "x", "heard_on": DAY}),
    Rows("complaints", IT, {"id": "K99", "customer": "C01", "complaint": "x", "received_on": DAY}),
    Rows("complaints", NOT_GUL, {"id": "K99", "customer": "C02", "complaint": "x", "received_on": DAY}),
    Rows("complaints", "", {**COMPLAINED, "satisfied": "yes"}),
    Rows("complaints", "T", {**COMPLAINED, "satisfied": "yes", "verdict_by": "Tuomas Heikkilä"}),
    Rows("needs", IT, {"id": "N99", "customer": "C01", "need": "x"}),
    Rows("needs", NOT_GUL, {"id": "N99", "customer": "C02", "need": "x"}),
    Rows("need_steps", IT, {"need": "N06", "step": "returned", "date": DAY, "person": "x"}),
    Rows("need_steps", NOT_GUL, {"need": "N04", "step": "returned", "date": DAY, "person": "x"}),
    Rows("preparations", NOT_GUL, {"need": "N04", "outcome": "x"}),
    Rows("requirements", IT, {"id": "RQ99", "customer": "C01", "requirement": "x"}),
    Rows("requirements", IT, {"id": "RQ99", "customer": "C01", "requirement": "x", "need": "N06"}),
    Rows("requirements", NOT_GUL, {"id": "RQ99", "customer": "C01", "requirement": "x", "need": "N04"}),
    Rows("requirements", "", {**RULE, "state": "established", "established_by": "Tuomas Heikkilä"}),
    Rows("requirements", "", {**RULE, "state": "met"}),
    Rows("escalations", IT, {"id": "E99", "customer": "C01", "question": "x?", "raised_on": DAY, "raised_by": "x"}),
    Rows("escalations", NOT_GUL, {"id": "E99", "customer": "C02", "question": "x?", "raised_on": DAY, "raised_by": "x"}),
    Rows("options", IT, {"id": "OP99", "option": "x", "need": "N06"}),
    Rows("options", NOT_GUL, {"id": "OP99", "option": "x", "escalation": "E1"}),
    Rows("decisions", "", {**DECIDED, "decided_by": "Astrid Lindgård"}),
    Rows("decisions", "", {**DECIDED, "decided_by": "Tuomas Heikkilä"}),
    Rows("decisions", "", {**DECIDED, "decided_by": "Tuomas Heikkilä", "need": "N06", "yearly_cost": "90000000"}),
    Rows("decisions", "", {**DECIDED, "decided_by": "Tuomas Heikkilä", "forum": "it steering group"}),
    Rows("decisions", "G", {**DECIDED, "decided_by": "Gunilla Stråhle", "forum": "it steering group"}),
    Rows("decisions", "T", {**DECIDED, "decided_by": "Tuomas Heikkilä", "forum": "operative"}),
    Rows("decisions", "", {**DECIDED, "decided_by": "Tuomas Heikkilä", "forum": "operative", "yearly_cost": "1"}),
    Rows("contacts", IT, {"id": "CT99", "customer": "C01", "date": DAY, "gist": "x"}),
    Rows("contacts", NOT_GUL, {"id": "CT99", "customer": "C01", "date": DAY, "gist": "x", "need": "N04"}),
    Rows("promises", IT, {"id": "PR99", "customer": "C01", "promise": "x", "given_on": DAY, "given_by": "x"}),
    Rows("promises", NOT_GUL, {"id": "PR99", "customer": "C02", "promise": "x", "given_on": DAY, "given_by": "x"}),
    Rows("meetings", IT, {"id": "MT99", "customer": "C01", "kind": "follow-up", "starts": f"{LATER} 10:00"}),
    Rows("meetings", NOT_GUL, {"id": "MT99", "customer": "C02", "kind": "follow-up", "starts": f"{LATER} 10:00"}),
    Rows("meeting_items", IT, {"id": "MI99", "meeting": "MT05", "text": "x"}),
    Rows("meeting_items", NOT_GUL, {"id": "MI99", "meeting": "MT08", "text": "x"}),
    Rows("cadences", IT, {"customer": "C11", "kind": "customer team meeting", "weeks": "4"}),
    Rows("customer_activities", IT, {"id": "CH99", "customer": "C01", "date": DAY, "what": "x"}),
    Rows("customer_activities", NOT_GUL, {"id": "CH99", "customer": "C02", "date": DAY, "what": "x"}),
    Rows("inbox", IT, {"id": "IN99", "received_on": DAY, "source": "report", "origin": "x", "text": "x"}),
    Rows("inbox", NOT_GUL, {"id": "IN99", "received_on": DAY, "source": "report", "origin": "x", "text": "x", "customer": "C02"}),
    Rows("improvements", IT, {"id": "IM99", "raised_on": DAY, "title": "x", "customers": "C01 C02"}),
    Rows("improvements", NOT_GUL, {"id": "IM99", "raised_on": DAY, "title": "x", "customers": "C02"}),
    Rows("surveys", IT, SURVEY),
    Rows("surveys", NOT_GUL, {**SURVEY, "customers": "C02"}),
    Rows("survey_questions", IT, {"survey": "SV2", "number": "99", "kind": "csat"}),
    Rows("survey_answers", "", {"survey": "SV2", "sheet": "x", "number": "1", "answer": "4"}),
)  # fmt: skip

CHANGED = (
    Rows("organisation", "", {"name": "Norrhjul Cykel AB", "country": "FI"}),
    Rows("units", IT, {"id": "U111", "headcount": "99"}),
    Rows("units", NOT_GUL, {"id": "U111", "role": "none"}),
    Rows("units", IT, {"id": "U101", "role": "none"}),
    Rows("teams", "G", {"id": "GUL", "customer_manager": "Tuomas Heikkilä"}),
    Rows("customers", IT, {"id": "C01", "note": "x"}),
    Rows("customers", NOT_GUL, {"id": "C02", "note": "x"}),
    Rows("customers", "", {"id": "C01", "person": "Ebba Nyström"}),
    Rows("customers", "ETNG", {"id": "C01", "status": "identified"}),
    Rows("orderers", NOT_GUL, {"id": "O05", "person": "x"}),
    Rows("orderers", "", {"id": "O01", "customer": "C02"}),
    Rows("mandates", "G", {"id": "M01", "amount": "1"}),
    Rows("services", IT, {"id": "S03", "mode": "bought outside"}),
    Rows("services", "", {"id": "S03", "purpose": "Riders buy a bike."}),
    Rows("services", "N", {"id": "S03", "owner": "Ebba Nyström"}),
    Rows("restoration_wish", IT, {"service": "S03", "rank": "77"}),
    Rows("agreements", IT, {"id": "A01", "review_on": DAY}),
    Rows("agreements", "", {"id": "A01", "accepted_on": DAY}),
    Rows("agreements", "", {"id": "A01", "status": "draft"}),
    Rows("agreements", "ETNG", {"id": "A01", "status": "ended"}),
    Rows("agreements", "", {"id": "A01", "to": "2026-11-30"}),
    Rows("agreements", "", {"id": "A01", "accepted_by": "Gustav Hjort"}),
    Rows("agreements", "", {"id": "A09", "status": "in force"}),
    Rows("agreements", NOT_GUL, {"id": "A09", "to": "2027-11-30"}),
    Rows("agreement_lines", "", {"agreement": "A01", "service": "S01", "unit_price": "1"}),
    Rows("agreement_lines", "", {"agreement": "A04", "service": "S03", "availability_target": "90"}),
    Rows("agreement_lines", "T", {"agreement": "A01", "service": "S01", "confirmed_by": "Tuomas Heikkilä"}),
    Rows("amendments", "", {"agreement": "A06", "service": "S17", "valid_from": "2026-12-01", "unit_price": "1"}),
    Rows("agreements", NOT_GUL, {"id": "A02", "review_on": DAY}),
    Rows("decisions", IT, {"id": "D4", "told_back_on": DAY}),
    Rows("decisions", "", {"id": "D4", "decision": "No"}),
    Rows("decisions", NOT_GUL, {"id": "D1", "told_back_on": DAY}),
    Rows("needs", NOT_GUL, {"id": "N06", "customer": "C02"}),
    Rows("needs", NOT_GUL, {"id": "N06", "merged_into": "N12"}),
    Rows("requirements", IT, {"id": "RQ3", "reason": "x"}),
    Rows("requirements", "", {"id": "RQ3", "requirement": "x"}),
    Rows("requirements", "", {"id": "RQ3", "established_by": "Tuomas Heikkilä"}),
    Rows("requirements", "", {"id": "RQ4", "state": "established"}),
    Rows("requirements", "", {"id": "RQ3", "state": "changed"}),
    Rows("requirements", NOT_GUL, {"id": "RQ5", "requirement": "x"}),
    Rows("prices", "", {"service": "S01", "from": "2026-01-01", "unit_price": "0.01"}),
    Rows("prices", "P", {"service": "S01", "from": "2026-01-01", "to": "2026-11-30"}),
    Rows("prices", "", {"service": "S01", "from": "2026-01-01", "to": "2026-09-30"}),
    Rows("pulses", "", {"customer": "C02", "date": "2026-10-20", "person": "Johan Sandelin", "face": "positive"}),
    Rows("pulses", "", {"customer": "C02", "date": "2026-10-20", "person": "Johan Sandelin", "words": "All good"}),
    Rows("value_scores", "", {"customer": "C01", "service": "S08", "scored_on": "2026-09-15", "score": "1"}),
    Rows("complaints", "", {"id": "K2", "complaint": "Nothing much"}),
    Rows("complaints", "", {"id": "K1", "satisfied": "yes"}),
    Rows("complaints", NOT_GUL, {"id": "K1", "cause": "x"}),
    Rows("promises", NOT_GUL, {"id": "PR3", "reason": "x"}),
    Rows("options", NOT_GUL, {"id": "OP1", "consequence": "x"}),
    Rows("inbox", IT, {"id": "IN09", "triage": "drop"}),
    Rows("inbox", NOT_GUL, {"id": "IN01", "triage": "drop"}),
    Rows("improvements", NOT_GUL, {"id": "IM5", "owner": "x"}),
    Rows("improvements", IT, {"id": "IM8", "owner": "x"}),
)  # fmt: skip


def by_form(letter: str, rows: Rows, _: Path) -> None:
    """Send the form of a row as the page does."""
    client = Client()
    client.post("/act-as/", {"person": CAST[letter]})
    if rows in NEW:
        client.post(f"/edit/{rows.table}/new/", rows.cells)
    else:
        key = rows.key or rows.cells["name"]
        client.post(f"/edit/{rows.table}/{key}/", {**rows.others, "seen": "1"})


def by_bulk_edit(letter: str, rows: Rows, _: Path) -> None:
    """Change one column of rows chosen in a list."""
    viewer, table = viewer_of(letter), table_named(rows.table)
    ((column, text),) = rows.others.items()
    pk = table.model.objects.get(
        **{table.by_name[one].field: rows.cells.get(one, "") for one in table.key}
    ).pk
    try:
        chosen = rows_ticked(viewer, table, [str(pk)])
        wish = ChangeWish.read(table, column, text, "Tried")
        change_rows(viewer, chosen, wish, shown=preview_change(viewer, chosen, wish).digest)
    except Refusal:
        pass


def by_file(letter: str, rows: Rows, folder: Path) -> None:
    """Load a file with the row, as the page of files and the command do."""
    with (folder / f"{rows.table}.csv").open("w", encoding="utf-8") as file:
        csv.writer(file).writerows([rows.cells.keys(), rows.cells.values()])
    load(folder, viewer=KEEPER if letter == "K" else viewer_of(letter))


def who_does(way: Callable[[str, Rows, Path], None], rows: Rows, folder: Path) -> str:
    """Let everybody of the cast try; return by letter who saved something, and take each try back.

    Files and lists are tried by all who may change records; to nobody else do their addresses open (``test_cast``).
    """
    done = ""
    for letter in CAST if way is by_form else IT:
        with transaction.atomic():
            before = states()
            way(letter, rows, folder)
            done += letter if states() != before else ""
            transaction.set_rollback(True)
    return done


@pytest.mark.parametrize("rows", [*NEW, *CHANGED], ids=str)
@pytest.mark.parametrize("way", [by_form, by_file])
def test_row_is_saved_by_those_who_may_and_nobody_else(way, rows, tmp_path):
    assert who_does(way, rows, tmp_path) == "".join(one for one in CAST if one in rows.who)


@pytest.mark.parametrize("rows", [one for one in CHANGED if table_named(one.table).key], ids=str)
def test_rows_are_changed_together_by_those_who_may_and_nobody_else(rows, tmp_path):
    expected = "".join(one for one in CAST if one in rows.who)
    assert who_does(by_bulk_edit, rows, tmp_path) == expected


def test_every_kind_is_in_the_table():
    assert {one.table for one in (*NEW, *CHANGED)} == {one.name for one in TABLES}


WITH_WHOLE_KEY = [one for one in NEW if {*table_named(one.table).key} <= {*one.cells}]
OPENS_TO_HERSELF = {"orderers", "roles_in_it"}
"""Rows here that name Ebba: while they stand she may see and do what they give her."""
TAKEN_OUT_BY = {"decisions": "", "amendments": "", "customers": "GP"}
"""A decision once taken stands for all but whoever keeps the picture, an amendment for everybody;
a new customer is not yet open to her team."""


@pytest.mark.parametrize("rows", WITH_WHOLE_KEY, ids=str)
def test_who_may_enter_a_row_as_it_stands_may_take_it_out_and_put_it_back(rows, tmp_path):
    """By its page."""
    by_file("K", rows, tmp_path)
    address = f"/take-out/{rows.table}/{rows.key}/"
    done = back = ""
    for letter in CAST:
        client = Client()
        with transaction.atomic():
            client.post("/act-as/", {"person": CAST[letter]})
            client.post(address, {"seen": "1", "why": "Entered twice", "what": "along"})
            out = TakenOut.objects.filter(table=rows.table).first()
            done += letter if out else ""
            if out:
                client.post(f"/taken-out/{out.pk}/put-back/")
                back += letter if not TakenOut.objects.filter(pk=out.pk).exists() else ""
            transaction.set_rollback(True)
    who = TAKEN_OUT_BY.get(rows.table, rows.who) if rows.who else ""
    left_out = "E" if rows.table in OPENS_TO_HERSELF else ""
    assert {*done} - {*left_out} == {*back} - {*left_out} == {*who} - {*left_out}
