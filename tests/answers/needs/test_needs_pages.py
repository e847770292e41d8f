"""The board, one need and its sheet, requirements and escalations, used without scripts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.records.viewer import Viewer
from domestique.relations.models import (
    Decision,
    Escalation,
    Need,
    NeedStep,
    Option,
    Requirement,
)

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


@pytest.fixture
def done_by(client, monkeypatch):
    """Send a form as somebody who has just opened its page."""
    kinds = {
        "needs": Need,
        "requirements": Requirement,
        "escalations": Escalation,
        "decisions": Decision,
    }

    def send(person: str, path: str, **typed: str):
        kind, id_ = path.strip("/").split("/")[:2]
        record = kinds[kind].objects.filter(pk=id_).first() if kind in kinds else None
        seen = {"seen": str(record.version)} if record else {}
        monkeypatch.setattr("domestique.web.entrance.viewer_of", lambda _: Viewer(person))
        return client.post(path, seen | typed)

    return send


def test_the_board_says_how_far_and_for_whom_each_waits(read, row_of):
    page = read("/needs/")
    assert page.h1.text == "11 needs are on their way, 2 are prepared for a decision."
    counts = [column.text.split() for column in page.select(".needs-board h2")]
    assert [" ".join(words) for words in counts] == [
        "Captured 4",
        "Understood 1",
        "Investigated 2",
        "Prepared 2",
        "Decided 1",
        "With delivery 1",
        "Ended 3",
    ]
    assert "waits for Ilmari Vesterinen, to decide" in row_of(page, "Compute in days").text


def test_the_same_ask_is_merged_with_one_click_and_counted(client, read, row_of):
    form = read("/needs/").find("form", action="/needs/N13/do/merge/")
    client.post(form["action"], {one["name"]: one["value"] for one in form.find_all("input")})
    card = row_of(read("/needs/"), "Maintenance planning on tablet")
    assert "2 customers" in card.text
    assert "Take them apart" in read("/needs/N13/").text


def test_a_need_tells_its_story_and_who_decides(read):
    text = " ".join(read("/needs/N02/").text.split())
    assert "Who can today: Ilmari Vesterinen." in text
    assert "up to 1,500,000 SEK a year a decision, until 31 Dec 2026" in text
    assert "Captured Helmi Aaltonen" in text
    assert "A good next step: put the page before the customer" in text


def test_the_gate_says_who_can_and_keeps_what_was_typed(done_by):
    response = done_by("Ebba Nyström", "/needs/N02/do/decide/", yes="yes", decision="Do it now")
    text = response.content.decode()
    assert response.status_code == 400
    assert "but only Ilmari Vesterinen can decide it" in text
    assert ">Do it now</textarea>" in text
    assert done_by(
        "Ilmari Vesterinen", "/needs/N02/do/decide/", yes="yes", decision="Do it", option="OP6"
    ).status_code == 302  # fmt: skip
    assert Decision.objects.get(need_id="N02").decided_by == "Ilmari Vesterinen"


@pytest.mark.parametrize(
    ("verb", "typed", "says"),
    [
        ("decide", {"decision": "Do it"}, "yes or no is missing"),
        ("decide", {"yes": "yes", "decision": "Do it", "yearly_cost": "lots"}, "is not an amount"),
        ("step", {"step": "declined"}, "the reason is missing"),
        ("prepare", {"outcome": ""}, "the outcome that is wanted is missing"),
        ("option", {"option": ""}, "what could be done is missing"),
        ("require", {"requirement": ""}, "what must be so is missing"),
        ("merge", {"into": "N99"}, "There is no need “N99”"),
    ],
)
def test_what_is_refused_is_said_on_the_same_page(done_by, verb, typed, says):
    response = done_by("Ebba Nyström", f"/needs/N02/do/{verb}/", **typed)
    assert response.status_code == 400
    assert says in response.content.decode()


def test_prepared_with_options_and_requirements(done_by, read):
    send = {"outcome": "Care sees the order", "yearly_cost": "120 000", "now": "They ask around"}
    assert done_by("Nadja Berggren", "/needs/N12/do/prepare/", **send).status_code == 302
    done_by("Nadja Berggren", "/needs/N12/do/option/", option="Use the portal", yearly_cost="0")
    done_by("Nadja Berggren", "/needs/N12/do/require/", requirement="Within a minute", priority="1")
    sheet = " ".join(read("/needs/N12/sheet/").text.split())
    assert "Care sees the order" in sheet
    assert "120,000 SEK a year" in sheet
    assert "Use the portal" in sheet
    assert Requirement.objects.get(need_id="N12").priority == 1


def test_the_sheet_has_a_line_to_sign_and_prints_on_one_page(read, client):
    lines = [line.text for line in read("/needs/N02/sheet/").select(".signature .lines span")]
    assert lines == ["Yes / no, and which option", "Name", "Day"]
    assert client.get("/needs/N02/sheet.pdf")["Content-Disposition"] == (
        'inline; filename="to-decide-N02.pdf"'
    )


def test_a_new_need_is_written_down_and_opened(done_by):
    asked = {"customer": "C04", "need": "Gift cards", "goal": "G1"}
    response = done_by("Nadja Berggren", "/needs/capture/", **asked)
    assert response["Location"] == "/needs/N15/"
    refused = done_by("Nadja Berggren", "/needs/capture/", need="Gift cards")
    assert refused.status_code == 400
    assert ">Gift cards</textarea>" in refused.content.decode()


def test_requirements_by_whether_they_are_met(read, done_by):
    page = read("/requirements/")
    assert page.h1.text == "2 of 3 established requirements are met; without evidence: 1."
    assert "before: “The checkout answers within five seconds" in page.find(id="RQ1").text
    refused = done_by("Ebba Nyström", "/requirements/RQ4/establish/")
    assert "only Ilmari Vesterinen can decide it" in refused.content.decode()
    done_by("Nadja Berggren", "/requirements/RQ1/evidence/", evidence="Six seconds", met="no")
    assert "Not met" in read("/requirements/").h2.text


def test_a_question_raised_moved_up_decided_and_told_back(done_by, read):
    asked = {"need": "N02", "question": "Pay, or stop?", "due": "2026-12-01", "tried": "Talked",
             "option1": "Pay", "then1": "It stays", "option2": "Stop", "then2": "They leave"}  # fmt: skip
    path = done_by("Ebba Nyström", "/escalations/raise/", **asked)["Location"]
    assert path == "/escalations/E3/"
    for _ in range(2):
        done_by("Ebba Nyström", f"{path}do/up/")
    assert Escalation.objects.get(pk="E3").forum == "it steering group"
    refused = done_by("Ebba Nyström", f"{path}do/decide/", decision="Pay")
    assert "cannot decide for the IT steering group; Gunilla Stråhle" in refused.content.decode()
    option = Option.objects.get(escalation_id="E3", option="Stop")
    done_by("Gunilla Stråhle", f"{path}do/decide/", option=option.id)
    decided = Decision.objects.get(escalation_id="E3")
    assert "not told back yet" in read(path).text
    done_by(
        "Ebba Nyström", f"/decisions/{decided.id}/tell-back/", told_to="Helmi", back="escalation"
    )
    assert "to Helmi" in " ".join(read(path).text.split())


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"question": "We want money", "due": "2026-12-01"}, "is not one question"),
        ({"question": "Pay?", "due": ""}, "a day from 21 Nov 2026 on"),
        ({"question": "Pay?", "due": "soon"}, "is not a day"),
        ({"question": "Pay?", "due": "2026-12-01", "customer": ""}, "There is no customer"),
    ],
)
def test_a_question_that_is_none_keeps_what_was_typed(done_by, typed, says):
    response = done_by("Ebba Nyström", "/escalations/raise/", **{"customer": "C10", **typed})
    assert response.status_code == 400
    assert says in response.content.decode()
    assert typed["question"] in response.content.decode()


def test_escalations_name_what_was_not_told_back(read, row_of):
    page = read("/escalations/")
    assert page.h1.text == "1 question waits for a decision, 1 answer is not told back."
    assert "Ebba Nyström tells them" in row_of(page, "once the role is accepted").text


@pytest.mark.parametrize(
    "path", ["/needs/N99/", "/needs/N99/sheet/", "/escalations/E99/", "/requirements/RQ99/discuss/"]
)
def test_what_is_not_there_is_said(client, path):
    assert client.get(path).status_code == 404


def add(first: int, last: int) -> None:
    numbers = range(first, last)
    on = "2026-11-01"
    about = {"customer_id": "C04", "question": "Q?"}
    Need.objects.bulk_create(
        [Need(id=f"X{n}", customer_id="C04", need=f"Word{n}", state="captured") for n in numbers]
    )
    NeedStep.objects.bulk_create(
        [NeedStep(need_id=f"X{n}", step="captured", date=on, person="E") for n in numbers]
    )
    Escalation.objects.bulk_create(
        [Escalation(id=f"X{n}", raised_on=on, raised_by="E", **about) for n in numbers]
    )
    answered = {"decision": "Yes", "decided_by": "S", "decided_on": on, **about}
    Decision.objects.bulk_create(
        [Decision(id=f"X{n}", need_id=f"X{n}", **answered) for n in numbers]
    )
    Requirement.objects.bulk_create(
        [Requirement(id=f"X{n}", customer_id="C04", requirement="R") for n in numbers]
    )


@pytest.mark.parametrize("path", ["/needs/", "/needs/N02/", "/escalations/", "/requirements/"])
def test_as_many_queries_for_many_as_for_few(client, path):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return len(captured)

    add(0, 2)
    few = queries()
    add(2, 30)
    assert queries() == few


@pytest.mark.parametrize("path", ["/inbox/", "/needs/", "/requirements/", "/escalations/"])
def test_with_nothing_there_the_page_says_how_to_begin(read, path):
    Need.objects.all().delete()
    Requirement.objects.all().delete()
    Escalation.objects.all().delete()
    assert len(read(path).h1.text) > 10
