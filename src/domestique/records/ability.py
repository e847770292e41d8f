"""What a person may see and do at all. What she may decide is asked at the gates, by her name and mandate."""

from __future__ import annotations

from enum import StrEnum


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
    GIVE_ROLES = "enter who has which role"
