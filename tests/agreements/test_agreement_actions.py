"""An agreement from draft to in force, on the demo: each step by name, over the text that was read."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.agreements import actions
from domestique.agreements.errors import (
    AgreementChangedMeanwhile,
    AgreementNotYours,
    NoSuchAgreement,
)
from domestique.agreements.models import Agreement, AgreementLine
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
NADJA, SAMIRA = Viewer("Nadja Berggren"), Viewer("Samira Haddad")
LARS, BENGT = Viewer("Lars Wikander"), Viewer("Bengt Åhman")


@pytest.fixture
def renewed() -> str:
    return actions.renew(NADJA, "A04", on=TODAY).id


def test_the_renewed_agreement_has_the_same_lines_for_the_year_after(renewed):
    draft = Agreement.objects.get(pk=renewed)
    assert (draft.status, draft.starts, draft.ends) == (
        "draft",
        date(2027, 1, 1),
        date(2027, 12, 31),
    )
    lines = AgreementLine.objects.filter(agreement_id=renewed)
    assert lines.count() == 21
    assert set(lines.values_list("value_confirmed", flat=True)) == {None}


def test_only_the_customer_manager_writes_the_next_one():
    with pytest.raises(AgreementNotYours, match="Only Nadja Berggren"):
        actions.renew(SAMIRA, "A04", on=TODAY)


def test_proposed_accepted_and_put_in_force_by_name_and_day(renewed):
    actions.propose(NADJA, renewed, on=TODAY)
    accepted = actions.accept(SAMIRA, renewed, on=TODAY)
    assert (accepted.status, accepted.accepted_by, accepted.accepted_on) == (
        "accepted",
        "Samira Haddad",
        TODAY,
    )
    assert accepted.proposed_by == "Nadja Berggren"
    assert actions.begin(NADJA, renewed, on=date(2027, 1, 1)).status == "in force"
    newest = Agreement.history.filter(id=renewed).latest("history_id")
    assert newest.history_user_id == "Nadja Berggren"


def test_nobody_accepts_for_the_customer(renewed):
    actions.propose(NADJA, renewed, on=TODAY)
    with pytest.raises(AgreementNotYours, match="Only Samira Haddad"):
        actions.accept(NADJA, renewed, on=TODAY)
    assert Agreement.objects.get(pk=renewed).status == "proposed"


def test_the_deputy_over_new_year_proposes_while_she_stands_in(renewed):
    with pytest.raises(AgreementNotYours, match="Only Ebba Nyström"):
        actions.propose(NADJA, renewed, on=date(2026, 12, 21))
    proposed = actions.propose(Viewer("Ebba Nyström"), renewed, on=date(2026, 12, 21))
    assert proposed.proposed_by == "Ebba Nyström"


def test_the_role_is_accepted_before_the_agreement():
    actions.propose(LARS, "A09", on=TODAY)
    with pytest.raises(AgreementNotYours, match=r"has not accepted the customer role .*identified"):
        actions.accept(BENGT, "A09", on=TODAY)


def test_a_line_changed_since_it_was_read_stops_the_step(renewed):
    seen = actions.read_agreement(NADJA, renewed, TODAY).stamp
    line = AgreementLine.objects.get(agreement_id=renewed, service_id="S03")
    line.version += 1
    line.save()
    with pytest.raises(AgreementChangedMeanwhile):
        actions.propose(NADJA, renewed, on=TODAY, seen=seen)


def test_a_proposal_taken_back_is_a_draft_again(renewed):
    actions.propose(NADJA, renewed, on=TODAY)
    draft = actions.take_back(NADJA, renewed, on=TODAY)
    assert (draft.status, draft.proposed_by, draft.proposed_on) == ("draft", "", None)


def test_before_its_last_day_an_agreement_ends_when_both_sides_say_so():
    asked = actions.end(NADJA, "A04", on=TODAY, why="Renegotiated")
    assert (asked.status, asked.ending_asked_by, asked.ending_asked_on) == (
        "in force",
        NADJA.person,
        TODAY,
    )
    assert actions.end(NADJA, "A04", on=TODAY).status == "in force"
    ended = actions.end(SAMIRA, "A04", on=TODAY, why="Agreed")
    assert (ended.status, ended.ends) == ("ended", TODAY)
    newest = Agreement.history.filter(id="A04").latest("history_id")
    assert newest.history_change_reason == "Agreed"


def test_on_its_last_day_either_side_ends_it():
    Agreement.objects.filter(pk="A04").update(ends=TODAY)
    assert actions.end(NADJA, "A04", on=TODAY).status == "ended"


def test_an_agreement_of_somebody_elses_customer_is_not_there():
    with pytest.raises(NoSuchAgreement):
        actions.read_agreement(Viewer("Astrid", customers=frozenset({"C01"})), "A04", TODAY)


def test_an_agreement_is_read_with_its_own_lines_and_no_others():
    read = actions.read_agreement(NADJA, "A04", TODAY)
    own = set(AgreementLine.objects.filter(agreement_id="A04").values_list("service_id", flat=True))
    assert len(read.gate.lines) == len(own) == 21


@pytest.mark.parametrize("id_", ["A99", ""])
def test_an_agreement_that_is_not_there_is_named(id_):
    with pytest.raises(NoSuchAgreement, match=f"There is no agreement {id_}"):
        actions.read_agreement(NADJA, id_, TODAY)
    with pytest.raises(NoSuchAgreement):
        actions.read_agreement(Viewer("Ebba Nyström", frozenset({"C01"})), "A04", TODAY)
