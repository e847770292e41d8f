"""What a person may see and do at all. What she may decide is asked at the gates, by her name and mandate."""

from enum import StrEnum

from domestique.quantities.sentence import Sentence, say


class Ability(StrEnum):
    """One thing a person may see or do; which of them a person has follows from her roles, in ``access``."""

    SEE_CATALOGUE = "see the catalogue"
    SEE_OWN = "see the page, the bill and the needs of her own customer"
    SEE_PICTURE = "see the whole picture of the customers she works for"
    SEE_SERVICES = "see what services promise, deliver and stand on"
    SEE_MONEY = "see what services cost and who pays"
    SEE_STEERING = "see what the IT steering group sees"
    SEE_RECORDS = "see and export the records behind the picture"
    CHANGE_RECORDS = "enter and change records"
    LOAD = "load files"
    NOTE = "put something into the inbox"
    TRIAGE = "sort the inbox"
    WORK_WITH_CUSTOMERS = "log contacts, promises and meetings, prepare needs and escalate"
    RAISE_NEED = "raise a need of her unit"
    SAY = "say how she feels, what a service is worth and what she complains about"
    KEEP_PRICES = "change the price list"
    GIVE_ROLES = "enter who has which role"


_TEAMS = say(
    "the customer teams, the chief information officer, the IT controller and the chair of the IT steering group"
)
_DESK_TOO = say(
    "everybody in IT: the customer teams, the service desk, the IT controller and the chief information officer"
)
WHO_CAN: dict[Ability, Sentence] = {
    Ability.SEE_CATALOGUE: say("everybody whom the picture knows"),
    Ability.SEE_OWN: say("customers, who decides for them while they are away, their orderers, and the customer team"),
    Ability.SEE_PICTURE: _TEAMS,
    Ability.SEE_SERVICES: _DESK_TOO,
    Ability.SEE_MONEY: _TEAMS,
    Ability.SEE_STEERING: say("the IT steering group, the chief information officer and the IT controller"),
    Ability.SEE_RECORDS: _TEAMS,
    Ability.CHANGE_RECORDS: say("the customer teams, the chief information officer, the IT controller and who keeps the picture"),
    Ability.LOAD: say("the chief information officer, the IT controller and who keeps the picture"),
    Ability.NOTE: _DESK_TOO,
    Ability.TRIAGE: say("the customer teams, the service desk lead and the chief information officer"),
    Ability.WORK_WITH_CUSTOMERS: say("the customer teams and the chief information officer"),
    Ability.RAISE_NEED: say("customers and their orderers"),
    Ability.KEEP_PRICES: say("the IT controller and who keeps the picture"),
    Ability.GIVE_ROLES: say("the chief information officer and who keeps the picture"),
    Ability.SAY: say("customers, and who decides for them while they are away"),
}  # fmt: skip
"""Who has each ability, as a refusal says it."""
