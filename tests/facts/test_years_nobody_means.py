"""A year nobody means is refused with a sentence, wherever a month, a year or a day is asked for."""

from __future__ import annotations

import pytest
from django.test import Client

from asking import ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

YEARS = ["9999", "0001"]
COMMANDS = [
    "levels --month {year}-12",
    "bill --customer C04 --from {year}-12 --to {year}-12",
    "costs --year {year}",
    "who --unit U04 --question level --on {year}-12-31",
    "satisfaction --on {year}-12-31",
    "history services S01 --on {year}-12-31",
]
PAGES = [
    "/levels/?month={year}-12",
    "/promises/?month={year}-12",
    "/promises/C04/S01/{year}-12/",
    "/matrix/?month={year}-12",
    "/money/?year={year}",
    "/records/services/S01/?on={year}-12-31",
]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_refuses_it(command, year):
    result = ask(*command.format(year=year).split())

    assert result.exit_code == 1
    assert "outside the years 1900 to 2999" in result.stderr


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_refuses_it(address, year):
    response = Client().get(address.format(year=year))

    assert response.status_code == (400 if "?" in address else 404)
    assert "1900" in response.content.decode()
