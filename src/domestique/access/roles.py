"""What each role gives: the one table that says who may see and do what. Plain values; no Django."""

from collections.abc import Mapping
from dataclasses import dataclass

from domestique.parties.choices import ItRole, TeamRole
from domestique.quantities.sentence import Sentence, say
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

BY_TEAM_ROLE: Mapping[str, Gives] = {
    TeamRole.CUSTOMER_MANAGER: Gives(_TEAM | {A.TRIAGE}, hears=True),
    TeamRole.DELIVERY_MANAGER: Gives(_TEAM | {A.TRIAGE}, hears=True),
    TeamRole.SERVICE_OWNER: Gives(_TEAM | {A.TRIAGE}, hears=True),
}
BY_IT_ROLE: Mapping[str, Gives] = {
    ItRole.CIO: Gives(
        _TEAM | {A.TRIAGE, A.SEE_STEERING, A.LOAD, A.GIVE_ROLES}, all_customers=True, hears=True
    ),
    ItRole.CONTROLLER: Gives(
        _WHOLE_PICTURE | {A.SEE_STEERING, A.CHANGE_RECORDS, A.LOAD, A.KEEP_PRICES},
        all_customers=True,
        hears=True,
    ),
    ItRole.STEERING_CHAIR: Gives(_WHOLE_PICTURE | {A.SEE_STEERING}, all_customers=True, hears=True),
    ItRole.STEERING: Gives(frozenset({A.SEE_CATALOGUE, A.SEE_STEERING})),
    ItRole.DESK_LEAD: Gives(_IN_THE_HOUSE | {A.TRIAGE}, all_customers=True),
    ItRole.DESK_AGENT: Gives(_IN_THE_HOUSE, all_customers=True),
    ItRole.KEEPER: Gives(frozenset(Ability), all_customers=True, hears=True, is_keeper=True),
}

ROLE_WORDS: Mapping[str, Sentence] = {
    ItRole.CIO: say("the chief information officer"),
    ItRole.CONTROLLER: say("the IT controller"),
    ItRole.DESK_LEAD: say("the service desk lead"),
    ItRole.DESK_AGENT: say("an agent of the service desk"),
    ItRole.STEERING: say("a member of the IT steering group"),
    ItRole.STEERING_CHAIR: say("the chair of the IT steering group"),
    ItRole.KEEPER: say("the keeper of the picture"),
    TeamRole.CUSTOMER_MANAGER: say("customer manager"),
    TeamRole.DELIVERY_MANAGER: say("delivery manager"),
    TeamRole.SERVICE_OWNER: say("service owner"),
}
"""Each role as a sentence says it."""
