"""Who is invited to a survey and who is spared: one invitation per person in 90 days (measurement 1.5).

The link in it works once, from the survey's first day to its last.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domestique.quantities.errors import Refusal
from domestique.satisfaction.errors import LinkExpired, LinkUsed, SurveyNotOpenYet

REST_DAYS = 90
FEWEST_OF_A_GROUP = 5


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody a survey could ask: reached by e-mail, in her language, of a customer if of one."""

    person: str
    email: str
    language: str = ""
    customer: str = ""


class Why(StrEnum):
    """Why somebody is not invited."""

    NO_ADDRESS = "no address"
    INVITED = "invited already"
    RESTS = "rests"


@dataclass(frozen=True, slots=True)
class Spared:
    """Somebody who is not invited now, why, and the first day on which she may be."""

    invitee: Invitee
    why: Why
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is invited now, and who is spared."""

    invited: tuple[Invitee, ...]
    spared: tuple[Spared, ...]


def rests_until(last: date) -> date:
    """Return the first day on which somebody invited on a day may be invited again."""
    return last + timedelta(days=REST_DAYS)


def choose(
    people: Iterable[Invitee],
    invited_already: frozenset[str],
    last_invited: Mapping[str, date],
    today: date,
) -> Invited:
    """Choose whom a survey invites. Addresses in ``invited_already`` and ``last_invited`` are in small letters.

    Who stands there twice, as two roles can make her, is invited once.
    """
    invited: dict[str, Invitee] = {}
    spared: list[Spared] = []
    for one in people:
        address = one.email.casefold()
        if address in invited:
            continue
        if not address:
            spared.append(Spared(one, Why.NO_ADDRESS))
        elif address in invited_already:
            spared.append(Spared(one, Why.INVITED))
        elif address in last_invited and today < rests_until(last_invited[address]):
            spared.append(Spared(one, Why.RESTS, rests_until(last_invited[address])))
        else:
            invited[address] = one
    return Invited(tuple(invited.values()), tuple(spared))


def groups_kept(customers: Iterable[str]) -> frozenset[str]:
    """Return the customers that may stand on an anonymous sheet: those of whom five or more are asked."""
    counts = Counter(filter(None, customers))
    return frozenset(id_ for id_, count in counts.items() if count >= FEWEST_OF_A_GROUP)


def why_not_answer(
    survey: str, opens: date, closes: date, today: date, *, is_answered: bool
) -> Refusal | None:
    """Return why a link is no good on a day; the survey's first and last day are open."""
    if is_answered:
        return LinkUsed()
    if today > closes:
        return LinkExpired(day=closes)
    return SurveyNotOpenYet(survey=survey, day=opens) if today < opens else None
