"""A sheet from before the column lets her words propose, once, what a customer considers; what is said stays."""

from __future__ import annotations

import pytest

from domestique.satisfaction.models import Pulse
from given_tables import load_tables

pytestmark = pytest.mark.django_db

OLD = (
    "customer,date,face,person,contemplating\nC1,2026-11-01,negative,Anna,a SaaS web shop\n"
    "C2,2026-11-02,neutral,Bo,buy less\nC3,2026-11-03,neutral,Cia,"
)
CUSTOMERS = "id,person\nC1,Anna\nC2,Bo\nC3,Cia"


def considered() -> dict[str, str]:
    return dict(Pulse.objects.values_list("customer_id", "considers"))


def test_an_old_sheet_proposes_and_tells(tmp_path):
    report = load_tables(tmp_path, customers=CUSTOMERS, pulses=OLD)
    assert considered() == {"C1": "buy elsewhere", "C2": "", "C3": ""}
    assert "1 pulse says in words what she considers" in " ".join(map(str, report.notices))
    assert Pulse.objects.get(customer="C1").contemplating == "a SaaS web shop"


def test_what_somebody_said_since_stays_and_is_not_told_again(tmp_path):
    load_tables(tmp_path, customers=CUSTOMERS, pulses=OLD)
    Pulse.objects.filter(customer="C1").update(considers="nothing")
    again = load_tables(tmp_path, pulses=OLD)
    assert again.loaded
    assert "considers" not in " ".join(map(str, again.notices))
    assert considered()["C1"] == "nothing"


def test_a_sheet_with_the_column_is_taken_at_its_word_in_any_language(tmp_path):
    pulses = (
        "customer,date,face,person,contemplating,considers\n"
        "C1,2026-11-01,negative,Anna,a SaaS web shop,\nC2,2026-11-02,neutral,Bo,,Gå runt"
    )
    load_tables(tmp_path, customers=CUSTOMERS, pulses=pulses)
    assert considered() == {"C1": "", "C2": "go around"}
