"""The commands that write packs and the calendar."""

from __future__ import annotations

import pytest

from asking import ask
from reading_pdf import pages_of

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_every_pack_of_a_day_is_written(tmp_path):
    said = ask("packs", "--for", "2026-11-25", str(tmp_path / "packs"))
    assert said.exit_code == 0
    written = sorted(path.name for path in (tmp_path / "packs").iterdir())
    assert written == ["2026-11-25-MT04.pdf", "2026-11-25-MT10.pdf"]
    pages = pages_of((tmp_path / "packs" / written[0]).read_bytes())
    assert "Development dialogue with Retail & E-commerce" in pages[0]


def test_day_without_a_meeting_is_said(tmp_path):
    said = ask("packs", "--for", "2026-11-28", str(tmp_path))
    assert said.exit_code == 1
    assert "No meeting is planned for 2026-11-28." in said.stderr


def test_calendar_is_written(tmp_path):
    said = ask("calendar", str(tmp_path / "meetings.ics"))
    assert said.exit_code == 0
    assert (tmp_path / "meetings.ics").read_bytes().count(b"BEGIN:VEVENT") == 15


def test_place_that_cannot_be_written_is_said(tmp_path):
    said = ask("calendar", str(tmp_path / "no" / "meetings.ics"))
    assert said.exit_code == 1
    assert "cannot be written" in said.stderr
