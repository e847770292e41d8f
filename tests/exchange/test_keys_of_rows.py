"""A row's id as people write it, split into the parts of its key."""

from __future__ import annotations

import pytest

from domestique.exchange.past import key_of_row
from domestique.records.tables import table_named


@pytest.mark.parametrize(
    ("table", "written", "parts"),
    [
        ("services", "S03", ["S03"]),
        ("actual_consumption", "C04 S03 2026-10", ["C04", "S03", "2026-10"]),
        ("actual_consumption", "C04 S03", ["C04", "S03"]),
        ("pulses", "C04 2026-11-10 Samira Haddad", ["C04", "2026-11-10", "Samira Haddad", ""]),
        ("calendar_days", "race days 2026-05-08", ["race days", "2026-05-08"]),
        ("organisation", "Norrhjul", []),
    ],
)
def test_a_written_id_has_the_parts_of_its_key(table, written, parts):
    assert list(key_of_row(table_named(table), written).values()) == parts
