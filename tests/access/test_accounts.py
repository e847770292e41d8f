"""Accounts: who may log in, with which password, and how often one may try."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domestique.access import actions as accounts
from domestique.access.errors import (
    HasAccountAlready,
    NoAccount,
    NotLetIn,
    PasswordTooEasy,
    TooManyTries,
    WrongPassword,
)
from domestique.access.models import Account, LogInTry
from domestique.access.trying import minutes_to_wait

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
GOOD = "four words of hers"


@pytest.fixture
def ebba(db: None) -> Account:
    return accounts.open_account("Ebba Nyström", GOOD)


def ago(*minutes: int) -> list[datetime]:
    return [NOW - timedelta(minutes=one) for one in minutes]


@pytest.mark.parametrize(
    ("tries", "minutes"),
    [
        (ago(), 0),
        (ago(1, 2, 3, 4), 0),
        (ago(1, 2, 3, 4, 5), 10),
        (ago(1, 2, 3, 4, 14), 1),
        (ago(1, 2, 3, 4, 15), 0),
        (ago(1, 1, 2, 2, 3, 9), 12),
    ],
)
def test_five_wrong_tries_wait_until_the_oldest_is_a_quarter_of_an_hour_old(tries, minutes):
    assert minutes_to_wait(tries, NOW) == minutes


def test_a_password_is_kept_as_argon2_only(ebba):
    assert ebba.password.startswith("argon2$argon2id$")
    assert accounts.log_in("Ebba Nyström", GOOD) == ebba


@pytest.mark.parametrize(
    ("name", "password"), [("Ebba Nyström", "wrong"), ("Nobody", GOOD), ("", "")]
)
def test_a_wrong_try_does_not_tell_what_was_wrong(ebba, name, password):
    with pytest.raises(NotLetIn) as refusal:
        accounts.log_in(name, password)
    assert str(refusal.value) == str(NotLetIn())


@pytest.mark.parametrize("name", ["Ebba Nyström", "Nobody"])
def test_the_sixth_try_waits_even_with_the_right_password(ebba, name):
    for _ in range(5):
        with pytest.raises(NotLetIn):
            accounts.log_in(name, "wrong")
    with pytest.raises(TooManyTries, match=r"Wait 1[45] minutes"):
        accounts.log_in(name, GOOD)


def test_a_right_try_forgets_the_wrong_ones(ebba):
    for _ in range(4):
        with pytest.raises(NotLetIn):
            accounts.log_in(ebba.person, "wrong")
    accounts.log_in(ebba.person, GOOD)
    assert not LogInTry.objects.exists()


@pytest.mark.parametrize("password", ["", "short", "password1234", "Ebba Maria Nyström"])
def test_a_password_easy_to_guess_is_refused(db, password):
    with pytest.raises(PasswordTooEasy, match="at least 12 letters"):
        accounts.open_account("ebba maria nyström", password)
    assert not Account.objects.exists()


def test_one_account_for_each_person(ebba):
    with pytest.raises(HasAccountAlready):
        accounts.open_account(ebba.person, GOOD)
    with pytest.raises(NoAccount):
        accounts.close_account("Nobody")


def test_a_closed_account_lets_nobody_in(ebba):
    accounts.close_account(ebba.person)
    assert accounts.account_logged_in(ebba.pk, ebba.stamp) is None
    with pytest.raises(NotLetIn):
        accounts.log_in(ebba.person, GOOD)


def test_a_new_password_ends_log_ins_elsewhere(ebba):
    with pytest.raises(WrongPassword):
        accounts.change_password(ebba, "wrong", "another four words")
    accounts.change_password(ebba, GOOD, "another four words")
    assert accounts.account_logged_in(ebba.pk, ebba.stamp) is None
    assert accounts.log_in(ebba.person, "another four words").person == ebba.person
