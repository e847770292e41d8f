"""Every command against a cast of persons, and the accounts that commands keep."""

from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from asking import ask
from cast import CAST, MAY, STRANGER, viewer_of
from domestique.access.errors import NotForHer, OnlyForKeeper
from domestique.access.models import Account
from domestique.access.permits import ANY_PERSON, KEEPER_ONLY, insist_on_permit, permit_of
from domestique.parties.models import Person, RoleInIt
from domestique.site.commands import application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
GROUP = typer.main.get_group(application)
COMMANDS = GROUP.list_commands(None)
PERMITS = {name: permit_of(GROUP.get_command(None, name).callback) for name in COMMANDS}
GOOD = "four words of hers\n"


def user(*arguments: str, typed: str = GOOD) -> str:
    result = CliRunner().invoke(application, ["user", *arguments], input=typed)
    return result.output


def test_every_command_has_its_permit():
    assert [name for name, permit in PERMITS.items() if permit is None] == []
    assert {name for name, permit in PERMITS.items() if permit == KEEPER_ONLY} == {
        "demo",
        "forget",
        "serve",
        "user",
    }


@pytest.mark.parametrize("letter", CAST)
def test_commands_are_open_or_refused_as_the_table_says(letter):
    viewer = viewer_of(letter)
    for command in COMMANDS:
        permit = PERMITS[command]
        if permit == KEEPER_ONLY:
            with pytest.raises(OnlyForKeeper, match="only whoever keeps"):
                insist_on_permit(viewer, permit)
        elif permit == ANY_PERSON or letter in MAY[permit]:
            insist_on_permit(viewer, permit)
        else:
            with pytest.raises(NotForHer, match="Those who may are "):
                insist_on_permit(viewer, permit)


def test_a_refused_command_says_who_can():
    result = ask("--as", "Johan Sandelin", "findings")
    assert result.exit_code == 1
    assert "not open to Johan Sandelin" in result.stderr


def test_a_command_shows_what_the_person_may_see(monkeypatch):
    monkeypatch.setenv("DOMESTIQUE_AS", "Ebba Nyström")
    result = ask("satisfaction")
    assert "Race Bikes" in result.output
    assert "Retail & E-commerce" not in result.output


def test_another_customers_bill_is_not_told():
    months = ("--from", "2026-10", "--to", "2026-10")
    result = ask("--as", "Johan Sandelin", "bill", "--customer", "C04", *months)
    assert result.exit_code == 1
    assert "Web shop" not in result.output
    own = ask("--as", "Johan Sandelin", "bill", "--customer", "C02", *months)
    assert own.exit_code == 0, own.output


def test_a_stranger_is_told_that_nobody_knows_her():
    result = ask("--as", STRANGER, "catalogue")
    assert result.exit_code == 1
    assert f"nobody called “{STRANGER}”" in result.stderr


def test_accounts_are_kept_by_command():
    assert "Ebba Nyström can log in." in user("add", "Ebba  Nyström", "--password-stdin")
    assert user("list").strip() == "Ebba Nyström"
    assert "logged out everywhere" in user("off", "Ebba Nyström")
    assert user("list").strip() == "Ebba Nyström (closed)"
    assert "has a new password" in user("password", "Ebba Nyström", "--password-stdin")
    assert user("list").strip() == "Ebba Nyström"


def test_a_password_is_asked_twice():
    typed = "four words of hers\nfour words of hers\n"
    assert "can log in" in user("add", "Ebba Nyström", typed=typed)


def test_only_people_the_picture_knows_get_an_account():
    assert f"nobody called “{STRANGER}”" in user("add", STRANGER, "--password-stdin")
    assert not Account.objects.exists()


def test_an_empty_picture_begins_with_its_keeper():
    assert "can log in" in user("add", "Rut Keeper", "--keeper", "--password-stdin")
    assert Person.objects.filter(name="Rut Keeper").exists()
    assert RoleInIt.objects.get(person="Rut Keeper").role == "keeper of the picture"
    assert RoleInIt.history.filter(person="Rut Keeper").count() == 1
