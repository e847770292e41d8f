"""The report of a survey: rate, intervals, change beyond noise, hidden groups, promises."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.feelings.survey_words import (
    HIDDEN,
    csat_sentence,
    faces_of,
    nps_sentence,
    rate_sentence,
)
from domestique.answers.feelings.surveys import points_in, survey_page, surveys_page
from domestique.quantities.statistics import wilson_interval
from domestique.records.viewer import Viewer
from domestique.satisfaction.models import Survey, SurveyAnswer
from domestique.satisfaction.surveys.survey import reckon_csat, reckon_nps

CLOCK = date(2026, 11, 21)
NADJA = Viewer("Nadja Berggren")


@pytest.mark.parametrize(
    ("sheets", "delivered", "says"),
    [
        (18, 28, "18 of 28 have answered: 64 %."),
        (0, 28, "0 of 28 have answered: 0 %."),
        (0, None, "Nobody has been asked yet."),
        (3, None, "3 answers; how many were asked is not known."),
        (3, 2, "3 answers; how many were asked is not known."),
    ],
)
def test_response_rate_is_of_what_was_delivered(sheets, delivered, says):
    assert str(rate_sentence(sheets, delivered)) == says


def test_few_are_counted_and_many_are_percent():
    few, many = reckon_csat([5] * 9 + [1]), reckon_csat([5] * 45 + [1] * 5)
    assert str(csat_sentence(few)).startswith(
        "9 of 10 are satisfied; the truth lies between 60 and 98 %"
    )
    assert str(csat_sentence(many)).startswith(
        "90 % of 50 are satisfied; the truth lies between 79 and 96 %"
    )
    assert round(wilson_interval(45, 50).low, 4) == 0.7864


def test_fewer_than_five_say_nothing():
    assert csat_sentence(reckon_csat([5, 5, 5, 5])) is HIDDEN
    assert nps_sentence(reckon_nps([9, 9, 9, 9])) is HIDDEN
    assert not faces_of(["positive"] * 4, is_open=False)
    assert faces_of(["positive"] * 4, is_open=True)


def test_nps_has_its_adjusted_interval():
    answers = [10] * 20 + [8] * 20 + [3] * 10
    assert str(nps_sentence(reckon_nps(answers))).endswith("NPS 20, in truth between −1 and 39.")


@pytest.mark.parametrize(
    ("answer", "points"), [("4", 4), ("0", None), ("6", None), ("x", None), ("", None)]
)
def test_what_is_not_on_the_scale_is_no_answer(answer, points):
    assert points_in(answer, 1, 5) == points


@pytest.mark.usefixtures("demo", "db")
class TestDemo:
    """The surveys of the demo organisation, the orderers' one just closed."""

    @pytest.fixture(autouse=True)
    def closed(self, db):  # noqa: ARG002 - it opens the database
        Survey.objects.filter(pk="SV2").update(closes_on=date(2026, 11, 20))

    def test_anonymous_answers_wait_until_no_more_can_come(self):
        Survey.objects.filter(pk="SV2").update(closes_on=date(2026, 11, 21))
        page = survey_page(NADJA, "SV2", CLOCK)
        assert page.results == ()
        assert str(page.headline) == str(page.line.rate)
        assert "is shown after 2026-11-21" in str(page.waits)

    def test_change_is_told_only_beyond_noise(self):
        page = survey_page(NADJA, "SV2", CLOCK)
        assert str(page.headline) == "14 of 18 are satisfied; the truth lies between 55 and 91 %."
        assert "46 percentage points more" in str(page.results[0].change)
        assert page.previous.id == "SV0"

    def test_words_are_shown_without_names(self):
        words = survey_page(NADJA, "SV2", CLOCK).results[3].words
        assert "VPN on the bus does not work, ask […] or […]." in words

    def test_promises_of_last_time_are_told_with_what_became_of_them(self):
        page = survey_page(NADJA, "SV2", CLOCK)
        assert {one.id: chip.state for one, chip in page.promised_before} == {
            "PR9": "plain",
            "PR11": "met",
        }
        assert [one.id for one, _ in page.promised_now] == ["PR2"]

    def test_small_group_is_hidden_and_so_is_what_would_give_it_away(self):
        rows = list(SurveyAnswer.objects.filter(survey_id="SV2", number=1).order_by("sheet"))
        for row in rows[:3]:
            row.customer_id = "C01"
        for row in rows[3:9]:
            row.customer_id = "C02"
        SurveyAnswer.objects.bulk_update(rows, ["customer"])
        groups = {
            str(name): is_hidden
            for name, _, is_hidden in survey_page(NADJA, "SV2", CLOCK).results[0].groups
        }
        assert groups == {"Race Bikes": True, "City & E-bikes": True, "all others": False}

    def test_list_has_the_newest_first_in_a_fixed_number_of_queries(
        self, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(4):
            lines = surveys_page(NADJA, CLOCK)
        assert [one.survey.id for one in lines] == ["SV3", "SV2", "SV0", "SV1"]

    @pytest.mark.parametrize("survey", ["SV1", "SV2"])
    def test_report_takes_a_fixed_number_of_queries(self, survey, django_assert_max_num_queries):
        with django_assert_max_num_queries(10):
            survey_page(NADJA, survey, CLOCK)
