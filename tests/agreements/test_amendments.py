"""A dated amendment: proposed it changes nothing, accepted it holds from its day on, in every figure read by the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cast import viewer_of
from domestique.access.queries import standing_on
from domestique.agreements.actions import end
from domestique.agreements.amending import LineText
from domestique.agreements.amendment_actions import (
    accept_amendment,
    propose_amendment,
    withdraw_amendment,
)
from domestique.agreements.choices import AmendmentStatus
from domestique.agreements.errors import AgreementNotYours
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.agreements.promised import levels_promised_in, term_on
from domestique.agreements.queries import promised_terms_of, values_confirmed
from domestique.costing.queries import bill_of
from domestique.exchange.loading import load
from domestique.findings.grouped import findings_seen_by
from domestique.parties.models import Organisation
from domestique.quantities.errors import Refusal
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer
from given_tables import told, write_tables

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY, DECEMBER = date(2026, 11, 21), date(2026, 12, 1)
CHEAPER = LineText(level=Decimal("99.5"), price=Decimal(20_000))


@pytest.fixture
def manager() -> Viewer:
    return viewer_of("E")


@pytest.fixture
def customer() -> Viewer:
    return standing_on("Astrid Lindgård", TODAY).viewer


def read_by_the_day(viewer: Viewer) -> tuple[object, ...]:
    terms = promised_terms_of(viewer)
    return (
        terms,
        levels_promised_in(terms, Month(2026, 12)),
        values_confirmed(viewer),
        bill_of(viewer, "C01", Month(2026, 1), Month(2026, 12)),
    )


def test_one_that_is_only_proposed_changes_no_figure(viewer, manager):
    before = read_by_the_day(viewer)
    propose_amendment(manager, "A01", "S01", DECEMBER, CHEAPER, on=TODAY)

    assert read_by_the_day(viewer) == before


def test_accepted_it_holds_from_its_day_on(viewer, manager, customer):
    propose_amendment(manager, "A01", "S01", DECEMBER, CHEAPER, on=TODAY)
    accept_amendment(customer, "A01", DECEMBER, on=TODAY)

    terms = promised_terms_of(viewer)["C01", "S01"]
    before, after = term_on(terms, date(2026, 11, 30)), term_on(terms, DECEMBER)
    assert (before.target, before.price, before.ends) == (
        Decimal("99.8"),
        26_340,
        date(2026, 11, 30),
    )
    assert (after.target, after.price) == (Decimal("99.5"), 20_000)
    assert (after.table, after.row) == ("amendments", "A01 S01 2026-12-01")
    (line,) = (
        one
        for one in bill_of(viewer, "C01", Month(2026, 11), Month(2026, 12)).lines
        if one.service == "S01"
    )
    assert [one.planned.price for one in line.months] == [26_340, 20_000]


def test_what_it_leaves_empty_stays_as_it_was(viewer, manager, customer):
    propose_amendment(manager, "A01", "S01", DECEMBER, LineText(price=Decimal(1)), on=TODAY)
    accept_amendment(customer, "A01", DECEMBER, on=TODAY)

    assert term_on(promised_terms_of(viewer)["C01", "S01"], DECEMBER).target == Decimal("99.8")
    assert values_confirmed(viewer)["C01", "S01"] is True


def test_a_service_is_taken_out_or_added_from_a_day_on(viewer, manager, customer):
    new = LineText("desk", Decimal(99), price=Decimal(5))
    propose_amendment(manager, "A01", "S01", DECEMBER, LineText(), on=TODAY, taken_out=True)
    propose_amendment(manager, "A01", "T01", DECEMBER, new, on=TODAY)
    accept_amendment(customer, "A01", DECEMBER, on=TODAY)

    terms = promised_terms_of(viewer)
    assert term_on(terms["C01", "S01"], DECEMBER) is None
    assert term_on(terms["C01", "T01"], DECEMBER).price == 5
    assert term_on(terms["C01", "T01"], TODAY) is None


@pytest.mark.parametrize(
    ("agreement", "letter", "day", "says"),
    [
        ("A01", "T", DECEMBER, "Ebba Nyström"),
        ("A01", "E", TODAY.replace(day=20), "from 2026-11-21 to 2026-12-31"),
        ("A01", "E", date(2027, 1, 1), "from 2026-11-21 to 2026-12-31"),
    ],
)
def test_it_is_proposed_by_the_customer_manager_for_days_that_are_not_over(
    agreement, letter, day, says
):
    with pytest.raises(AgreementNotYours) as refused:
        propose_amendment(viewer_of(letter), agreement, "S01", day, CHEAPER, on=TODAY)
    assert says in str(refused.value)


def test_a_draft_is_changed_and_not_amended(manager):
    Agreement.objects.filter(pk="A01").update(status="draft")
    with pytest.raises(AgreementNotYours, match="change the lines of a draft"):
        propose_amendment(manager, "A01", "S01", DECEMBER, CHEAPER, on=TODAY)


def test_only_the_customer_accepts_and_either_side_takes_back(manager, customer):
    propose_amendment(manager, "A01", "S01", DECEMBER, CHEAPER, on=TODAY)
    with pytest.raises(AgreementNotYours, match="Astrid Lindgård"):
        accept_amendment(manager, "A01", DECEMBER, on=TODAY)
    withdraw_amendment(customer, "A01", DECEMBER, why="Too little")
    with pytest.raises(Refusal, match="No amendment of A01"):
        accept_amendment(customer, "A01", DECEMBER, on=TODAY)
    propose_amendment(manager, "A01", "S01", DECEMBER, LineText(price=Decimal(19_000)), on=TODAY)

    (one,) = Amendment.objects.filter(agreement="A01")
    assert (one.status, one.unit_price) == (AmendmentStatus.PROPOSED, 19_000)


def test_its_text_stands_once_proposed(manager):
    propose_amendment(manager, "A01", "S01", DECEMBER, CHEAPER, on=TODAY)
    with pytest.raises(AgreementNotYours, match="its text stands still"):
        propose_amendment(manager, "A01", "S01", DECEMBER, LineText(price=Decimal(1)), on=TODAY)


def test_a_day_on_a_line_of_a_file_makes_a_proposed_amendment(tmp_path, manager):
    lines = """
        agreement,service,availability_target,unit_price,valid_from
        A01,S01,99.8,26340,
        A01,S01,99.5,20000,2026-12-01
    """
    folder = write_tables(tmp_path / "one", agreement_lines=lines)
    report = load(folder, viewer=manager)

    assert told(report) == []
    (one,) = Amendment.objects.filter(agreement="A01")
    assert (one.status, one.unit_price, one.proposed_by) == ("proposed", 20_000, "Ebba Nyström")
    assert one.proposed_on == TODAY
    assert AgreementLine.objects.get(agreement="A01", service="S01").unit_price == 26_340
    assert load(folder, viewer=manager).tables["amendments"].unchanged == 1


def test_a_line_that_differs_is_refused_with_what_to_do(tmp_path, manager):
    folder = write_tables(
        tmp_path / "one", agreement_lines="agreement,service,unit_price\nA01,S01,20000"
    )
    ((_, _, _, said),) = told(load(folder, viewer=manager))

    assert "Amend A01 from a day on" in said
    assert "valid_from" in said


def test_that_it_is_accepted_is_not_typed(tmp_path, manager):
    propose_amendment(manager, "A01", "S01", DECEMBER, CHEAPER, on=TODAY)
    typed = "agreement,service,valid_from,status,accepted_by\nA01,S01,2026-12-01,accepted,Astrid Lindgård"
    ((_, _, _, said),) = told(
        load(write_tables(tmp_path / "one", amendments=typed), viewer=viewer_of("E"))
    )
    assert "Astrid Lindgård" in said


def test_the_last_day_of_its_agreement_is_its_last_day(viewer, manager, customer):
    propose_amendment(manager, "A01", "S01", date(2026, 11, 21), CHEAPER, on=TODAY)
    accept_amendment(customer, "A01", date(2026, 11, 21), on=TODAY)
    end(customer, "A01", on=TODAY)
    end(manager, "A01", on=TODAY)

    terms = promised_terms_of(viewer)["C01", "S01"]
    assert [(one.price, one.ends) for one in terms] == [
        (26_340, date(2026, 11, 20)),
        (20_000, TODAY),
    ]


def test_what_an_accepted_amendment_adds_is_agreed_to_the_rules(viewer):
    """C06 uses S17 without a line (R24); the demo's amendment is only proposed, and holds from 1 December."""

    def is_found(day: date) -> bool:
        Organisation.objects.update(today=day)
        found = findings_seen_by(viewer, day)
        return any(
            "Supply Chain & Logistics uses Business reporting" in str(one.text)
            for one in found.of("R24")
        )

    assert is_found(DECEMBER)
    Amendment.objects.filter(agreement="A06").update(status="accepted")
    assert is_found(TODAY)
    assert not is_found(DECEMBER)
