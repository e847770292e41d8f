"""What is remembered is shared by viewers who are alike in what was looked at, and rests on what was read alone."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domestique.access.models import Account
from domestique.findings.finding import Finding, Names
from domestique.findings.findings import Findings, Pile
from domestique.parties.models import Customer, Person
from domestique.portfolio.models import Service
from domestique.quantities.sentence import Sentence
from domestique.records.memory.freshness import order_to_forget
from domestique.records.memory.kept_rows import kept
from domestique.records.memory.remembering import while_unchanged
from domestique.records.memory.weight import weight_of
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.django_db(transaction=True)


def test_viewers_who_see_the_same_share_one_answer():
    asked: list[str] = []

    @while_unchanged
    def customers_of(viewer: Viewer) -> tuple[str, ...]:
        asked.append("reckoned")
        found = Customer.objects.order_by("id").values_list("id", flat=True)
        return tuple(id_ for id_ in found if viewer.may_see_customer(id_))

    for id_ in ("C1", "C2"):
        Customer.objects.create(id=id_)
    for person in "ABCDEFG":
        assert customers_of(Viewer(person)) == ("C1", "C2")
    assert len(asked) == 1
    assert customers_of(Viewer("H", customers=frozenset({"C2"}))) == ("C2",)
    assert customers_of(Viewer("A")) == ("C1", "C2")
    assert len(asked) == 2


def test_who_is_looked_at_by_name_has_an_answer_of_her_own():
    @while_unchanged
    def name_of(viewer: Viewer) -> str:
        return f"{viewer.person} {Service.objects.count()}"

    assert [name_of(Viewer("A")), name_of(Viewer("B")), name_of(Viewer("A"))] == [
        "A 0",
        "B 0",
        "A 0",
    ]


def test_what_an_inner_answer_rests_on_the_outer_one_rests_on_too():
    @while_unchanged
    def inner() -> int:
        return Service.objects.count()

    @while_unchanged
    def outer(word: str) -> str:
        return f"{word} {inner()}"

    assert [inner(), outer("has")] == [0, "has 0"]
    Service.objects.create(id="S1")
    assert outer("has") == "has 1"


def test_a_new_name_changes_what_reads_names_and_nothing_else():
    asked: list[str] = []

    @while_unchanged
    def states() -> list[tuple[str, ...]]:
        asked.append("states")
        return kept(Service).rows(("id", "state"))

    @while_unchanged
    def names() -> list[tuple[str, ...]]:
        asked.append("names")
        return kept(Service).rows(("id", "name_en"))

    service = Service.objects.create(id="S1", name_en="Mail")
    assert [states(), names()] == [[("S1", "live")], [("S1", "Mail")]]
    service.name_en = "Post"
    service.save()
    assert [states(), names()] == [[("S1", "live")], [("S1", "Post")]]
    assert asked == ["states", "names", "names"]


def test_what_rests_on_a_table_without_history_is_never_remembered():
    @while_unchanged
    def accounts() -> int:
        return Account.objects.count()

    assert accounts() == 0
    Person.objects.create(id="Ebba", name="Ebba")
    Account.objects.create(person="Ebba")
    assert accounts() == 1


def test_changes_by_hand_are_seen_after_the_order_to_forget():
    @while_unchanged
    def names() -> list[tuple[str, ...]]:
        return kept(Service).rows(("name_en",))

    Service.objects.create(id="S1", name_en="Mail")
    assert names() == [("Mail",)]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE portfolio_service SET name_en = 'Post'")
    order_to_forget("Ebba")
    assert names() == [("Post",)]


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["add", "rename", "retire", "delete"]),
        st.sampled_from(["S1", "S2", "S3"]),
        st.sampled_from(["Mail", "Post", ""]),
    ),
    max_size=8,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(CHANGES)
def test_kept_rows_are_those_a_fresh_reading_gives(changes):
    columns = ("id", "name_en", "state")

    @while_unchanged
    def rows() -> list[tuple[str, ...]]:
        return kept(Service).rows(columns)

    Service.objects.all().delete()
    for deed, id_, name in changes:
        found = Service.objects.filter(pk=id_).first() or Service(id=id_)
        if deed == "delete":
            if found.version and Service.objects.filter(pk=id_).exists():
                found.delete()
        else:
            found.name_en = name
            found.state = "retired" if deed == "retire" else found.state
            found.save()
        assert rows() == list(Service.objects.order_by("id").values_list(*columns))


def test_what_all_share_is_weighed_once():
    shared = "x" * 100_000
    assert weight_of(tuple((number, shared) for number in range(1_000, 2_000))) < 400_000


def test_what_is_made_of_remembered_answers_is_not_weighed_again():
    piles = (Pile("R16", [Finding("R16", "services", "S1", Sentence("x" * 9_000), Sentence(""))]),)
    assert weight_of(piles) > 9_000
    assert weight_of(Findings(piles, Names())) < 1_000
