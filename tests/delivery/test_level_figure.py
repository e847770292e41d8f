"""The reckoning behind a level: every line, its rows, and that the lines add up."""

from __future__ import annotations

from fractions import Fraction

from delivery.level_cases import level, outage, window
from domestique.delivery.level_figure import figure_of_level
from domestique.quantities.figure import Figure, Grade, Source


def texts(figure: Figure) -> list[str]:
    """Return what the lines say."""
    return [str(line.what) for line in figure.lines]


def amounts(figure: Figure, *begins: str) -> list[object]:
    """Return the amounts of the lines that begin so."""
    return [line.amount for line in figure.lines if str(line.what).startswith(begins)]


JOINED = level(
    outage("A1", "2026-04-01 08:00", "2026-04-01 09:00", 10, root="T06"),
    outage("A2", "2026-04-01 08:30", "2026-04-01 09:30", 10, root=None),
    outage("A3", "2026-04-04 08:00", "2026-04-04 09:00", 10),
    windows=(window("W1", "2026-04-08 17:00", "2026-04-08 19:00", "2026-03-20"),),
)


def test_figure_says_what_it_is_and_from_how_much() -> None:
    figure = figure_of_level(JOINED)
    assert (figure.value, figure.unit, figure.period) == (
        JOINED.availability_percent,
        "%",
        "2026-04",
    )
    assert (figure.observations, figure.completeness, figure.grade) == (3, 1, Grade.ROUTINE)


def test_lines_of_outages_sum_to_the_downtime() -> None:
    figure = figure_of_level(JOINED)
    assert amounts(figure, "Outage A1, ", "Outage A2, ", "Outage A3, ") == [60, 30, 0]
    assert amounts(figure, "Downtime in agreed") == [90]
    assert amounts(figure, "Part of outage A2") == [30]
    assert amounts(figure, "Interruptions") == [1]


def test_lines_of_service_time_sum_to_the_agreed_service_time() -> None:
    figure = figure_of_level(JOINED)
    assert amounts(figure, "Service hours Mon-Fri 07-18 in 2026-04") == [14_520]
    assert amounts(figure, "Agreed downtime W1, 2026-04-08 17:00:00") == [-60]
    assert amounts(figure, "Agreed service time.") == [14_460]


def test_every_outage_names_its_root_and_its_row() -> None:
    lines = {str(line.what): line.sources for line in figure_of_level(JOINED).lines}
    told = "Outage A1, 2026-04-01 08:00:00 to 2026-04-01 09:00:00, began in T06."
    assert lines[told] == (Source("outages", "A1"),)
    assert any(text.endswith("09:30:00, root not known.") for text in lines)
    assert "Outage A3 lies outside the agreed service time and takes nothing." in lines


def test_overlapping_windows_are_counted_once() -> None:
    first = window("W1", "2026-04-08 08:00", "2026-04-08 10:00", "2026-03-20")
    inside = window("W2", "2026-04-08 09:00", "2026-04-08 09:30", "2026-03-20")
    after = window("W3", "2026-04-08 09:30", "2026-04-08 11:00", "2026-03-20")
    figure = figure_of_level(level(windows=(after, inside, first)))
    assert amounts(figure, "Agreed downtime") == [-120, 0, -60]
    assert amounts(figure, "Agreed service time.") == [14_520 - 180]


def test_a_window_that_does_not_count_says_why() -> None:
    late = window("W2", "2026-04-22 17:30", "2026-04-22 19:00", "2026-04-22")
    silent = window("W3", "2026-04-23 17:30", "2026-04-23 19:00", None)
    told = texts(figure_of_level(level(windows=(late, silent))))
    assert (
        "Maintenance window W2 is not agreed downtime: it was announced on 2026-04-22 "
        "and begins on 2026-04-22, and 7 days of notice are needed."
    ) in told
    assert any(text.startswith("Maintenance window W3") and "nobody noted" in text for text in told)


def test_target_line_tells_what_is_allowed_and_used() -> None:
    figure = figure_of_level(JOINED)
    assert amounts(figure, "Downtime the target of 99.5 % allows.") == [Fraction("72.3")]
    assert amounts(figure, "Share of the allowed downtime used.") == [90 / Fraction("72.3") * 100]
    assert "There is no target" in texts(figure_of_level(level(target=None)))[-1]


def test_a_month_that_is_not_over_is_only_so_complete() -> None:
    half = level(outage("A1", "2026-04-15 17:00", None), hours="24x7", now="2026-04-16 00:00")
    figure = figure_of_level(half)
    assert (figure.completeness, figure.grade) == (Fraction(1, 2), Grade.ESTIMATED)
    assert any(
        "since 2026-04-15 17:00:00, still going on, began in T01" in t for t in texts(figure)
    )
    assert amounts(figure, "The month is not over") == [15 * 24 * 60]


def test_an_open_outage_without_a_root_says_so() -> None:
    open_ = outage("A1", "2026-04-15 17:00", None, root=None)
    told = texts(figure_of_level(level(open_)))
    assert "Outage A1 since 2026-04-15 17:00:00, still going on, root not known." in told


def test_what_is_not_known_says_why_and_shows_no_value() -> None:
    unlogged = figure_of_level(level(is_logged=False))
    future = figure_of_level(level(now="2026-03-01"))
    assert not unlogged.is_known
    assert unlogged.grade is Grade.GUESSED
    assert "The outage log has no record in 2026-04, so nothing is known." in texts(unlogged)
    assert "2026-04 has not begun, so nothing is known of it." in texts(future)
