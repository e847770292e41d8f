"""Verbs on accounts: open one, log in, take a new password, close one."""

import secrets
from datetime import UTC, datetime

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from domestique.access import errors
from domestique.access.link_secret import hash_of, new_secret
from domestique.access.models import Account, LogInTry
from domestique.access.trying import KEPT, minutes_to_wait
from domestique.parties.choices import ItRole
from domestique.parties.models import RoleInIt
from domestique.parties.queries import person_meant, the_one_meant
from domestique.quantities.errors import insist
from domestique.quantities.person_id import PersonId
from domestique.records.models import NAME_LENGTH
from domestique.records.saving import changing, enter
from domestique.records.viewer import Viewer

LEAST_LETTERS = 12
KEEPER_WHY = "Made keeper of the picture"


def open_account(name: str, password: str) -> Account:
    """Let a person log in. Refuses a second account for a name, and a password that is easy to guess."""
    person = the_one_meant(name) or PersonId(name)
    if Account.objects.filter(person=person).exists():
        raise errors.HasAccountAlready(name=person)
    return Account.objects.create(person=person, **_secrets_of(person, password))


def log_in(name: str, password: str) -> Account:
    """Return the open account of a name and a password.

    Every try is counted before it is checked, so that many at once get no further than many in turn. Refuses a wrong
    try without telling what was wrong, and any try after five wrong ones within a quarter of an hour.
    """
    name = " ".join(name.split())[:NAME_LENGTH]
    person, now = person_meant(name) or name, datetime.now(UTC)
    _count_try(person, now)
    account = Account.objects.filter(person=person, is_open=True).first() if person else None
    if account is None:
        make_password(password)  # takes as long as a wrong password of an account that is there
        raise errors.NotLetIn
    if not check_password(password, account.password):
        raise errors.NotLetIn
    LogInTry.objects.filter(name=person).delete()
    return account


def change_password(account: Account, present: str, new: str) -> Account:
    """Give an account the password its owner chose; log-ins elsewhere end. Refuses a wrong present one."""
    _count_try(account.person, datetime.now(UTC))
    if not check_password(present, account.password):
        raise errors.WrongPassword
    LogInTry.objects.filter(name=account.person).delete()
    return give_password(account.person, new)


def give_password(name: str, password: str) -> Account:
    """Give an account a new password and open it again if it was closed."""
    account = _account(name)
    for field, value in _secrets_of(account.person, password).items():
        setattr(account, field, value)
    account.is_open = True
    account.save()
    LogInTry.objects.filter(name=account.person).delete()
    return account


def close_account(name: str) -> Account:
    """Let nobody log in under a name any more; log-ins there are end at once."""
    account = _account(name)
    account.is_open, account.stamp = False, secrets.token_hex(16)
    account.save()
    return account


def give_calendar(account: Account) -> str:
    """Give an account a new secret for its calendar's address and return it; the one before opens nothing any more."""
    secret = new_secret()
    Account.objects.filter(pk=account.pk).update(calendar_hash=hash_of(secret))
    return secret


def take_back_calendar(account: Account) -> None:
    """Let nobody read an account's meetings by an address any more."""
    Account.objects.filter(pk=account.pk).update(calendar_hash="")


def account_of_calendar(secret: str) -> Account | None:
    """Return the open account whose calendar has this secret."""
    return Account.objects.filter(calendar_hash=hash_of(secret), is_open=True).first()


def accounts() -> QuerySet[Account]:
    """Return every account, by person."""
    return Account.objects.order_by("person")


def account_logged_in(pk: str, stamp: str) -> Account | None:
    """Return the open account a log-in was made with, unless its password has changed since."""
    return Account.objects.filter(pk=pk, stamp=stamp, is_open=True).first() if pk else None


def _account(name: str) -> Account:
    return insist(
        Account.objects.filter(person=the_one_meant(name) or name).first(),
        errors.NoAccount(name=name),
    )


def _secrets_of(person: PersonId, password: str) -> dict[str, str]:
    """Return what is kept of a password: its Argon2 hash, and a new stamp."""
    if len(password) < LEAST_LETTERS or password.casefold() == str(person).casefold():
        raise errors.PasswordTooEasy(least=LEAST_LETTERS)
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        raise errors.PasswordTooEasy(least=LEAST_LETTERS) from None
    return {"password": make_password(password), "stamp": secrets.token_hex(16)}


def _count_try(person: str, now: datetime) -> None:
    LogInTry.objects.filter(at__lt=now - KEPT).delete()
    with transaction.atomic():
        before = list(LogInTry.objects.filter(name=person).values_list("at", flat=True))
        minutes = minutes_to_wait(before, now)
        if not minutes:
            LogInTry.objects.create(name=person, at=now)
    if minutes:
        raise errors.TooManyTries(minutes=minutes)


def make_keeper(viewer: Viewer, name: str) -> None:
    """Enter a person as keeper of the picture, if she is not yet; that is how an empty database begins."""
    with changing():
        person = the_one_meant(name) or name
        if not RoleInIt.objects.filter(person=person, role=ItRole.KEEPER).exists():
            enter(RoleInIt(person=person, role=ItRole.KEEPER), viewer, KEEPER_WHY)
