"""Real input, made by others, through the mapping files in ``examples/``: answers and pages stand on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from asking import answer
from domestique.exchange.loading import load

pytestmark = [pytest.mark.shared, pytest.mark.django_db]

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
PAGES = (
    "/",
    "/customers/",
    "/services/",
    "/levels/",
    "/money/",
    "/findings/",
    "/restoration/",
    "/lists/services/",
)


@pytest.fixture
def govuk(shared, viewer):
    return load(shared / "data" / "govuk_services", viewer=viewer, mapping=EXAMPLES / "govuk.toml")


@pytest.fixture
def moj(shared, viewer):
    return load(shared / "data" / "moj_portfolio", viewer=viewer, mapping=EXAMPLES / "moj.toml")


def headline(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser").h1.text.strip()


def test_govuk_loads_whole(govuk):
    assert govuk.loaded
    assert (govuk.tables["services"].new, govuk.tables["dependencies"].new) == (192, 370)


def test_losing_the_proxy_takes_seventy_five_services_with_it(govuk):
    plan = answer("restore", "--lost", "nginx-proxy", "--assume", "30", "--crews", "3")
    assert len(plan["affected"]) == 75
    assert plan["finish_minutes"] == 810
    assert all(step["assumed"] for step in plan["steps"])


def test_without_durations_the_finish_is_not_known(govuk):
    plan = answer("restore", "--lost", "nginx-proxy")
    assert (plan["finish_minutes"], len(plan["not_known"])) == (None, 75)


@pytest.mark.parametrize(
    "address", [*PAGES, "/services/whitehall-app/", "/restoration/?lost=nginx-proxy&crews=3"]
)
def test_every_page_answers_on_govuk(govuk, client, address):
    assert headline(client, address)


def test_moj_loads_whole_and_its_namespaces_add_up(moj):
    assert moj.loaded
    assert (moj.tables["customers"].new, moj.tables["services"].new) == (8, 642)


def test_moj_customers_have_no_person_yet(moj):
    found = answer("findings", "--rule", "R01")["findings"]
    assert len(found) == 8
    assert "has no person in the customer role" in found[0]["text"]


@pytest.mark.parametrize("address", [*PAGES, "/customers/HMPPS/"])
def test_every_page_answers_on_moj(moj, client, address):
    assert headline(client, address)
