"""Two people have the same form open: who sends second is told, whatever she says she saw, and nothing is overwritten."""

from __future__ import annotations

import pytest
from digest import everything
from django.db.models import F, QuerySet

from domestique.improvement.models import Improvement, InboxItem
from domestique.parties.models import Customer
from domestique.records.viewer import Viewer
from domestique.relations.models import (
    Contact,
    Decision,
    Escalation,
    Meeting,
    MeetingItem,
    Need,
    Preparation,
    Promise,
    Requirement,
)
from domestique.satisfaction.models import Alternative, Complaint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

NADJA, EBBA, ILMARI = "Nadja Berggren", "Ebba Nyström", "Ilmari Vesterinen"
FORMS = [
    (NADJA, Need, "N12", "/needs/N12/do/step/", {"step": "declined", "note": "Too dear"}),
    (EBBA, Need, "N13", "/needs/N13/do/merge/", {"into": "N02"}),
    (ILMARI, Need, "N02", "/needs/N02/do/decide/", {"yes": "yes", "decision": "Do it"}),
    (NADJA, Requirement, "RQ4", "/requirements/RQ4/discuss/", {}),
    (ILMARI, Requirement, "RQ4", "/requirements/RQ4/establish/", {}),
    (NADJA, Requirement, "RQ1", "/requirements/RQ1/evidence/", {"evidence": "So", "met": "yes"}),
    (NADJA, Requirement, "RQ4", "/requirements/RQ4/reword/", {"requirement": "It is so"}),
    (NADJA, Requirement, "RQ4", "/requirements/RQ4/withdraw/", {"why": "Gone"}),
    (NADJA, Escalation, "E1", "/escalations/E1/do/withdraw/", {"why": "Gone"}),
    (NADJA, Decision, "D2", "/decisions/D2/tell-back/", {"told_to": "Helmi"}),
    (NADJA, InboxItem, "IN01", "/inbox/IN01/heard/", {}),
    (NADJA, InboxItem, "IN01", "/inbox/IN01/sort/", {"way": "drop", "answer": "Known"}),
    (NADJA, InboxItem, "IN01", "/inbox/IN01/answer/", {"answer": "Known"}),
    (NADJA, InboxItem, "IN03", "/inbox/IN03/told/", {}),
    (NADJA, InboxItem, "IN03", "/inbox/IN03/put-back/", {}),
    (NADJA, Contact, "CT02", "/contacts/CT02/followed-up/", {}),
    (NADJA, Promise, "PR1", "/promised/PR1/kept/", {}),
    (NADJA, Promise, "PR1", "/promised/PR1/taken-back/", {"reason": "Gone"}),
    (
        NADJA,
        Meeting,
        "MT02",
        "/meetings/MT02/move/",
        {"day": "2026-11-27", "time": "10:00", "minutes_long": "60", "place": "Here"},
    ),
    (NADJA, Meeting, "MT02", "/meetings/MT02/cancel/", {"reason": "Snow"}),
    (NADJA, Meeting, "MT01", "/meetings/MT01/mood/", {"side": "it", "mood": "creative"}),
    (NADJA, MeetingItem, "MI03", "/meetings/items/MI03/done/", {}),
    ("Samira Haddad", Complaint, "K1", "/complaints/K1/", {"do": "satisfied"}),
    (NADJA, Complaint, "K1", "/complaints/K1/", {"do": "answer", "answer": "Mended"}),
    (NADJA, Complaint, "K1", "/complaints/K1/", {"do": "explain", "cause": "Load"}),
    (
        NADJA,
        Improvement,
        "IM6",
        "/improvements/IM6/",
        {
            "do": "change",
            "title": "Other",
            "customers": "C06",
            "services": "S06",
            "value": "Picking",
            "problem": "Old",
            "weeks": "5",
            "owner": "Mats Ullén",
            "measure": "Failures",
            "before": "8",
            "target": "1",
        },
    ),
    (NADJA, Improvement, "IM6", "/improvements/IM6/", {"do": "move-on", "state": "started"}),
    (
        NADJA,
        Alternative,
        "AL2",
        "/alternatives/AL2/",
        {"alternative": "Bought", "state": "contemplated", "services": "S03", "reason": "Why"},
    ),
    ("Bengt Åhman", Customer, "C09", "/customers/C09/role/accept/", {}),
]
NOT_SEEN = ({}, {"seen": ""}, {"seen": "-1"}, {"seen": "1x"}, {"seen": "9999999999"})


@pytest.fixture
def send(client, monkeypatch):
    """Send a form as somebody, and tell its status and what it says."""

    def post(person: str, path: str, typed: dict[str, str]) -> tuple[int, bool]:
        monkeypatch.setattr("domestique.web.entrance.viewer_of", lambda _: Viewer(person))
        answer = client.post(path, typed)
        return answer.status_code, "has been changed since you" in answer.content.decode()

    return post


@pytest.mark.parametrize(
    ("person", "model", "key", "path", "typed"),
    FORMS,
    ids=[f"{path}{typed.get('do', '')}" for *_, path, typed in FORMS],
)
def test_who_sends_second_is_told_and_nothing_is_overwritten(send, person, model, key, path, typed):
    records = QuerySet(model).filter(pk=key)
    seen = records.get().version
    records.update(version=F("version") + 1)
    before = everything()
    for what_she_saw in ({"seen": str(seen)}, *NOT_SEEN):
        assert send(person, path, typed | what_she_saw) == (400, True), what_she_saw
    assert everything() == before
    assert send(person, path, typed | {"seen": str(seen + 1)})[0] == 302
    assert everything() != before


def test_the_page_of_a_need_has_its_own_version(send):
    page = QuerySet(Preparation).filter(need_id="N02")
    need = Need.objects.get(pk="N02")
    typed = {"outcome": "Another", "seen": str(need.version)}
    page.update(version=3)
    for saw in ({}, {"page_seen": "2"}, {"page_seen": "x"}):
        assert send(EBBA, "/needs/N02/do/prepare/", typed | saw) == (400, True)
    assert page.get().outcome != "Another"
    assert send(EBBA, "/needs/N02/do/prepare/", typed | {"page_seen": "3"})[0] == 302
    assert page.get().outcome == "Another"


def test_an_agreement_is_read_as_a_whole(send):
    for saw in NOT_SEEN:
        assert send("Lars Wikander", "/agreements/A09/propose/", dict(saw)) == (400, True)
