"""What is stored beside the database is what a fresh reckoning gives, and is believed only while that is sure."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from domestique.parties.models import Customer
from domestique.portfolio.models import Service
from domestique.records.memory import remembering, stored
from domestique.records.memory.freshness import order_to_forget
from domestique.records.memory.kept_rows import forget_rows, kept
from domestique.records.memory.remembering import Memory, stored_while_unchanged
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what is stored, where everything is worth it."""
    settings.REMEMBERED_IN = tmp_path / "remembered"  # type: ignore[attr-defined]
    monkeypatch.setattr(remembering, "WORTH_SECONDS", 0)
    monkeypatch.setattr(stored, "PAUSE_SECONDS", 0)
    return tmp_path / "remembered"


def start_anew() -> None:
    """Remember nothing, as a process that has just started."""
    remembering.MEMORY = Memory()
    forget_rows()


asked: list[str] = []


@stored_while_unchanged
def named(viewer: Viewer) -> MappingProxyType[str, tuple[str, Fraction]]:
    asked.append("named")
    rows = kept(Service).rows(("id", "name_en"))
    seen = (row for row in rows if viewer.may_see_customer("C1"))
    return MappingProxyType({id_: (name, Fraction(len(name), 3)) for id_, name in seen})


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["add", "rename", "retire", "delete", "customer", "start", "forget"]),
        st.sampled_from(["S1", "S2", "S3"]),
        st.sampled_from(["Mail", "Post", ""]),
    ),
    max_size=10,
)


@trying(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_what_is_stored_is_what_a_fresh_reckoning_gives(folder, changes):
    ebba = Viewer("Ebba")
    for deed, id_, name in changes:
        found = Service.objects.filter(pk=id_).first() or Service(id=id_)
        if deed == "start":
            start_anew()
        elif deed == "forget":
            order_to_forget("Ebba")
        elif deed == "customer":
            Customer.objects.get_or_create(id=f"C{id_}")
        elif deed == "delete":
            if Service.objects.filter(pk=id_).exists():
                found.delete()
        else:
            found.name_en = name
            found.state = "retired" if deed == "retire" else found.state
            found.save()
        fresh = Service.objects.values_list("id", "name_en")
        assert named(ebba) == {one: (says, Fraction(len(says), 3)) for one, says in fresh}
    start_anew()
    Service.objects.all().delete()


def test_a_process_that_starts_reads_what_another_reckoned(folder):
    Service.objects.create(id="S1", name_en="Mail")
    start_anew()
    first, reckoned = named(Viewer("Ebba")), len(asked)
    start_anew()
    assert named(Viewer("Noor")) == first
    assert len(asked) == reckoned
    assert named(Viewer("Noor", customers=frozenset({"C2"}))) == {}


def test_the_same_number_of_another_change_is_not_believed(folder):
    Service.objects.create(id="S1", name_en="Mail")
    start_anew()
    named(Viewer("Ebba"))
    Service.history.update(history_date=datetime(2020, 1, 1, tzinfo=UTC))
    Service.objects.update(name_en="Post")
    start_anew()
    assert named(Viewer("Ebba"))["S1"][0] == "Post"


@pytest.mark.parametrize("place", [0, 80, -2])
def test_what_was_touched_is_reckoned_anew(folder, place):
    Service.objects.create(id="S1", name_en="Mail")
    start_anew()
    named(Viewer("Ebba"))
    (file,) = folder.iterdir()
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    start_anew()
    reckoned = len(asked)
    assert named(Viewer("Ebba"))["S1"][0] == "Mail"
    assert len(asked) == reckoned + 1


def test_only_its_owner_may_read_it(folder):
    Service.objects.create(id="S1", name_en="Mail")
    start_anew()
    named(Viewer("Ebba"))
    (file,) = folder.iterdir()
    assert [oct(one.stat().st_mode & 0o777) for one in (folder, file)] == ["0o700", "0o600"]


@pytest.mark.parametrize("thing", [Path.cwd, pickle.loads, Service])
def test_nothing_but_values_is_read(thing):
    written = pickle.dumps(thing)
    with pytest.raises(pickle.UnpicklingError):
        stored.read_values(written)


def test_who_gives_the_order_to_forget_takes_the_files_away(folder):
    Service.objects.create(id="S1", name_en="Mail")
    start_anew()
    named(Viewer("Ebba"))
    stored.forget_stored()
    assert not list(folder.iterdir())
