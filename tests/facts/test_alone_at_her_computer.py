"""Whoever keeps the picture alone, under the name her computer knows her by, becomes a person by what she does."""

from __future__ import annotations

import pytest
from django.db import connection

from domestique.access.viewers import local_keeper
from domestique.improvement.models import InboxItem
from domestique.parties.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_what_she_does_names_her_record(client):
    name = local_keeper().person
    assert not Person.objects.filter(name=name).exists()
    sent = client.post("/inbox/IN04/sort/", {"way": "delivery", "seen": "1"})
    assert sent.status_code == 302
    assert InboxItem.objects.get(pk="IN04").triaged_by == Person.objects.get(name=name).id
    connection.check_constraints()
