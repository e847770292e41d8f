"""What a service is for stands wherever a customer meets it."""

from __future__ import annotations

import pytest

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo")
FOR = "Riders choose, pay for and follow their bikes at any hour, wherever they are."


@pytest.mark.parametrize(
    "path", ["/services/S03/", "/catalogue/S03/", "/catalogue/", "/catalogue/for/C04/", "/customers/C04/"]
)  # fmt: skip
def test_purpose_is_said_in_one_sentence(read, path):
    assert FOR in read(path).find("main").text


@pytest.mark.parametrize("path", ["/services/S03/", "/catalogue/S03/"])
def test_nothing_stands_where_no_purpose_is_written(read, path):
    Service.objects.filter(pk="S03").update(purpose="")
    assert read(path).find("p", class_="lead") is None


def test_every_customer_facing_service_of_the_demo_says_what_it_is_for(db):
    offered = Service.objects.filter(kind="customer-facing")
    sentences = set(offered.values_list("purpose", flat=True))
    assert len(sentences) == offered.count() == 30
    assert all(one.endswith(".") and one.count(".") == 1 for one in sentences)


def test_service_and_catalogue_lead_to_each_other(read):
    assert read("/services/S03/").find("main").find("a", href="/catalogue/S03/")
    assert read("/catalogue/S03/").find("main").find("a", href="/services/S03/")
    assert not read("/services/T01/").find("main").find("a", href="/catalogue/T01/")


def test_customer_and_her_catalogue_lead_to_each_other(read):
    assert read("/customers/C04/").find("a", href="/catalogue/for/C04/")
    assert read("/catalogue/for/C04/").find("main").find("a", href="/customers/C04/")
