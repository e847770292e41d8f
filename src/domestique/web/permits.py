"""Which ability every route needs. A route that is not listed is open to nobody but the keeper."""

from __future__ import annotations

from domestique.records.ability import Ability
from domestique.records.viewer import Viewer

WITHOUT_LOG_IN = "without log-in"
"""Open before anybody has said who she is."""
ANY_PERSON = "any person"
"""Open to everybody who has."""

PERMITS: dict[str, Ability | str] = {
    # who am I
    "log-in": WITHOUT_LOG_IN,
    "log-out": WITHOUT_LOG_IN,
    "password": ANY_PERSON,
    "act-as": ANY_PERSON,
    "what-may-i-see": ANY_PERSON,
    # the picture
    "today": Ability.SEE_PICTURE,
    "customers": Ability.SEE_PICTURE,
    "customer": Ability.SEE_PICTURE,
    "before-you-walk-in": Ability.SEE_PICTURE,
    "before-you-walk-in-pdf": Ability.SEE_PICTURE,
    "matrix": Ability.SEE_PICTURE,
    "portfolio": Ability.SEE_PICTURE,
    "findings": Ability.SEE_PICTURE,
    "find": Ability.SEE_CATALOGUE,
    "find_as_typed": Ability.SEE_CATALOGUE,
    # working with customers
    "relationship": Ability.SEE_PICTURE,
    "relationship-pdf": Ability.SEE_PICTURE,
    "contacts": Ability.SEE_PICTURE,
    "new-contact": Ability.WORK_WITH_CUSTOMERS,
    "followed-up": Ability.WORK_WITH_CUSTOMERS,
    "promised": Ability.SEE_PICTURE,
    "keep-promise": Ability.WORK_WITH_CUSTOMERS,
    "take-back-promise": Ability.WORK_WITH_CUSTOMERS,
    "bad-day": Ability.WORK_WITH_CUSTOMERS,
    "meetings": Ability.SEE_PICTURE,
    "meeting": Ability.SEE_PICTURE,
    "meeting-pack": Ability.SEE_PICTURE,
    "calendar": Ability.SEE_PICTURE,
    "calendar-address": Ability.SEE_PICTURE,
    "calendar-by-link": WITHOUT_LOG_IN,  # whose it is, and what she may see, is asked of the link
    "plan-meeting": Ability.WORK_WITH_CUSTOMERS,
    "move-meeting": Ability.WORK_WITH_CUSTOMERS,
    "cancel-meeting": Ability.WORK_WITH_CUSTOMERS,
    "hold-meeting": Ability.WORK_WITH_CUSTOMERS,
    "meeting-items": Ability.WORK_WITH_CUSTOMERS,
    "park-item": Ability.WORK_WITH_CUSTOMERS,
    "finish-action": Ability.WORK_WITH_CUSTOMERS,
    "meeting-mood": ANY_PERSON,
    "ask-for-dialogue": Ability.SEE_OWN,
    "year": Ability.SEE_PICTURE,
    # a customer's own
    "own-page": Ability.SEE_OWN,
    "own-page-pdf": Ability.SEE_OWN,
    "bill": Ability.SEE_OWN,
    "edition": Ability.SEE_OWN,
    # roles, teams and agreements
    "right-person": ANY_PERSON,
    "roles": Ability.SEE_PICTURE,
    "roles-take": Ability.WORK_WITH_CUSTOMERS,
    "roles-overrule": Ability.WORK_WITH_CUSTOMERS,
    "roles-follow": Ability.WORK_WITH_CUSTOMERS,
    "roles-repair": Ability.WORK_WITH_CUSTOMERS,
    "role": Ability.SEE_OWN,
    "role-identify": Ability.WORK_WITH_CUSTOMERS,
    "role-accept": Ability.SEE_OWN,
    "role-step-down": Ability.SEE_OWN,
    "role-suggest": Ability.WORK_WITH_CUSTOMERS,
    "role-lend": Ability.SEE_OWN,
    "hand-over": Ability.SEE_PICTURE,
    "hand-over-pdf": Ability.SEE_PICTURE,
    "teams": Ability.SEE_PICTURE,
    "team": Ability.SEE_PICTURE,
    "agreement": Ability.SEE_OWN,
    "agreement-pdf": Ability.SEE_OWN,
    "agreement-propose": Ability.WORK_WITH_CUSTOMERS,
    "agreement-take-back": Ability.WORK_WITH_CUSTOMERS,
    "agreement-accept": Ability.SEE_OWN,
    "agreement-begin": Ability.WORK_WITH_CUSTOMERS,
    "agreement-end": Ability.SEE_OWN,
    "agreement-renew": Ability.WORK_WITH_CUSTOMERS,
    # services
    "catalogue": Ability.SEE_CATALOGUE,
    "offer": Ability.SEE_CATALOGUE,
    "services": Ability.SEE_SERVICES,
    "service": Ability.SEE_SERVICES,
    "map": Ability.SEE_SERVICES,
    "impact": Ability.SEE_SERVICES,
    "levels": Ability.SEE_SERVICES,
    "promises": Ability.SEE_SERVICES,
    "promise": Ability.SEE_SERVICES,
    "restoration": Ability.SEE_SERVICES,
    "exercise": Ability.SEE_SERVICES,
    "run-sheet": Ability.SEE_SERVICES,
    "chart-drawing": ANY_PERSON,  # each chart takes what the page it stands on takes
    "chart-spec": ANY_PERSON,
    "parts": Ability.SEE_RECORDS,
    # money and steering
    "money": Ability.SEE_MONEY,
    "steering": Ability.SEE_STEERING,
    "steering-pdf": Ability.SEE_STEERING,
    # the inbox, needs, requirements, escalations: the verbs ask more
    "inbox": Ability.NOTE,
    "inbox-add": Ability.NOTE,
    "inbox-do": Ability.NOTE,
    "needs": Ability.SEE_OWN,
    "need": Ability.SEE_OWN,
    "need-sheet": Ability.SEE_OWN,
    "need-sheet-pdf": Ability.SEE_OWN,
    "need-capture": Ability.SEE_OWN,
    "need-do": Ability.SEE_OWN,
    "requirements": Ability.SEE_OWN,
    "requirement-do": Ability.SEE_OWN,
    "escalations": Ability.SEE_OWN,
    "escalation": Ability.SEE_OWN,
    "escalation-raise": Ability.SEE_OWN,
    "escalation-do": Ability.SEE_OWN,
    "tell-back": Ability.SEE_OWN,
    # how they feel, what it is worth, complaints, surveys, improvements: the verbs ask more
    "pulse": Ability.SEE_PICTURE,
    "pulse-words": Ability.SEE_PICTURE,
    "value": Ability.SEE_OWN,
    "own-page-say": Ability.SEE_OWN,
    "alternatives": Ability.SEE_PICTURE,
    "alternative": Ability.SEE_PICTURE,
    "complaints": Ability.SEE_OWN,
    "complaint": Ability.SEE_OWN,
    "improvements": Ability.SEE_PICTURE,
    "improvement": Ability.SEE_PICTURE,
    "surveys": Ability.SEE_PICTURE,
    "survey": Ability.SEE_PICTURE,
    "survey-pdf": Ability.SEE_PICTURE,
    "answer": WITHOUT_LOG_IN,
    # records
    "tables": Ability.SEE_RECORDS,
    "records": Ability.SEE_RECORDS,
    "record": Ability.SEE_RECORDS,
    "export": Ability.SEE_RECORDS,
    "list-file": Ability.SEE_RECORDS,
    "list-views": Ability.SEE_RECORDS,
    "list-view": Ability.SEE_RECORDS,
    "list-change": Ability.CHANGE_RECORDS,
    "new-record": Ability.CHANGE_RECORDS,
    "edit-record": Ability.CHANGE_RECORDS,
    "import": Ability.LOAD,
    "load_run": Ability.LOAD,
    "template": Ability.LOAD,
}


def may_open(viewer: Viewer, route: str) -> bool:
    """Whether a viewer may open a route at all; whose customers she finds there is asked by the page."""
    permit = PERMITS.get(route)
    if permit in (WITHOUT_LOG_IN, ANY_PERSON) or viewer.abilities is None:
        return True
    return permit is not None and viewer.may(Ability(permit))
