"""Needs, what customers plan, and the daily work between a customer and her team."""

from domestique.relations.models.contacts import Channel, Contact, Promise
from domestique.relations.models.deciding import Decision, Escalation, Forum, Option
from domestique.relations.models.meetings import (
    Cadence,
    ItemKind,
    Meeting,
    MeetingItem,
    MeetingKind,
    MeetingMood,
)
from domestique.relations.models.needs import (
    CustomerActivity,
    Need,
    NeedStep,
    Preparation,
    Requirement,
    RequirementState,
    Step,
)

__all__ = [
    "Cadence",
    "Channel",
    "Contact",
    "CustomerActivity",
    "Decision",
    "Escalation",
    "Forum",
    "ItemKind",
    "Meeting",
    "MeetingItem",
    "MeetingKind",
    "MeetingMood",
    "Need",
    "NeedStep",
    "Option",
    "Preparation",
    "Promise",
    "Requirement",
    "RequirementState",
    "Step",
]
