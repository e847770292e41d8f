"""Portfolio and catalogue before there is much to show."""

from __future__ import annotations

import pytest

from given_tables import load_tables

PATHS = [
    "/portfolio/", "/portfolio/?view=board", "/catalogue/", "/catalogue/?view=technical",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_empty_database_teaches_the_next_step(read, path):
    page = read(path)
    assert page.h1.text in {
        "Nothing is offered, developed or asked for yet.",
        "The board is empty.",
        "Nothing can be ordered yet.",
    }
    assert page.select(".empty, .none")


@pytest.mark.parametrize("path", [*PATHS, "/catalogue/S1/", "/catalogue/for/C1/"])
def test_three_tables_are_enough(read, tmp_path, path):
    load_tables(
        tmp_path,
        customers="""id,person
                     C1,Samira""",
        services="""id,name_en,unit
                    S1,Web shop,order""",
        planned_consumption="""customer,service,year,units
                               C1,S1,2026,12""",
    )
    page = read(path)
    assert "Web shop" in page.text
    assert "0.00" not in page.text


def test_what_is_not_known_is_said_so(read, tmp_path):
    load_tables(tmp_path, services="id\nS1", customers="id\nC1")
    page = read("/catalogue/S1/")
    assert page.h1.text == "What S1 costs is not known."
    assert "nothing promised" in page.text
    assert "Nobody is known to take orders yet" in page.text
    assert read("/catalogue/for/C1/").h1.text == "You use nothing yet."
