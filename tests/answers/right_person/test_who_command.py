"""``domestique who`` and ``domestique roles`` on the demo organisation."""

from __future__ import annotations

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_a_new_service_is_prepared_by_the_orderer_and_decided_by_the_customer():
    found = answer("who", "--unit", "U111", "--question", "new-service")
    assert set(found) == {"prepares", "prepares_id", "decides", "decides_id", "forum", "reason"}
    assert (found["prepares"], found["decides"]) == ("Elif Demir", "Samira Haddad")
    assert found["forum"] == "development dialogue"
    assert "Samira Haddad decides for Retail & E-commerce" in found["reason"]


def test_nobody_decides_for_a_customer_who_has_not_accepted():
    found = answer("who", "--unit", "Facility services", "--question", "change")
    assert (found["prepares"], found["decides"]) == ("Göran Ask", None)
    assert "Bengt Åhman has not accepted the customer role" in found["reason"]
    assert "Lars Wikander settles it" in found["reason"]


def test_the_deputy_decides_while_the_customer_is_away():
    on = ("who", "--unit", "Antti Leino", "--question", "change", "--service", "S02")
    assert answer(*on, "--on", "2026-12-13")["decides"] == "Päivi Korhela"
    assert answer(*on, "--on", "2026-12-14")["decides"] == "Antti Leino"
    assert answer(*on, "--on", "2026-12-14", "--cost", "10001")["decides"] == "Päivi Korhela"


def test_what_is_too_dear_for_the_customer_goes_to_the_steering_group():
    found = answer("who", "--unit", "U111", "--question", "change", "--cost", "900000")
    assert (found["decides"], found["forum"]) == ("Gunilla Stråhle", "it steering group")


def test_without_a_question_it_says_whom_to_talk_to():
    found = answer("who", "--unit", "U111")
    assert found["customer_manager"] == "Nadja Berggren"
    assert found["delivery_manager"] == "Oskar Lindh"


def test_text_says_the_answer_first_with_e_mails():
    lines = ask("who", "--unit", "U111", "--question", "use").stdout.splitlines()
    assert lines[0] == "Ask the service desk; Elsa Moberg leads it."
    assert "elsa.moberg@norrhjul.example" in lines[-1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--unit", "U999"), "There is no unit U999, and nobody of that name"),
        (("--unit", "U111", "--question", "riddle"), "“riddle” is not a kind of question"),
    ],
)
def test_what_is_not_known_is_said(arguments, sentence):
    result = ask("who", *arguments)
    assert result.exit_code == 1
    assert sentence in " ".join(result.stderr.split())


def test_roles_tell_coverage_proposals_and_no_difference():
    found = answer("roles")
    assert found["coverage"] == "37 of 43 units have an accepted customer."
    assert len(found["proposals"]) == 43
    by_role = [one["role"] for one in found["proposals"]]
    assert (by_role.count("customer"), by_role.count("orderer")) == (12, 30)
    assert found["differences"] == []
    assert "Pro Cycling Team" in found["not_covered"]


def test_roles_as_text_begin_with_the_coverage():
    assert ask("roles").stdout.startswith("37 of 43 units have an accepted customer.")
