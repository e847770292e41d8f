"""Forms that offer services to choose from stay light when there are thousands: then the id is written."""

from __future__ import annotations

import pytest

from domestique.portfolio.models import Service
from domestique.portfolio.queries import MOST_TO_CHOOSE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/inbox/", "service"),
        ("/needs/", "service"),
        ("/improvements/", "services"),
        ("/bad-day/", "service"),
    ],
)
def test_few_are_chosen_and_many_are_written(read, address, name):
    Service.objects.bulk_create(Service(id=f"S{number}", name_en="Web shop") for number in range(3))
    assert "Web shop" in read(address).main.text
    Service.objects.bulk_create(
        Service(id=f"T{number}", name_en="Storage") for number in range(MOST_TO_CHOOSE)
    )
    page = read(address).main
    assert "Storage" not in page.text
    assert page.find("input", attrs={"name": name})
