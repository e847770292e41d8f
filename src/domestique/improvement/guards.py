"""Who may fill and sort the inbox, and keep the register. Pure rules, asked at the door (``records.guard``)."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Guard, Row, touched
from domestique.records.viewer import Viewer
from domestique.relations.needs.errors import NotForYou

DESK_AND_TEAMS = say("the service desk and the customer teams")
SORTING = (Ability.TRIAGE, Ability.CHANGE_RECORDS)
SORTED = ("triage", "triaged_on", "triaged_by", "became")


def for_desk_and_teams(viewer: Viewer, _guard: Guard, _row: Row, _facts: object) -> Refusal:
    """Refuse whose work it is not."""
    return NotForYou(person=viewer.person, people=DESK_AND_TEAMS)


def inbox_item(viewer: Viewer, before: Row | None, after: Row, _: object) -> Refusal | None:
    """Everybody in IT puts things in and answers them; sorting is for those who may."""
    is_sorted = touched(before, after, SORTED)
    if is_sorted and not any(viewer.may(ability) for ability in SORTING):
        return NotForYou(person=viewer.person, people=DESK_AND_TEAMS)
    return None
