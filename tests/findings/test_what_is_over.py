"""What has ended, is retired, decided, kept or taken back is left alone, however wrong the rest of its row is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domestique.agreements.models import Agreement, AgreementLine
from domestique.costing.models import Price
from domestique.findings.asked_queries import about_decisions, about_inbox
from domestique.findings.daily_queries import (
    about_improvements,
    about_roles_in_time,
    about_what_is_hers,
)
from domestique.findings.meeting_queries import about_meetings
from domestique.findings.picture import (
    AgreementFacts,
    CustomerFacts,
    NeedFacts,
    Picture,
    ServiceFacts,
)
from domestique.findings.queries import findings_of, picture_of
from domestique.findings.rules import answers, decisions, meetings, promises, roles
from domestique.findings.rules.dated import mandates
from domestique.improvement.models import Improvement, InboxItem
from domestique.parties.customer_team import Team
from domestique.parties.mandates import Grant
from domestique.parties.models import Customer, Mandate, RoleInIt
from domestique.portfolio.models import Service
from domestique.relations.meetings.promise_state import GivenPromise
from domestique.relations.models import Contact, Decision, Escalation, Meeting, MeetingItem, Promise
from domestique.satisfaction.models import Complaint, Survey, SurveyAnswer

TODAY = date(2026, 11, 21)
YESTERDAY = TODAY - timedelta(days=1)
SAMIRA = CustomerFacts("C04", "Retail", "Samira", "PRICK", "accepted")
SHOP = ServiceFacts("S03", "Web shop", True, "live", "Noor", "order", True)
OWNERLESS = ServiceFacts("S07", "Tills", True, "live", "Karin", "till", True)
WRONG = AgreementFacts(
    "A04", "C04", "in force", date(2026, 1, 1), None, None,
    {"S03": Decimal(99), "S07": None}, ("S07",), "", ("S07",),
)  # fmt: skip
PICTURE = Picture(
    today=TODAY,
    customers={"C04": SAMIRA},
    teams={"PRICK": Team("PRICK", "Prick", "Nadja", "Oskar", ("Noor",))},
    services={"S03": SHOP, "S07": OWNERLESS},
    agreements=(WRONG,),
    needs=(),
    packages=(),
    used=frozenset({("C04", "S03"), ("C04", "S07")}),
    has_prices=True,
)
OF_AGREEMENTS = (
    roles.accepted_roles,
    roles.owners_in_teams,
    promises.accepted_agreements,
    promises.content_in_lines,
    promises.levels_in_lines,
    promises.confirmed_values,
    promises.complete_services,
    promises.agreed_use,
)


def told(picture: Picture) -> list[tuple[str, str]]:
    return [(found.rule, found.subject) for rule in OF_AGREEMENTS for found in rule(picture)]


def test_an_agreement_that_ended_is_asked_about_once_and_only_while_it_is_used():
    assert told(PICTURE) == [
        ("R05", "S07"), ("R06", "A04"), ("R07", "A04 S07"), ("R07", "A04 S07"), ("S1-19", "A04"),
    ]  # fmt: skip
    ended = replace(PICTURE, agreements=(replace(WRONG, status="ended", ends=YESTERDAY),))
    assert told(ended) == [("R24", "A04")]
    assert told(replace(ended, used=frozenset())) == []


@pytest.mark.parametrize(
    ("starts", "ends", "agreed"),
    [
        (TODAY, TODAY, True),
        (None, None, True),
        (None, YESTERDAY, False),
        (TODAY + timedelta(days=1), None, False),
    ],
)
def test_an_agreement_covers_its_first_and_its_last_day(starts, ends, agreed):
    assert replace(WRONG, starts=starts, ends=ends).covers(TODAY) is agreed


@pytest.mark.parametrize("state", ["retired", "retiring", "building", "idea"])
@pytest.mark.parametrize("is_customer_facing", [True, False])
def test_only_what_is_offered_must_be_complete(state, is_customer_facing):
    bare = ServiceFacts("S09", "Fax", is_customer_facing, state, "", "", False)
    services = {"S03": SHOP, "S09": bare}
    assert list(promises.complete_services(replace(PICTURE, services=services))) == []
    offered = {"S03": SHOP, "S09": replace(bare, is_customer_facing=True, state="live")}
    found = promises.complete_services(replace(PICTURE, services=offered))
    assert [one.rule for one in found] == ["R15"] * 3


@pytest.mark.parametrize("state", ["fulfilled", "declined with reason", "decided yes, handed over"])
def test_a_need_that_is_over_waits_for_nobody_and_is_no_second_ask(state):
    waiting = NeedFacts("N1", "C04", "Tablets", "prepared, waits for customer", "customer")
    both = (waiting, replace(waiting, id="N2", state=state))
    picture = replace(PICTURE, needs=both)
    assert [one.subject for one in decisions.decisions_by_customer(picture, {})] == ["N1"]
    assert list(decisions.same_asks(picture)) == []


def test_a_promise_kept_or_taken_back_is_not_late():
    late = GivenPromise("PR1", date(2026, 11, 1), YESTERDAY)
    over = [replace(late, kept_on=TODAY), replace(late, taken_back_on=TODAY)]
    facts = [meetings.PromiseFacts("C04", "A plan", one) for one in (late, *over)]
    assert len(list(meetings.overdue_promises(PICTURE, facts))) == 1


def test_a_loan_with_a_last_day_that_passed_is_wrong_no_more():
    own = Grant("Samira", None, (), None, TODAY)
    lent = Grant("Elif", None, (), None, YESTERDAY, "Samira")
    assert list(mandates(PICTURE, {"C04": [own, lent]})) == []
    assert len(list(mandates(PICTURE, {"C04": [own, replace(lent, ends=None)]}))) == 1


def test_who_lent_her_mandate_until_the_day_it_was_decided_did_not_decide_herself():
    decided = answers.DecisionFacts("D1", "C04", "Pay?", "customer", "Elif", TODAY, is_told=True)
    until = [("C04", Grant("Elif", None, (), None, TODAY, "Samira"))]
    ran_out = [("C04", Grant("Elif", None, (), None, YESTERDAY, "Samira"))]
    assert list(answers.decided_by_others(PICTURE, [decided], until)) == []
    assert len(list(answers.decided_by_others(PICTURE, [decided], ran_out))) == 1


# The same on records: what the reads leave out before a rule sees it.


def found_by(rules, viewer) -> list[str]:
    return [one.subject for one in rules(viewer, picture_of(viewer, TODAY))]


@pytest.mark.usefixtures("demo", "db")
def test_agreements_of_the_demo_that_all_ended_leave_only_what_is_still_delivered(viewer):
    Agreement.objects.update(status="ended", ends=YESTERDAY, accepted_on=None)
    about = [one for one in findings_of(viewer, TODAY) if one.table.startswith("agreement")]
    assert {one.rule for one in about} == {"R24"}
    assert all("still delivered" in str(one.text) for one in about)


@pytest.mark.usefixtures("demo", "db")
def test_a_customer_who_stepped_down_is_asked_nothing(viewer):
    Customer.objects.filter(pk="C10").update(status="stepped down", team=None, person="")
    found = findings_of(viewer, TODAY)
    assert not [one for one in found if one.table == "customers" and one.subject == "C10"]


@pytest.mark.usefixtures("demo", "db")
def test_a_service_that_is_retired_has_only_those_who_still_use_it(viewer):
    Service.objects.filter(pk="S03").update(state="retired", owner="", unit="")
    found = [one for one in findings_of(viewer, TODAY) if one.subject == "S03"]
    assert {one.rule for one in found} == {"R24"}


@pytest.mark.usefixtures("demo", "db")
def test_a_question_decided_or_withdrawn_is_not_overdue(viewer):
    Escalation.objects.update(due_on=YESTERDAY, withdrawn_on=None)
    Decision.objects.filter(escalation__isnull=False).update(told_back_on=TODAY)
    waiting = set(Escalation.objects.values_list("pk", flat=True)) - set(
        Decision.objects.values_list("escalation_id", flat=True)
    )
    assert waiting
    assert waiting <= set(found_by(about_decisions, viewer))
    Escalation.objects.update(withdrawn_on=TODAY)
    assert not waiting & set(found_by(about_decisions, viewer))


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize(
    ("rules", "model", "over"),
    [
        (
            about_inbox,
            InboxItem,
            {"triage": "drop", "answered_on": YESTERDAY, "told_back_on": TODAY},
        ),
        (about_decisions, Decision, {"told_back_on": TODAY}),
        (about_what_is_hers, Complaint, {"closed_on": YESTERDAY}),
    ],
    ids=["inbox", "decisions", "complaints"],
)
def test_rows_that_are_over_are_not_found(viewer, rules, model, over):
    ids = {*map(str, model.objects.values_list("pk", flat=True))}
    wrong = {
        InboxItem: {"triage": "", "received_on": date(2026, 1, 1)},
        Decision: {"told_back_on": None},
        Complaint: {"closed_on": None, "received_on": date(2026, 1, 1)},
    }[model]
    model.objects.update(**wrong)
    assert ids & set(found_by(rules, viewer))
    model.objects.update(**over)
    assert not ids & set(found_by(rules, viewer))


@pytest.mark.usefixtures("demo", "db")
def test_an_item_parked_where_it_was_misplaced_is_settled(viewer):
    dialogue = Meeting.objects.filter(kind="development dialogue").first()
    MeetingItem.objects.update(meeting=dialogue, kind="statistics", parked_from=None)
    assert MeetingItem.objects.first().pk in found_by(about_meetings, viewer)
    MeetingItem.objects.update(parked_from=dialogue)
    assert MeetingItem.objects.first().pk not in found_by(about_meetings, viewer)


@pytest.mark.usefixtures("demo", "db")
def test_promises_and_follow_ups_that_are_over_are_not_found(viewer):
    Promise.objects.update(due_on=YESTERDAY, kept_on=None, taken_back_on=None)
    Contact.objects.update(follow_up="Call", follow_up_on=YESTERDAY, followed_up_on=None)
    late = set(found_by(about_meetings, viewer))
    assert late >= {*Promise.objects.values_list("pk", flat=True)}
    assert late >= {*Contact.objects.values_list("pk", flat=True)}
    Promise.objects.update(taken_back_on=YESTERDAY)
    Contact.objects.update(followed_up_on=YESTERDAY)
    assert {one[:1] for one in found_by(about_meetings, viewer)} == {"C"}  # customers, in silence


@pytest.mark.usefixtures("demo", "db")
def test_an_improvement_that_was_stopped_is_not_found(viewer):
    Improvement.objects.update(value="", weeks=9, state="started")
    assert len(list(about_improvements(viewer))) == 2 * Improvement.objects.count()
    Improvement.objects.update(state="stopped")
    assert list(about_improvements(viewer)) == []


@pytest.mark.usefixtures("demo", "db")
def test_a_survey_that_is_still_open_hides_nobody_yet(viewer):
    survey = Survey.objects.filter(is_open=False).first()
    sheet = SurveyAnswer.objects.filter(survey=survey).first().sheet
    SurveyAnswer.objects.filter(sheet=sheet).update(customer="C04")
    assert survey.pk in found_by(about_what_is_hers, viewer)
    Survey.objects.update(is_open=True)
    assert survey.pk not in found_by(about_what_is_hers, viewer)


@pytest.mark.usefixtures("demo", "db")
def test_mandates_are_read_with_their_days(viewer):
    about = about_roles_in_time
    assert "C04" not in found_by(about, viewer)
    Mandate.objects.filter(pk="M04").update(ends=YESTERDAY)
    assert "C04" in found_by(about, viewer)
    Mandate.objects.filter(pk="M04").update(ends=TODAY)
    assert "C04" not in found_by(about, viewer)


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize(
    ("starts", "ends", "has_price"),
    [
        (TODAY, None, True),
        (date(2026, 1, 1), TODAY, True),
        (date(2026, 1, 1), YESTERDAY, False),
        (TODAY + timedelta(days=1), None, False),
    ],
)
def test_a_price_is_there_from_its_first_day_to_its_last(viewer, starts, ends, has_price):
    Price.objects.filter(service="S03").exclude(
        pk=Price.objects.filter(service="S03")[0].pk
    ).delete()
    Price.objects.filter(service="S03").update(starts=starts, ends=ends)
    assert picture_of(viewer, TODAY).services["S03"].has_price is has_price


@pytest.mark.usefixtures("demo", "db")
def test_a_complaint_that_was_escalated_is_not_left(viewer):
    Complaint.objects.filter(pk="K1").update(
        received_on=YESTERDAY, acknowledged_on=YESTERDAY, answered_on=TODAY, is_satisfied=False
    )
    Escalation.objects.filter(pk="E1").update(complaint="K1", withdrawn_on=None)
    assert "K1" not in found_by(about_what_is_hers, viewer)
    Escalation.objects.filter(complaint="K1").update(withdrawn_on=TODAY)
    assert "K1" in found_by(about_what_is_hers, viewer)


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize(("confirmed", "is_found"), [(False, True), (None, False), (True, False)])
def test_only_a_value_that_was_not_confirmed_is_asked_about(viewer, confirmed, is_found):
    AgreementLine.objects.update(value_confirmed=confirmed)
    agreement = next(one for one in picture_of(viewer, TODAY).agreements if one.id == "A04")
    assert bool(agreement.unconfirmed) is is_found


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize(
    ("content", "units", "is_vague"), [("", None, True), ("A till", None, False), ("", 0, False)]
)
def test_a_line_is_vague_that_says_it_neither_in_words_nor_in_units(
    viewer, content, units, is_vague
):
    AgreementLine.objects.update(content=content, planned_units=units)
    agreement = next(one for one in picture_of(viewer, TODAY).agreements if one.id == "A04")
    assert bool(agreement.vague) is is_vague


@pytest.mark.usefixtures("demo", "db")
def test_what_customers_meet_is_told_from_what_it_stands_on(viewer):
    services = picture_of(viewer, TODAY).services
    assert (services["S03"].is_customer_facing, services["T01"].is_customer_facing) == (True, False)


@pytest.mark.usefixtures("demo")
@pytest.mark.django_db
def test_who_sits_at_the_desk_is_read_from_the_roles(viewer):
    desk = RoleInIt.objects.filter(role="service desk agent").first().person
    Contact.objects.create(
        id="CT99", customer_id="C04", date=TODAY, our_people=[desk], their_people=["x"], gist="x"
    )
    found = [(one.rule, one.subject) for one in about_meetings(viewer, picture_of(viewer, TODAY))]
    assert ("R11", "CT99") in found
