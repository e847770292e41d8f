"""What is only proposed changes no figure: what she confirmed, and what a new version has not asked yet."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from domestique.agreements.actions import accept, propose, renew
from domestique.agreements.models import AgreementLine
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
DAY = date(2026, 11, 21)
EBBA, OLLE = Viewer("Ebba Nyström"), Viewer("Olle Brandt")


def confirmed() -> tuple[int, ...]:
    """Count what is said to be confirmed and not asked, on the customer's page and in the matrix."""
    said = ("value confirmed", "value not confirmed", "not asked")
    texts = [
        Client().get(address).content.decode()
        for address in ("/customers/C12/", "/matrix/?show=worth", "/findings/?rule=R24", "/teams/")
    ]
    return tuple(text.count(word) for text in texts[:2] for word in said) + tuple(
        text.count("value") for text in texts[2:]
    )


def test_a_new_version_takes_back_nothing_that_was_confirmed():
    before = confirmed()
    assert before[0] > 0
    draft = renew(EBBA, "A12", on=DAY).id
    assert confirmed() == before
    propose(EBBA, draft, on=DAY)
    assert confirmed() == before
    accept(OLLE, draft, on=DAY)
    assert confirmed() == before


def test_what_a_proposed_line_says_waits_until_it_is_accepted():
    draft = renew(EBBA, "A12", on=DAY).id
    before = confirmed()
    AgreementLine.objects.filter(agreement_id=draft).update(value_confirmed=False)
    propose(EBBA, draft, on=DAY)
    assert confirmed() == before
