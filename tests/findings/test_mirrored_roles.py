"""Roles that mirror nobody: which rule says it, about which row, and whom it touches."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.findings.picture import CustomerFacts, Picture
from domestique.findings.rules.roles import mirrored_roles
from domestique.parties.follow_the_money import Difference, Mismatch
from domestique.quantities.sentence import say

PICTURE = Picture(
    today=date(2026, 11, 21),
    customers={"C04": CustomerFacts("C04", "Retail", "Samira Haddad", "PRICK", "accepted")},
    teams={},
    services={},
    agreements=(),
    needs=(),
    packages=(),
    used=frozenset(),
    has_prices=False,
)


@pytest.mark.parametrize(
    ("kind", "subject", "told"),
    [
        (Mismatch.OTHER_HEAD, "C04", ("R01", "customers", "C04")),
        (Mismatch.TWO_ROLES, "C04", ("R02", "customers", "C04")),
        (Mismatch.OTHER_HEAD, "O11", ("R02", "orderers", "")),
        (Mismatch.ROLE_MISSING, "U900", ("R02", "units", "")),
    ],
)
def test_customers_are_r01_and_orderers_r02(kind, subject, told):
    (found,) = mirrored_roles(PICTURE, [Difference(kind, subject, say("So."), say("Mend it."))])
    assert (found.rule, found.table, found.customer) == told
