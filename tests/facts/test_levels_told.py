"""A month that is not over, a promise without a level of the service's own, and what does not apply."""

from __future__ import annotations

import shutil

import pytest

from asking import answer
from domestique.exchange.loading import load
from given_cases import case_folder, load_case, words_of
from given_tables import EBBA

pytestmark = [pytest.mark.shared, pytest.mark.django_db]


def levels(month: str):
    told = answer("levels", "--month", month)
    return told, {one["service"]: one for one in told["levels"]}


def test_a_broken_promise_is_broken_on_every_page(shared):
    load_case(shared, "05")
    told, of = levels("2026-10")

    assert (of["S3"]["availability"], of["S3"]["met"]) == ("96.7785", False)
    assert (of["S3"]["target"], of["S3"]["downtime_minutes"]) == ("99.9", 1440)
    assert told["month_is_over"] is True
    addresses = (
        "/",
        "/customers/C1/",
        "/for/C1/",
        "/customers/C1/before-you-walk-in/",
        "/services/S3/",
        "/levels/?month=2026-10",
        "/promises/",
    )
    for address in addresses:
        page = words_of(address)
        for untrue in ("all levels met", "nothing promised", "No level is promised", "no target"):
            assert untrue not in page, (address, untrue)
        assert any(word in page for word in ("96.77", "1,440", "broke", "missed")), (address, page)


def test_what_does_not_apply_is_in_no_count_of_kept_promises(shared):
    load_case(shared, "06")
    _, of = levels("2026-10")

    assert (of["S2"]["met"], of["S4"]["met"]) == (True, None)
    promises = words_of("/promises/")
    assert "The one promise we know of was kept in October 2026." in promises
    assert "1 promise is not applicable" in promises
    assert "all 2" not in promises.lower()


def test_a_month_that_is_not_over_is_told_so_far(shared, tmp_path):
    folder = shutil.copytree(case_folder(shared, "03"), tmp_path / "case")
    refused = load(folder, viewer=EBBA)
    assert [(one.row, one.column) for one in refused.errors] == [(3, "starts"), (4, "starts")]
    log = folder / "outages.csv"
    log.write_text("\n".join(log.read_text().splitlines()[:2]) + "\n")
    assert load(folder, viewer=EBBA).loaded
    told, of = levels("2026-11")

    one = of["S1"]
    assert told["month_is_over"] is one["month_is_over"] is False
    assert (one["so_far"], one["availability"], one["met"]) == ("98.7500", "98.7500", None)
    assert (one["mtbf_minutes"], one["mtbsi_minutes"]) == (14_220, 14_400)
    assert (one["allowed_downtime_minutes"], one["error_budget_used"]) == (216, "0.833333")
    assert of["S2"]["downtime_minutes"] == 0
    assert "so far 0 of 2 levels are missed" in words_of("/levels/?month=2026-11")
    for address in ("/levels/?month=2026-11", "/promises/?month=2026-11", "/services/S2/"):
        page = words_of(address)
        assert "were kept" not in page
        assert "outside the agreed service time" not in page
