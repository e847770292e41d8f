"""No address does anything by being read: each is asked with GET by everybody, and the whole database stays as it is."""

from __future__ import annotations

import pytest
from digest import everything
from django.http import HttpResponse
from django.test import RequestFactory

from cast import CAST
from domestique.answers.needs.escalations_page import VERBS as ESCALATED
from domestique.answers.needs.inbox_page import VERBS as SORTED
from domestique.answers.needs.needs_page import VERBS as NEEDED
from domestique.answers.needs.requirements_page import VERBS as REQUIRED
from domestique.relations.models import Need
from domestique.web.verbs import to, verb
from site_map import ALSO_SENT_TO, PAGES, SENT_ONLY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DEEDS = [
    *(f"/needs/N13/do/{one}/" for one in NEEDED),
    *(f"/requirements/RQ4/{one}/" for one in REQUIRED),
    *(f"/escalations/E1/do/{one}/" for one in ESCALATED),
    *(f"/inbox/IN01/{one}/" for one in SORTED),
]
TYPED = {
    "seen": "1",
    "unit": "U111",
    "why": "Because",
    "reason": "Because",
    "into": "N02",
    "step": "investigated",
    "text": "A line",
    "name": "A view",
    "face": "positive",
    "mood": "creative",
    "side": "it",
    "do": "acknowledge",
}


@pytest.fixture(autouse=True)
def taken_apart() -> None:
    """A need is part of another, so that there is something to take apart."""
    Need.objects.filter(pk="N13").update(merged_into="N02")


@pytest.mark.parametrize("letter", ["", *CAST])
def test_reading_changes_nothing(letter, client):
    client.post("/act-as/", {"person": CAST.get(letter, "")})
    before = everything()
    answered = {one: client.get(one, TYPED).status_code for one in (*SENT_ONLY.values(), *DEEDS)}
    for route in sorted(ALSO_SENT_TO):
        client.get(PAGES[route], TYPED)
    assert everything() == before
    led_back = {302} if not letter else {302, 403, 404}
    assert {one: code for one, code in answered.items() if code not in led_back} == {}


def test_a_view_made_of_a_verb_refuses_every_other_way():
    view = verb(lambda *_, **__: HttpResponse(), to("today"))(lambda _: pytest.fail("it acted"))
    for method in ("get", "head", "put", "delete", "patch", "options"):
        assert view(getattr(RequestFactory(), method)("/")).status_code in (302, 405), method
