"""Whom a failure hits, in the order to call, what to say, and who was called."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.bad_day.bad_day import bad_day, failure_of, failures
from domestique.answers.impact.impact_of import impact_of
from domestique.records.viewer import Viewer
from domestique.relations.meetings.contact_actions import Note, log_contact

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)


def test_web_shop_on_a_sunday_calls_retail_first(viewer):
    failure = failure_of("I11")
    page = bad_day(viewer, failure.service_id, TODAY, failure)
    assert [one.customer_id for one in page.calls] == ["C04", "C02", "C01"]
    assert "unhappy already" in [str(one) for one in page.calls[0].reasons]
    assert page.left == 3


def test_everybody_the_graph_reaches_is_on_the_list(viewer):
    hit = {one.id for one in impact_of(viewer, "T10", TODAY).customers}
    assert {one.customer_id for one in bad_day(viewer, "T10", TODAY).calls} == hit


def test_message_is_in_business_words(viewer):
    page = bad_day(viewer, "S03", TODAY)
    said = " ".join(map(str, page.calls[0].message))
    assert "Web shop does not work as it should" in said
    assert not any(word in said for word in ("S03", "T02", "outage", "database"))


def test_logged_call_stands_beside_the_outage(viewer):
    failure = failure_of("I11")
    note = Note("C04", "Told about it", ("Samira Haddad",), outage="I11")
    log_contact(viewer, note, today=TODAY)
    page = bad_day(viewer, failure.service_id, TODAY, failure)
    assert page.left == 2
    assert page.calls[0].called[0].gist == "Told about it"


def test_viewer_calls_her_own_customers_only():
    page = bad_day(Viewer("Ebba Nyström", frozenset({"C01"})), "S03", TODAY)
    assert [one.customer_id for one in page.calls] == ["C01"]


def test_what_goes_on_stands_first_and_what_is_not_there_is_nothing(viewer):
    assert failures()[0].starts >= failures()[-1].starts
    assert failure_of("I99") is None
    assert bad_day(viewer, "S99", TODAY) is None
