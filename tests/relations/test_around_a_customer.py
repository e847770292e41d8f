"""The people around a customer are hers: no orderer of another stands among them."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.parties.models import Customer, Orderer
from domestique.relations.people_queries import around

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


@pytest.mark.parametrize("id_", ["C02", "C04"])
def test_orderers_around_a_customer_are_hers_alone(viewer, id_):
    found = around(viewer, Customer.objects.get(pk=id_), date(2026, 11, 21))
    own = set(Orderer.objects.filter(customer=id_).values_list("person", flat=True)) - {""}
    assert own
    assert found.orderers == own
