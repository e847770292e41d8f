"""The customer's own page, as Johan reads it; no word of it is an IT word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import domestique
from domestique.answers.own_page.own_page import own_page
from domestique.relations.models import Decision

CLOCK = date(2030, 1, 1)
SOURCE = Path(domestique.__file__).parent
FIXED_TEXT = (
    "answers/own_page/own_page.py",
    "answers/own_page/own_page_paper.py",
    "answers/own_page/templates/own_page/own_page.html",
)
IT_WORDS = re.compile(
    r"\b(SLAs?|OLAs?|KPIs?|RTO|RPO|ITIL|SLM|CMDB|ERP|incidents?|tickets?|outages?|downtime|uptime|"
    r"availability|available|service levels?|levels?|consumption|variance|stakeholders?|backlog|"
    r"portfolio|catalogue|deploy\w*|releases?|servers?|infrastructure|applications?|systems?|"
    r"users?|units?|orderers?|mandate|currency|forecast|allocation)\b",
    re.IGNORECASE,
)


def said_to_her(source: str) -> list[str]:
    """Return the texts a reader may see: what is translated, docstrings and names left out."""
    in_python = r"(?:say|say_counted|_|gettext)\(\s*((?:\"[^\"]*\"[,\s]*)+)"
    in_templates = r"{% translate \"([^\"]*)\"|{% blocktranslate[^%]*%}(.*?){% endblocktranslate"
    texts = re.findall(in_python, source) + [
        "".join(found) for found in re.findall(in_templates, source, re.DOTALL)
    ]
    return [re.sub(r"%\(\w+\)s|{{.*?}}|{%.*?%}", "…", text) for text in texts]


@pytest.mark.parametrize("file", FIXED_TEXT)
def test_no_it_word_is_in_what_she_reads(file):
    texts = said_to_her((SOURCE / file).read_text(encoding="utf-8"))
    assert len(texts) > 8
    assert [text for text in texts if IT_WORDS.search(text)] == []


def test_the_list_of_it_words_catches_one():
    assert IT_WORDS.search("The availability of the ERP was low")
    assert not IT_WORDS.search("It was away 65 minutes; we promised at most 44.")


@pytest.fixture
def page_of(viewer, demo, db):
    return lambda customer: own_page(viewer, customer, CLOCK)


def test_headline_is_the_answer(page_of):
    assert str(page_of("C02").headline) == (
        "You get 23 services for 8.8 MSEK so far in 2026. That is 2.6 % more than planned."
    )


def test_the_year_and_the_budget_follow(page_of):
    pace = [str(one) for one in page_of("C02").pace]
    assert pace[1] == "Your budget is 10.0 MSEK."
    assert re.fullmatch(r"At this pace the year ends at 10\.[56] MSEK\.", pace[0])


def test_bill_is_split_into_used_and_dearer(page_of):
    page = page_of("C02")
    assert [(str(text), str(amount)) for text, amount in page.parts] == [
        ("What was planned", "8562 kSEK"),
        ("You used more", "225 kSEK"),
        ("Nothing got dearer", "0 kSEK"),
        ("In all", "8787 kSEK"),
    ]


def test_finnish_division_sees_her_own_money_and_the_exchange_rate(page_of):
    page = page_of("C03")
    assert page.currency == "EUR"
    assert str(page.parts[-2][0]) == "The exchange rate made it cheaper"


def test_what_is_shown_adds_up_for_every_customer(page_of):
    for number in range(1, 13):
        page = page_of(f"C{number:02}")
        got = [one.amount for one in page.got] + [page.rest_amount] * bool(page.rest_count)
        parts = [amount for _, amount in page.parts]
        for amounts, total in ((got, page.total), (parts[:-1], parts[-1])):
            known = [one for one in amounts if one.text != "not known"]
            assert len({one.text for one in (*known, total)}) == 1, page.id
            assert sum(shown(one) for one in known) == shown(total), page.id


def shown(amount):
    return dict(amount.values)["amount"]


def test_services_not_named_are_summed_up(page_of):
    page = page_of("C02")
    assert len(page.got) + page.rest_count == 23
    assert str(page.total) == "8787 kSEK"


def test_what_she_might_stop_is_dearest_first(page_of):
    stop = page_of("C02").to_stop
    assert [one.name for one in stop][:2] == ["ERP core", "Mobile & telephony"]
    assert str(stop[0].doubt) == "You have not told us whether it is worth its price."


def test_one_person_is_named(page_of):
    assert str(page_of("C02").ask) == (
        "Questions? Nadja Berggren answers for everything IT does for you."
    )


def test_a_customer_who_is_not_there_has_no_page(page_of):
    assert page_of("C99") is None


def test_what_she_asked_for_says_where_it_waits_and_what_she_was_answered(page_of):
    sundays, stock = page_of("C04").needs
    assert str(sundays.waits_for) == "the IT steering group, to decide"
    assert (sundays.days, sundays.told_on) == (19, date(2026, 11, 3))
    assert sundays.answer.startswith("Yes: it is worth paying for")
    assert str(stock.waits_for) == "Nadja Berggren, to prepare it"


def test_what_is_prepared_waits_for_her_by_name_since_days(page_of):
    (closing,) = page_of("C07").needs
    assert str(closing.waits_for) == "Marianne Wiik, to decide"
    assert closing.days == 12


def test_an_answer_stands_there_once_she_was_told(page_of):
    Decision.objects.filter(need="N06").update(told_back_on=None)
    (serial,) = page_of("C01").needs
    assert (serial.answer, serial.told_on) == ("", None)
    assert str(serial.waits_for).endswith("to tell the answer")
