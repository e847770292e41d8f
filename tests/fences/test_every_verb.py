"""Every verb by its address, tried by everybody of the cast: done or refused exactly as one table says.

Who may is written by hand, from what the roles are for; whoever may not leaves nothing behind. C01 is a customer of Team
Gul (Ebba, Tuomas), C02 is Johan's, for whom Mira orders; Noor owns services in every team.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client

from cast import CAST
from domestique.agreements.actions import read_agreement
from domestique.agreements.models import Agreement, Amendment
from domestique.answers.feelings.complaints_page import STEPS
from domestique.answers.feelings.improvements_page import DEEDS
from domestique.answers.needs import escalations_page, inbox_page, needs_page, requirements_page
from domestique.lists.leaving import take_row_out
from domestique.parties.models import Customer, Unit
from domestique.records.leaving.taking_out import Leaving
from domestique.records.models import Record, TakenOut
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.relations.models import (
    Contact,
    Decision,
    Escalation,
    Meeting,
    MeetingItem,
    Need,
    Requirement,
)
from domestique.satisfaction.models import Complaint, Pulse
from site_map import ALSO_SENT_TO, SENT_ONLY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
TODAY = date(2026, 11, 21)
KEEPER = Viewer("Rut Keeper")


def nothing() -> None:
    """What the demo holds is enough."""


@dataclass(frozen=True)
class Verb:
    """A verb at its address: what is sent, what stood before, and by letter who of the cast does it."""

    route: str
    address: str
    who: str
    sent: Mapping[str, str] = field(default_factory=dict)
    given: Callable[[], object] = nothing

    def __str__(self) -> str:
        told = " ".join(
            self.sent.get(name, "") for name in ("do", "side", "way", "customer", "unit")
        )
        return f"{self.address} {told}".strip()


def unit(parent: str, **fields: object) -> Callable[[], object]:
    return lambda: Unit.objects.create(
        id="U900", name="Bike school", parent_id=parent, **{"head": "Ylva Ek", **fields}
    )


def changed(model: type[Record], key: str, **fields: object) -> Callable[[], object]:
    return lambda: model.objects.filter(pk=key).update(**fields)


def amended() -> None:
    Amendment.objects.create(
        agreement_id="A02", service_id="S02", valid_from=date(2026, 12, 1), unit_price=1
    )


def requirement(**fields: object) -> Callable[[], object]:
    return lambda: Requirement.objects.create(
        id="RQ9", customer_id="C02", requirement="Open on Sundays", **fields
    )


def question(**fields: object) -> Callable[[], object]:
    made = {"forum": "operative", "raised_on": TODAY, "raised_by": "Nadja Berggren", **fields}
    return lambda: Escalation.objects.create(id="E9", customer_id="C02", question="Wait?", **made)


def complaint(**fields: object) -> Callable[[], object]:
    return lambda: Complaint.objects.create(
        id="K9", customer_id="C02", received_on=TODAY, complaint="Slow", **fields
    )


def decision() -> object:
    return Decision.objects.create(
        id="D9", customer_id="C02", question="Blue?", decision="Yes", decided_by="Johan Sandelin", decided_on=TODAY
    )  # fmt: skip


def pulse() -> object:
    return Pulse.objects.create(
        id=9999, customer_id="C02", date=TODAY, face="negative", whose="heard by us", person="Johan Sandelin"
    )  # fmt: skip


def idea() -> object:
    return MeetingItem.objects.create(id="MI99", meeting_id="MT10", kind="idea", text="Rent a bike")


def contact_out() -> object:
    take_row_out(KEEPER, Contact.objects.get(pk="CT01"), "Entered twice", Leaving(along=True))
    return TakenOut.objects.filter(table="contacts").update(id=99)


NOTE = {"gist": "Spoke", "with_whom": "Somebody", "channel": "call"}
PLAN = {"kind": "follow-up", "day": "2026-12-10", "time": "10:00", "minutes_long": "60"}
ITEM = {"text": "Printers jam", "source": "desk observation", "origin": "Service desk"}
IDEA = {"title": "Faster till", "value": "Shorter queues", "problem": "Queues"}
ASKED = {"question": "Shall we wait?", "due": "2026-12-01"}
OF_C02 = {"customer": "C02"}

TABLE = (
    # contacts, promises, a bad day
    Verb("new-contact", "/contacts/new/", "ETNG", {"customer": "C01", **NOTE}),
    Verb("new-contact", "/contacts/new/", "NG", {"customer": "C02", **NOTE}),
    Verb("new-contact", "/contacts/new/", "NG", {"customer": "C02", "promise": "A plan", **NOTE}),
    Verb("followed-up", "/contacts/CT02/followed-up/", "NG"),
    Verb("bad-day", "/bad-day/?outage=I11", "ETNG", {"customer": "C01", **NOTE}),
    Verb("bad-day", "/bad-day/?outage=I11", "NG", {"customer": "C04", **NOTE}),
    Verb("keep-promise", "/promised/PR3/kept/", "NG"),
    Verb("take-back-promise", "/promised/PR3/taken-back/", "NG", {"reason": "Too dear"}),
    # rows of every kind: see test_every_kind.py
    Verb("take-out", "/take-out/contacts/CT01/", "ETNGP", {"what": "along", "why": "Entered twice"}),
    Verb("put-back", "/taken-out/99/put-back/", "ETNGP", {}, contact_out),
    # meetings
    Verb("plan-meeting", "/meetings/plan/", "ETNG", {"customer": "C01", **PLAN}),
    Verb("plan-meeting", "/meetings/plan/", "NG", {"customer": "C02", **PLAN}),
    Verb("ask-for-dialogue", "/meetings/ask/?customer=C02", "NGPJ", {"wish": "A talk"}),
    Verb("move-meeting", "/meetings/MT10/move/", "NG", PLAN),
    Verb("cancel-meeting", "/meetings/MT10/cancel/", "NG", {"reason": "Ill"}),
    Verb("hold-meeting", "/meetings/MT10/hold/", "NG", {"gist": "Agreed"}),
    Verb("meeting-mood", "/meetings/MT08/mood/", "NGPJ", {"side": "business", "mood": "accusing"}),
    Verb("meeting-mood", "/meetings/MT08/mood/", "NGP", {"side": "it", "mood": "accusing"}),
    Verb("meeting-items", "/meetings/MT10/items/", "NG", {"kind": "note", "text": "Ask"}),
    Verb("park-item", "/meetings/items/MI99/park/", "NG", given=idea),
    Verb("finish-action", "/meetings/items/MI15/done/", "NG"),
    # roles
    Verb("roles-take", "/roles/take/", "ETNG", {"unit": "U900"}, unit("U01")),
    Verb("roles-take", "/roles/take/", "NG", {"unit": "U900"}, unit("U04")),
    Verb("roles-take", "/roles/take/", "ETNG", {"unit": "U900"}, unit("U00", budget=9, it_budget=5)),
    Verb("roles-overrule", "/roles/overrule/", "ETNG", {"unit": "U101", "role": "none", "note": "x"}),
    Verb("roles-overrule", "/roles/overrule/", "NG", {"unit": "U111", "role": "none", "note": "x"}),
    Verb("roles-overrule", "/roles/overrule/", "NG", {"unit": "U04", "role": "none", "note": "x"}),
    Verb("roles-follow", "/roles/follow-the-money/", "NG", {"unit": "U111"}, changed(Unit, "U111", role="none")),
    Verb("roles-repair", "/roles/repair/", "NG", {"kind": "other head", "subject": "C04"}, changed(Unit, "U04", head="Nils Ny")),
    Verb("role-identify", "/customers/C11/role/identify/", "ETNG"),
    Verb("role-accept", "/customers/C02/role/accept/", "J", given=changed(Customer, "C02", status="identified")),
    Verb("role-step-down", "/customers/C02/role/step-down/", "NGJ"),
    Verb("role-suggest", "/customers/C02/role/suggest/", "NG", {"person": "Rasmus Blix"}),
    Verb("role-lend", "/customers/C02/role/lend/", "J", {"deputy": "Rasmus Blix", "until": "2026-12-01"}),
    # agreements
    Verb("agreement-propose", "/agreements/A01/propose/", "E", given=changed(Agreement, "A01", status="draft")),
    Verb("agreement-take-back", "/agreements/A01/take-back/", "E", given=changed(Agreement, "A01", status="proposed")),
    Verb("agreement-accept", "/agreements/A02/accept/", "J", given=changed(Agreement, "A02", status="proposed")),
    Verb("agreement-begin", "/agreements/A02/begin/", "NG", given=changed(Agreement, "A02", status="accepted")),
    Verb("agreement-worth", "/agreements/A02/worth/", "NGPJ", {"service": "S02", "worth": "yes"}),
    Verb("agreement-amend", "/agreements/A02/amend/", "J", {"do": "accept", "valid_from": "2026-12-01"},
         given=amended),
    Verb("agreement-end", "/agreements/A02/end/", "NGJ", {"why": "Over"}),
    Verb("agreement-renew", "/agreements/A01/renew/", "E"),
    # the inbox
    Verb("inbox-add", "/inbox/add/", "ETNGPA", ITEM),
    Verb("inbox-add", "/inbox/add/", "NGPA", {"customer": "C04", **ITEM}),
    Verb("inbox-do", "/inbox/IN09/heard/", "ETNGPA"),
    Verb("inbox-do", "/inbox/IN01/heard/", "NGPA"),
    Verb("inbox-do", "/inbox/IN09/sort/", "ETNGP", {"way": "improve"}),
    Verb("inbox-do", "/inbox/IN06/sort/", "ETNGP", {"way": "need"}),
    Verb("inbox-do", "/inbox/IN01/sort/", "NGP", {"way": "portfolio"}),
    Verb("inbox-do", "/inbox/IN03/put-back/", "ETNGP"),
    Verb("inbox-do", "/inbox/IN09/answer/", "ETNGPA", {"answer": "Soon"}),
    Verb("inbox-do", "/inbox/IN08/told/", "NGPA"),
    # needs, requirements, escalations, decisions
    Verb("need-capture", "/needs/capture/", "NGPJM", {"need": "A bell", **OF_C02}),
    Verb("need-do", "/needs/N04/do/step/", "NGP", {"step": "investigated"}),
    Verb("need-do", "/needs/N04/do/prepare/", "NGPJM", {"outcome": "A bell"}),
    Verb("need-do", "/needs/N04/do/option/", "NGPJM", {"option": "Buy one"}),
    Verb("need-do", "/needs/N04/do/decide/", "J", {"decision": "Buy", "yes": "yes", "yearly_cost": "10"}),
    Verb("need-do", "/needs/N04/do/decide/", "J", {"decision": "Not now", "yes": "no"}),
    Verb("need-do", "/needs/N04/do/require/", "NGP", {"requirement": "It rings"}),
    Verb("need-do", "/needs/N04/do/merge/", "NGP", {"into": "N12"}),
    Verb("need-do", "/needs/N04/do/unmerge/", "NGP", given=changed(Need, "N04", merged_into_id="N12")),
    Verb("requirement-do", "/requirements/RQ9/discuss/", "NGP", given=requirement()),
    Verb("requirement-do", "/requirements/RQ9/establish/", "J", given=requirement()),
    Verb("requirement-do", "/requirements/RQ9/reword/", "NGP", {"requirement": "x"}, requirement()),
    Verb("requirement-do", "/requirements/RQ9/reword/", "NGP", {"requirement": "x"}, requirement(state="met")),
    Verb("requirement-do", "/requirements/RQ9/evidence/", "NGP", {"evidence": "x"}, requirement(state="established")),
    Verb("requirement-do", "/requirements/RQ9/withdraw/", "NGP", {"why": "x"}, requirement()),
    Verb("escalation-raise", "/escalations/raise/", "NGP", {**ASKED, **OF_C02}),
    Verb("escalation-do", "/escalations/E9/do/up/", "NGP", {"tried": "All"}, question()),
    Verb("escalation-do", "/escalations/E9/do/option/", "NGP", {"option": "Wait"}, question()),
    Verb("escalation-do", "/escalations/E9/do/withdraw/", "NGP", {"why": "Solved"}, question()),
    Verb("escalation-do", "/escalations/E9/do/decide/", "NJ", {"decision": "Wait", "yes": "yes"}, question()),
    Verb("escalation-do", "/escalations/E9/do/decide/", "J", {"decision": "Wait"}, question(forum="tactical")),
    Verb("escalation-do", "/escalations/E9/do/decide/", "G", {"decision": "x"}, question(forum="it steering group")),
    Verb("tell-back", "/decisions/D9/tell-back/", "NGP", {"told_to": "Mira Falk"}, decision),
    # how they feel, what it is worth, what they complain about, what becomes better
    Verb("pulse", "/customers/C02/pulse/", "NGP", {"face": "neutral", "whose": "heard by us"}),
    Verb("pulse", "/customers/C01/pulse/", "ETNGP", {"face": "neutral", "whose": "our guess"}),
    Verb("pulse-words", "/customers/C02/pulse/words/", "NGP", {"pulse": "9999", "words": "x"}, pulse),
    Verb("own-page-say", "/for/C02/say/", "JM", {"face": "positive"}),
    Verb("value", "/customers/C02/value/", "JM", {"service": "S08", "score": "4"}),
    Verb("alternatives", "/alternatives/", "NGP", {"alternative": "A spreadsheet", **OF_C02}),
    Verb("alternative", "/alternatives/AL1/", "NGP", {"alternative": "Two spreadsheets"}),
    Verb("complaints", "/complaints/", "NGPJM", {"complaint": "Slow", **OF_C02}),
    Verb("complaint", "/complaints/K9/", "NGP", {"do": "acknowledge"}, complaint()),
    Verb("complaint", "/complaints/K9/", "NGP", {"do": "explain", "cause": "x"}, complaint()),
    Verb("complaint", "/complaints/K9/", "NGP", {"do": "answer", "answer": "x"}, complaint()),
    Verb("complaint", "/complaints/K9/", "NGPJM", {"do": "satisfied"}, complaint(answered_on=TODAY)),
    Verb("complaint", "/complaints/K9/", "NGPJM", {"do": "not-satisfied"}, complaint(answered_on=TODAY)),
    Verb("complaint", "/complaints/K9/", "NGP", {"do": "escalate", **ASKED}, complaint(answered_on=TODAY)),
    Verb("complaint", "/complaints/K9/", "NGP", {"do": "close"}, complaint(answered_on=TODAY, is_satisfied=True)),
    Verb("improvements", "/improvements/", "NGP", {"customers": "C02", **IDEA}),
    Verb("improvements", "/improvements/", "ETNGP", {"customers": "C01", **IDEA}),
    Verb("improvement", "/improvements/IM8/", "ETNGP", {"do": "change", "customers": "C10", **IDEA}),
    Verb("improvement", "/improvements/IM5/", "NGP", {"do": "move-on", "state": "planned"}),
    Verb("improvement", "/improvements/IM5/", "NGP", {"do": "split", "parts": "One, 1\nTwo, 1"}),
    Verb("improvement", "/improvements/IM2/", "ETNGP", {"do": "felt", "customer": "C10", "felt": "felt"}),
    # ids
    Verb("change-id", "/ids/customers/C02/", "G", {"do": "rename", "new": "CX"}),
    Verb("change-id", "/ids/services/S03/", "", {"do": "rename", "new": "ERP"}),
    Verb("change-id", "/ids/units/U900/", "G", {"do": "merge", "survivor": "U04"}, unit("U01")),
    Verb("change-id", "/ids/customers/C04/", "", {"do": "merge", "survivor": "C02"}),
)  # fmt: skip

ROWS = {"new-record", "edit-record", "list-change", "import"}
"""Rows of every kind come in there: see ``test_every_kind.py``."""
NO_RECORDS = {"act-as", "survey", "list-views", "list-view", "past-gate-do"}
"""What is sent there changes no record: who one is, letters, saved questions, and what answers an entry past a gate."""


def states() -> list[tuple[object, ...]]:
    """Return how many records of each kind there are, and of which versions: another as soon as anything is saved."""
    tables = (one.model._meta.db_table for one in TABLES)
    parts = (f"SELECT '{one}', count(*), sum(version) FROM {one}" for one in tables)  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return cursor.fetchall()


def seen(verb: Verb) -> str:
    """Return what the page of a record would send: its version, or the stamp of an agreement."""
    if not verb.address.startswith("/agreements/"):
        return "1"
    return read_agreement(KEEPER, verb.address.split("/")[2], TODAY).stamp


def does(letter: str, verb: Verb) -> bool:
    """Let somebody try a verb; tell whether anything was saved, and take it back."""
    client = Client()
    with transaction.atomic():
        verb.given()
        client.post("/act-as/", {"person": CAST[letter]})
        before = states()
        answer = client.post(verb.address, {"seen": seen(verb), "page_seen": "0", **verb.sent})
        is_done = states() != before
        transaction.set_rollback(True)
    assert answer.status_code in ((200, 302) if is_done else (200, 302, 400, 403, 404))
    return is_done


@pytest.mark.parametrize("verb", TABLE, ids=str)
def test_verb_is_done_by_those_who_may_and_nobody_else(verb):
    assert {letter for letter in CAST if does(letter, verb)} == set(verb.who)


def test_every_address_that_takes_something_is_in_the_table():
    tried = {verb.route for verb in TABLE}
    assert tried | ROWS | NO_RECORDS == {*SENT_ONLY, *ALSO_SENT_TO}


def test_every_deed_of_an_address_is_in_the_table():
    tried = {part for verb in TABLE for part in verb.address.split("/")}
    tried |= {verb.sent.get("do", "") for verb in TABLE}
    pages = (needs_page, requirements_page, escalations_page, inbox_page)
    deeds = {deed for page in pages for deed in page.VERBS} | {*STEPS, *DEEDS}
    assert deeds <= tried


def test_the_demo_is_as_the_table_takes_it():
    assert Meeting.objects.get(pk="MT10").customer_id == "C02"
    assert set(Customer.objects.filter(team_id="GUL").values_list("pk", flat=True)) == {
        "C01",
        "C10",
        "C11",
        "C12",
    }
