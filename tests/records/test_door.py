"""The door: every way in passes the guard of the kind, its facts are fetched once, and the keeper waits for none."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import domestique
from cast import TODAY, viewer_of
from domestique.exchange.files.cells import Sheet
from domestique.exchange.guarding import Loaded, judge_rows
from domestique.exchange.loading import Request, load_sheets
from domestique.exchange.report import LoadReport
from domestique.parties.models import Unit
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.door import GUARDS, KindWithoutGuard, insist_on_guards, judge_of
from domestique.records.guard import Guard, GuardedStep, Row, touched, touches_only
from domestique.records.others import closed_among, links_of
from domestique.records.refusals import NotYourCustomer
from domestique.records.saving import Deed, change, changing, enter, enter_untold
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.records.whose import path_to_customer
from domestique.relations.meetings.errors import WorkIsNotYours
from domestique.relations.models import Contact, Escalation, Need, NeedStep, Option, Promise
from domestique.relations.needs.actions import take_step
from domestique.satisfaction.models import SurveyAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
KEEPER = Viewer("Rut Keeper")
EBBA = Viewer("Ebba Nyström", frozenset({"C01"}), frozenset({Ability.CHANGE_RECORDS}))


def loaded(viewer: Viewer, table: str, rows: list[dict[str, str]]) -> LoadReport:
    sheet = Sheet(
        "form", table, tuple(rows[0]), [(at, list(row.values())) for at, row in enumerate(rows, 2)]
    )
    return load_sheets([sheet], Request(viewer, is_dry_run=True))


@pytest.fixture
def asked(monkeypatch) -> list[tuple[Row | None, Row]]:
    """A guard of promises that lets nobody pass, and what it was asked."""
    rows: list[tuple[Row | None, Row]] = []

    def rule(viewer: Viewer, before: Row | None, after: Row, facts: object) -> Refusal:
        rows.append((before, after))
        return NotYourCustomer().at("promise")

    insist_on_guards()
    monkeypatch.setitem(GUARDS, Promise, Guard((Ability.CHANGE_RECORDS,), rule))
    return rows


def a_promise() -> Promise:
    return Promise(id="PR99", customer_id="C01", promise="x", given_on=TODAY, given_by="x")


def test_a_verb_is_judged_before_anything_is_saved(asked):
    kept = Promise.objects.get(pk="PR7")
    with pytest.raises(NotYourCustomer), changing():
        enter(a_promise(), EBBA, "Promised")
    with pytest.raises(NotYourCustomer), changing():
        change(kept, EBBA, "Kept", kept_on=date(2026, 11, 20))
    (new, changed_one) = asked
    assert (new[0], new[1]["customer_id"]) == (None, "C01")
    assert changed_one[0]["kept_on"] != changed_one[1]["kept_on"] == date(2026, 11, 20)
    assert not Promise.objects.filter(pk="PR99").exists()


def test_a_row_is_judged_as_it_stands_and_as_it_would_be_and_refused_at_its_cell(asked):
    rows = [{"id": "PR7", "promise": "y"}, {"id": "PR1", "promise": "A plan for Sundays"}]
    report = loaded(EBBA, "promises", rows[:1])
    ((before, after),) = asked
    assert (before["promise"] != "y", after["promise"], after["given_by"]) == (
        True,
        "y",
        before["given_by"],
    )
    assert [(one.row, one.column) for one in report.errors] == [(2, "promise")]


def test_the_keeper_passes_without_being_asked(asked):
    with changing():
        enter(a_promise(), KEEPER, "Promised")
    assert not loaded(KEEPER, "promises", [{"id": "PR7", "promise": "y"}]).errors
    assert asked == []
    assert judge_of(Promise, Deed(KEEPER, "", Promise, ())) is None


def test_a_loads_guards_of_the_keeper_ask_the_database_nothing():
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert judge_rows(Loaded(KEEPER, "", [])).problems == []
        assert judge_of(Need, Loaded(KEEPER, "", [])) is None
    assert len(queries) == 0


def test_a_kind_without_a_guard_does_not_start(monkeypatch):
    insist_on_guards()
    monkeypatch.delitem(GUARDS, Need)
    with pytest.raises(KindWithoutGuard, match="for Need; declare one"):
        insist_on_guards()


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("options", {"id": "OP{}", "need": "N04", "option": "x"}),
        ("contacts", {"id": "CT{}", "customer": "C02", "date": "2026-11-20", "gist": "x"}),
        ("units", {"id": "U{}", "name": "x", "parent": "U111", "role": "none", "role_note": "x"}),
        ("agreements", {"id": "A{}", "customer": "C02", "status": "accepted"}),
        ("customers", {"id": "C{}", "unit": "U111", "person": "x", "status": "identified"}),
        ("services", {"id": "S{}", "name_en": "x", "purpose": "x", "owner": "x"}),
        ("orderers", {"id": "O{}", "customer": "C01", "unit": "U111", "person": "x"}),
        (
            "mandates",
            {"id": "M{}", "customer": "C01", "person": "x", "delegated_by": "Ebba Nyström"},
        ),
    ],
)
def test_guards_ask_the_database_as_often_for_thirty_rows_as_for_two(table, row):
    def count(rows: int) -> int:
        every = [{k: v.format(900 + at) for k, v in row.items()} for at in range(rows)]
        with CaptureQueriesContext(connection) as queries:
            report = loaded(viewer_of("E"), table, every)
        assert len(report.errors) == rows, report.errors
        return len(queries)

    assert count(30) == count(2)


def test_rows_of_the_same_load_count_as_facts():
    needs = Sheet("form", "needs", ("id", "customer", "need"), [(2, ["N99", "C02", "x"])])
    option = Sheet("form", "options", ("id", "need", "option"), [(2, ["OP99", "N99", "x"])])
    report = load_sheets([needs, option], Request(viewer_of("E"), is_dry_run=True))
    assert {(one.table, one.column) for one in report.errors} == {
        ("needs", "customer"),
        ("options", "need"),
    }
    report = load_sheets([needs, option], Request(viewer_of("N"), is_dry_run=True))
    assert not report.errors


def test_a_need_that_is_part_of_hers_goes_where_hers_goes():
    Need.objects.filter(pk="N04").update(merged_into_id="N06")
    take_step(viewer_of("E"), Need.objects.get(pk="N06"), "returned", on=TODAY, note="Which?")
    assert Need.objects.get(pk="N04").state == Need.objects.get(pk="N06").state
    with pytest.raises(Refusal, match="not open to Ebba"), changing():
        change(Need.objects.get(pk="N04"), viewer_of("E"), "x", note="x")


def test_a_link_of_others_may_stay_but_not_be_set():
    Contact.objects.filter(pk="CT01").update(need_id="N04")
    ebba, contact = viewer_of("E"), Contact.objects.get(pk="CT01")
    with changing():
        kept = change(contact, ebba, "Clearer", gist="They wait")
        assert change(kept, ebba, "Right need", need_id="N06").need_id == "N06"
    with pytest.raises(Refusal, match="“N04” is business of a customer"), changing():
        change(Contact.objects.get(pk="CT01"), ebba, "Wrong need", need_id="N04")


def test_units_in_a_circle_are_nobodys():
    Unit.objects.create(id="U900", name="Round", parent_id="U901")
    Unit.objects.create(id="U901", name="About", parent_id="U900")
    with changing():
        change(Unit.objects.get(pk="U900"), viewer_of("E"), "x", role="none", role_note="x")


def test_who_raises_a_need_takes_no_other_step_with_it():
    mira, need = viewer_of("M"), Need.objects.get(pk="N04")
    asked = {"question": "x?", "raised_on": TODAY, "raised_by": "x"}
    Escalation.objects.create(id="E9", customer_id="C02", **asked)
    for step in ("investigated", "decided", "declined"):
        taken = NeedStep(need=need, step=step, date=TODAY, person=mira.person)
        with pytest.raises(Refusal, match="it is for Nadja Berggren, Oskar Lindh"), changing():
            enter(taken, mira, step)
    with pytest.raises(Refusal, match="it is for"), changing():
        change(need, mira, "", state="fulfilled")
    with pytest.raises(Refusal, match="it is for"), changing():
        enter(Option(id="OP99", escalation_id="E9", option="x"), mira, "")
    with pytest.raises(Refusal, match="does not work with customers"), changing():
        enter(Contact(id="CT99", customer_id="C02", date=TODAY, their_people=["x"]), mira, "")


def test_an_answer_by_a_link_enters_its_own_sheet_and_nothing_else():
    link = Viewer("", frozenset(), frozenset(), sheet="abc")
    fields = {"survey_id": "SV2", "number": 1, "answer": "4"}
    enter_untold([SurveyAnswer(sheet="abc", **fields)], link)
    assert SurveyAnswer.objects.filter(sheet="abc").count() == 1
    assert not SurveyAnswer.history.filter(sheet="abc").exists()
    with pytest.raises(NotYourCustomer):
        enter_untold([SurveyAnswer(sheet="other", **fields)], link)
    with pytest.raises(WorkIsNotYours), changing():
        enter(a_promise(), Viewer("", frozenset({"C01"}), frozenset(), sheet="abc"), "")


def test_what_touches_a_record():
    before = {"id": "N1", "version": 1, "state": "", "note": "x"}
    assert touched(before, before | {"version": 2}) == []
    assert touched(before, before | {"state": "y"}) == ["state"]
    assert touched(None, before) == ["note"]
    assert touches_only(before, before | {"state": "y"}, ["state"])
    assert not touches_only(before, before | {"state": "y", "note": ""}, ["state"])
    assert not touches_only(None, before, ["note"])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_links_that_make_a_row_a_customers_are_those_by_which_it_is_seen(table):
    path = path_to_customer(table)
    links = links_of(table.model)
    if path and path != "id":
        first = path.split("__")[0].removesuffix("_id")
        assert [*links.owning] == [f"{first}_id"]
    named = [one.name for one in table.columns if one.to == "customers"]
    assert all(
        f"{one}_id" in {**links.owning, **links.others}
        or path
        or one in ("customers", "felt_by", "not_felt_by")
        for one in named
    )


def test_what_is_not_there_is_not_closed():
    act = Deed(EBBA, "", Need, (GuardedStep(None, {"id": "N98"}),))
    assert closed_among(Need, {"N04", "N06", "N97"}, act) == {"N04"}


SAVES = {"save", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}
MAY_SAVE = {
    "records/saving.py",  # the door for verbs
    "records/past/past_gates.py",  # what was entered past a gate, which is no record
    "exchange/past_gates.py",  # its answer; rows are put back only to be judged
    "exchange/writing.py",  # the door for rows, behind exchange/guarding.py
    "records/ids/actions.py",  # the door for ids, behind who may change them
    "exchange/loads.py",  # a load that was, no record
    "access/actions.py",
    "lists/actions.py",
    "records/memory/freshness.py",  # a stamp of what is remembered
    "records/freshness.py",  # an order to forget, no record
    "satisfaction/surveys/mailing_actions.py",
}


def test_nothing_else_saves():
    """Records are saved at the door alone; the other modules named keep accounts, letters and saved questions."""
    house = Path(domestique.__file__).parent
    found = set()
    for file in house.rglob("*.py"):
        if "migrations" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in SAVES
            ):
                found.add(str(file.relative_to(house)))
    assert found <= MAY_SAVE, found - MAY_SAVE
