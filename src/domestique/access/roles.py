"""What each role gives: the one table that says who may see and do what. Plain values; no Django."""

from __future__ import annotations

from dataclasses import dataclass

from domestique.quantities.sentence import say
from domestique.records.ability import Ability


@dataclass(frozen=True, slots=True)
class Gives:
    """What a role gives: abilities; whether for all customers; whether their words, moods and scores too."""

    abilities: frozenset[Ability]
    all_customers: bool = False
    hears: bool = False
    is_keeper: bool = False


A = Ability
_IN_THE_HOUSE = frozenset({A.SEE_CATALOGUE, A.SEE_SERVICES, A.NOTE})
_WHOLE_PICTURE = _IN_THE_HOUSE | {A.SEE_OWN, A.SEE_PICTURE, A.SEE_MONEY, A.SEE_RECORDS}
_TEAM = _WHOLE_PICTURE | {A.CHANGE_RECORDS, A.WORK_WITH_CUSTOMERS}

KNOWN = Gives(frozenset({A.SEE_CATALOGUE}))
CUSTOMER = Gives(frozenset({A.SEE_CATALOGUE, A.SEE_OWN, A.RAISE_NEED, A.SAY}), hears=True)
ORDERER = Gives(frozenset({A.SEE_CATALOGUE, A.SEE_OWN, A.RAISE_NEED}))

BY_TEAM_ROLE = {
    "customer manager": Gives(_TEAM | {A.TRIAGE}, hears=True),
    "delivery manager": Gives(_TEAM | {A.TRIAGE}, hears=True),
    "service owner": Gives(_TEAM | {A.TRIAGE}, hears=True),
}
BY_IT_ROLE = {
    "chief information officer": Gives(
        _TEAM | {A.TRIAGE, A.SEE_STEERING, A.LOAD, A.GIVE_ROLES}, all_customers=True, hears=True
    ),
    "it controller": Gives(
        _WHOLE_PICTURE | {A.SEE_STEERING, A.CHANGE_RECORDS, A.LOAD}, all_customers=True, hears=True
    ),
    "it steering group chair": Gives(
        _WHOLE_PICTURE | {A.SEE_STEERING}, all_customers=True, hears=True
    ),
    "it steering group": Gives(frozenset({A.SEE_CATALOGUE, A.SEE_STEERING})),
    "service desk lead": Gives(_IN_THE_HOUSE | {A.TRIAGE}, all_customers=True),
    "service desk agent": Gives(_IN_THE_HOUSE, all_customers=True),
    "keeper of the picture": Gives(
        frozenset(Ability), all_customers=True, hears=True, is_keeper=True
    ),
}

ROLE_WORDS = {
    "chief information officer": say("the chief information officer"),
    "it controller": say("the IT controller"),
    "service desk lead": say("the service desk lead"),
    "service desk agent": say("an agent of the service desk"),
    "it steering group": say("a member of the IT steering group"),
    "it steering group chair": say("the chair of the IT steering group"),
    "keeper of the picture": say("the keeper of the picture"),
    "customer manager": say("customer manager"),
    "delivery manager": say("delivery manager"),
    "service owner": say("service owner"),
}
"""Each role as a sentence says it."""
