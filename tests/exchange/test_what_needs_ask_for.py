"""A sheet from before the column lets the note propose, once, what a need asks for; what is said stays."""

from __future__ import annotations

import pytest

from domestique.relations.models import Need
from given_tables import load_tables

pytestmark = pytest.mark.django_db

OLD = "id,customer,need,note\nN1,C1,One,candidate product\nN2,C1,Two,no new service wanted by her\nN3,C1,Three,R08"


def asked() -> dict[str, str]:
    return dict(Need.objects.values_list("id", "asks_for"))


def test_an_old_sheet_proposes_and_tells(tmp_path):
    report = load_tables(tmp_path, customers="id,person\nC1,Anna", needs=OLD)
    assert report.loaded
    assert asked() == {"N1": "new service", "N2": "new service", "N3": ""}
    assert [str(one) for one in report.notices][:1] == [
        "2 needs ask for a new service, by their notes; the column “asks_for” says so from now on."
    ]


def test_what_somebody_said_since_stays_and_is_not_told_again(tmp_path):
    load_tables(tmp_path, customers="id,person\nC1,Anna", needs=OLD)
    Need.objects.filter(pk="N2").update(asks_for="use")
    Need.objects.filter(pk="N1").update(asks_for="")
    again = load_tables(tmp_path, needs=OLD)
    assert (again.loaded, list(again.notices)) == (True, [])
    assert asked() == {"N1": "", "N2": "use", "N3": ""}


def test_a_sheet_with_the_column_is_taken_at_its_word(tmp_path):
    load_tables(
        tmp_path,
        customers="id,person\nC1,Anna",
        needs="id,customer,need,note,asks_for\nN1,C1,One,candidate product,\nN2,C1,Two,,level",
    )
    assert asked() == {"N1": "", "N2": "level"}
