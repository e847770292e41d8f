"""Where a customer pays another price than the list's, every face that shows her charge says so, with one amount."""

from __future__ import annotations

import pytest

from asking import answer, ask
from domestique.costing.models import Price
from given_cases import words_of

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def dearer_on_the_list():
    Price.objects.filter(service_id="S03").update(unit_price=40_000)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/money/bills/C04/?lines=all", "Agreed price 34,300 instead of 40,000 on the list."),
        ("/money/bills/C04/", "Agreed prices against the price list"),
        ("/customers/C04/", "Agreed price 34,300 instead of 40,000 on the list."),
        ("/money/", "Prices agreed with the customer, against the price list"),
        ("/matrix/?show=cost", "at an agreed price"),
        ("/for/C04/", "less than by the price list."),
    ],
)
def test_page_says_so(address, told):
    assert told in words_of(address)


def test_command_says_so_in_words_and_json():
    asked = ("bill", "--customer", "C04", "--from", "2026-01", "--to", "2026-10")
    found = answer(*asked)
    line = next(one for one in found["lines"] if one["service"] == "S03")

    assert (line["agreed_price"], line["list_price"]) == ("34300", "40000")
    assert found["against_list"] == line["against_list"]
    assert line["against_list"].startswith("-")
    assert "Web shop: Agreed price 34,300 instead of 40,000 on the list." in " ".join(
        ask(*asked).output.split()
    )
