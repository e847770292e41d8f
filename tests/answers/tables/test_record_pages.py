"""Any record: fields, history, and as it stood on a day."""

from __future__ import annotations

import pytest

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo")


def test_every_table_is_listed_with_its_rows(read):
    page = read("/records/")
    rows = {row.th.text: row.find_all("td")[1].text for row in page.tbody.find_all("tr")}
    assert rows["services"] == "40"
    assert rows["actual_consumption"] == "2,160"


@pytest.mark.parametrize(
    ("table", "key", "said"),
    [
        ("services", "S03", "Webbutik"),
        ("costs", "2026 S01 hardware", "200000"),
        ("calendar_days", "race days 2026-03-07", "06:00"),
        ("pulses", "C04 2026-11-10", "I sell bikes on Sundays."),
        ("planned_consumption", "C04 S03 2026", "2026"),
        ("organisation", "Norrhjul Cykel AB", "Europe/Stockholm"),
    ],
)
def test_record_is_found_by_the_key_a_source_names(read, table, key, said):
    assert said in read(f"/records/{table}/{key}/").find("dl").text


def test_links_lead_to_the_records_they_name(read):
    page = read("/records/needs/N12/")
    assert page.find("a", href="/customers/C04/")
    assert page.find("a", href="/services/S18/")


def test_change_is_told_with_old_and_new(read):
    service = Service.objects.get(pk="S03")
    service.availability_target = "99.95"
    service.save()
    page = read("/records/services/S03/")
    assert "99.9 → 99.95" in page.text


def test_as_it_stood_before_it_was_there(read):
    page = read("/records/services/S03/?on=2020-01-01")
    assert "It was not there at the end of 1 Jan 2020." in page.text


def test_day_that_is_none_is_refused_and_kept(read):
    page = read("/records/services/S03/?on=yesterday", status=400)
    assert "“yesterday” is not a day" in page.find(role="alert").text
    assert page.find("input", id="on")["value"] == "yesterday"


@pytest.mark.parametrize(
    "path",
    [
        "/lists/zeppelins/",
        "/records/zeppelins/1/",
        "/records/services/S99/",
        "/records/planned_consumption/C04/",
        "/records/planned_consumption/C04 S03 soon/",
    ],
)
def test_what_is_not_there_gets_a_sentence(read, path):
    assert len(read(path, status=404).h1.text.split()) > 4


def test_long_tables_have_pages(read):
    page = read("/lists/actual_consumption/?page=44")
    assert "2,151 to 2,160 of 2,160" in page.text
