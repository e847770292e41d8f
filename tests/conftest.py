"""What many tests are given: the demo organisation loaded, and someone who looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from domestique.parties.viewer import Viewer

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture
def viewer() -> Viewer:
    """Someone who sees everything."""
    return Viewer(person="Petri Salmela")


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The demo organisation, loaded once for a whole file of tests and taken away after it."""
    from domestique.exchange.demo import load_demo

    with django_db_blocker.unblock(), transaction.atomic():
        report = load_demo(viewer=Viewer(person="Petri Salmela"))
        assert report.loaded, report.errors
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real input made by others, which stands beside the project and not in it."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with data made by others is not here")
    return SHARED
