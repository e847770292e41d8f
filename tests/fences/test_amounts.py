"""One amount, one answer: every form, list, cell and command that takes money understands or refuses the same texts."""

from __future__ import annotations

from html import unescape

import pytest
from django.http import HttpResponse

from asking import ask
from domestique.satisfaction.models import Alternative

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

NEW = {"customer": "C04", "alternative": "Bought", "state": "contemplated", "services": "S03"}
FORMS = {
    "a need's page": ("/needs/N02/do/prepare/", "yearly_cost", {"outcome": "Wanted"}),
    "an option once": ("/needs/N02/do/option/", "one_time_cost", {"option": "Buy"}),
    "an option a year": ("/needs/N02/do/option/", "yearly_cost", {"option": "Buy"}),
    "a decision": ("/needs/N02/do/decide/", "yearly_cost", {"yes": "yes", "decision": "Do it"}),
    "a question's option": ("/escalations/E1/do/option/", "yearly_cost", {"option": "Buy"}),
    "once of it": ("/escalations/E1/do/option/", "one_time_cost", {"option": "Buy"}),
    "a face": ("/customers/C04/pulse/words/", "at_stake", {"pulse": "1", "seen": "1"}),
    "her own face": ("/for/C04/say/", "at_stake", {"pulse": "1", "seen": "1"}),
    "the most for one": (
        "/customers/C04/value/",
        "ceiling_price",
        {"service": "S03", "score": "3"},
    ),
    "a benefit": ("/customers/C04/value/", "benefit", {"service": "S03", "score": "3"}),
    "a new alternative": ("/alternatives/", "at_stake", NEW),
    "an alternative": ("/alternatives/AL2/", "at_stake", {**NEW, "seen": "1"}),
    "a new row": ("/edit/alternatives/new/", "at_stake", {"id": "AL9", **NEW}),
    "a row": ("/edit/alternatives/AL2/", "at_stake", {"seen": "1"}),
    "many rows": (
        "/lists/alternatives/change/",
        "new",
        {"column": "at_stake", "why": "Heard", "row": "AL2"},
    ),
}
TWO = "can mean two numbers; decimals are written with a point and thousands without a separator: "
REFUSED = {
    "1.234": f"{TWO}1.23 or 1234.",
    "1,234": f"{TWO}1.23 or 1234.",
    "900.000": f"{TWO}900.00 or 900000.",
    "4 100 000,505": "has more than 2 decimals; round it to at most 2 decimals.",
    "12345.678": "has more than 2 decimals; round it to at most 2 decimals.",
    "99999999999999": "is too large; at most 15 digits are kept",
}
UNDERSTOOD = ("900000", "900 000", "4 100 000,50", "1.234,50", "1,234,567.8", "12,5", "0")
COMPLAINTS = ("can mean two", "more than 2 decimals", "too large", "not an amount", "not a number")


def text_of(answer: HttpResponse) -> str:
    return unescape(answer.content.decode()).replace("\u00a0", " ")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("written", REFUSED)
def test_what_no_form_understands_is_refused_by_each_in_the_same_words(form, written, client):
    path, field, typed = FORMS[form]
    answer = client.post(path, {**typed, field: written})
    assert answer.status_code == 400
    assert REFUSED[written] in text_of(answer)
    assert written in text_of(answer)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("written", UNDERSTOOD)
def test_what_can_mean_one_number_is_understood_by_each(form, written, client):
    path, field, typed = FORMS[form]
    said = text_of(client.post(path, {**typed, field: written}))
    assert [one for one in COMPLAINTS if one in said] == []


@pytest.mark.parametrize("written", REFUSED)
def test_a_condition_and_a_command_refuse_the_same(written, client):
    condition = client.get("/lists/alternatives/", {"where": f"at_stake:at-least:{written}"})
    assert condition.status_code == 400
    assert REFUSED[written] in text_of(condition)
    command = ask("who", "--unit", "U111", "--question", "new-service", "--cost", written)
    assert command.exit_code == 2
    assert REFUSED[written] in " ".join(command.stderr.replace("│", " ").split())


@pytest.mark.parametrize(("written", "amount"), [("4 100 000,50", "4100000.5"), ("12,5", "12.5")])
def test_what_is_kept_is_what_was_written(written, amount, client):
    typed = {**NEW, "seen": "1", "reason": "So", "at_stake": written}
    assert client.post("/alternatives/AL2/", typed).status_code == 302
    assert str(Alternative.objects.get(pk="AL2").at_stake) == amount
