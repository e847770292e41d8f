"""Findings are said by name; an id is only where a finding leads."""

from __future__ import annotations

import re
from datetime import date

import pytest

from domestique.findings.finding import Finding
from domestique.findings.queries import findings_of
from domestique.parties.models import Customer, Orderer
from domestique.quantities.sentence import say

CLOCK = date(2026, 11, 21)
AN_ID = re.compile(r"\b[A-Z]{1,2}\d{2,3}\b")


def test_naming_leaves_the_subject_alone():
    finding = Finding("R16", "services", "S1", say("%(s)s is late.", s="S1"), say("Ask."))
    named = finding.naming({"S1": "Web shop"})
    assert (str(named.text), named.subject) == ("Web shop is late.", "S1")


@pytest.mark.usefixtures("demo", "db")
def test_no_finding_of_the_demo_says_an_id(viewer):
    found = findings_of(viewer, CLOCK)
    said = [str(sentence) for one in found for sentence in (one.text, one.advice)]
    assert len(found) > 40
    assert [text for text in said if AN_ID.search(text)] == []


@pytest.mark.usefixtures("demo", "db")
def test_roles_that_mirror_nobody_are_said_by_unit_and_person(viewer):
    Customer.objects.filter(pk="C04").update(person="Nobody Known")
    Orderer.objects.filter(unit_id="U104").delete()
    said = [str(one.text) for one in findings_of(viewer, CLOCK) if one.rule in ("R01", "R02")]
    assert (
        "Nobody Known is the customer for Retail & E-commerce, but Samira Haddad heads the unit."
        in said
    )
    assert [text for text in said if text.endswith(" has no orderer.") and "U104" not in text]
