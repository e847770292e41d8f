"""Python's looks for garbage are put off while a load is built, and never for good."""

from __future__ import annotations

import gc

import pytest

from domestique.exchange.all_stays import while_all_stays


class Interrupted(Exception):  # noqa: N818 - what happens, not what is wrong
    """Something that ends a load half-way."""


def test_garbage_is_looked_for_again_afterwards_whatever_happened() -> None:
    with pytest.raises(Interrupted), while_all_stays():
        raise Interrupted
    assert gc.isenabled()


def test_one_within_another_leaves_it_to_the_first_to_go_on() -> None:
    with while_all_stays():
        with while_all_stays():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
