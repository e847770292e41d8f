"""Who gives roles, and at which cell a refusal stands."""

from __future__ import annotations

import pytest

from domestique.parties.guards import others_give_roles
from domestique.records.guard import Guard
from domestique.records.viewer import Viewer


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"id": 7, "team_id": "GUL", "person": "Ylva Ek"}, "team_id"),
        ({"id": 7, "person": "Ylva Ek", "role": "desk agent"}, "person"),
        ({"id": "GUL", "name": "Team Gul"}, "id"),
    ],
)
def test_a_refusal_stands_where_it_is_said_whom_the_role_is_for(row, field):
    refused = others_give_roles(Viewer("Mira Falk", frozenset(), frozenset()), Guard(()), row, None)
    assert refused.field == field
