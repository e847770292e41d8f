"""Two of their ids that become one of ours are told, never one silently."""

from __future__ import annotations

import pytest

from domestique.exchange.loading import load
from given_cases import case_folder
from given_tables import EBBA

pytestmark = [pytest.mark.shared, pytest.mark.django_db]


def test_both_names_and_their_rows_are_told(shared):
    folder = case_folder(shared, "11")
    report = load(folder, viewer=EBBA, mapping=folder / "map.toml")
    told = [str(one) for one in report.notices if "become one" in str(one)]
    assert len(told) == 1
    assert "“cloud platform” (2), “cloud-platform” (3)" in told[0]
