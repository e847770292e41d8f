"""Accounts: who may log in. What she may see then is not kept here; it follows from the picture."""

from django.db import models

from domestique.records.fields import PersonField, PersonIsThere
from domestique.records.models import NAME_LENGTH


class Account(models.Model):
    """A person who may log in, by whatever of her is known to one alone: her id, her e-mail or her name.

    ``stamp`` changes with the password and when the account is closed; log-ins under another one end.
    ``calendar_hash`` is the hash of the secret address her calendar program reads her meetings at; empty without one.
    """

    person = PersonField(unique=True)
    password = models.CharField(max_length=200)
    stamp = models.CharField(max_length=32)
    is_open = models.BooleanField(default=True)
    calendar_hash = models.CharField(max_length=64, blank=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["person"]
        constraints = [PersonIsThere(field="person", name="access_account_person_there")]

    def __str__(self) -> str:
        return str(self.person)


class LogInTry(models.Model):
    """Somebody tried to log in as a person, or under a name nobody has. Kept for a quarter of an hour."""

    name = models.CharField(max_length=NAME_LENGTH, db_index=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
