"""What the gates on roles, mandates, units and settings hold. C01 is a customer of Ebba's and Tuomas's team."""

from __future__ import annotations

from gated import Fact

KEEPS = "only whoever keeps the picture can"
DAY = {"calendar": "race days", "date": "2030-01-01"}

FACTS = (
    Fact("the day of today is set", "organisation", {"name": "Norrhjul Cykel AB", "today": "2026-07-10"}, "", KEEPS),
    Fact("when a pulse is old", "organisation", {"name": "Norrhjul Cykel AB", "pulse_stale_after_days": "9"}, "", KEEPS),
    Fact("days of notice", "organisation", {"name": "Norrhjul Cykel AB", "maintenance_notice_days": "0"}, "", KEEPS),
    Fact("a day of a calendar", "calendar_days", DAY, "", KEEPS, is_new=True),
)  # fmt: skip
