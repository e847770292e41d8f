"""Needs, what customers plan, and the daily work between a customer and her team."""

from domestique.relations.models.contacts import Contact, Promise
from domestique.relations.models.deciding import Decision, Escalation, Option
from domestique.relations.models.meetings import Cadence, Meeting, MeetingItem
from domestique.relations.models.needs import (
    CustomerActivity,
    Need,
    NeedStep,
    Preparation,
    Requirement,
)

__all__ = [
    "Cadence",
    "Contact",
    "CustomerActivity",
    "Decision",
    "Escalation",
    "Meeting",
    "MeetingItem",
    "Need",
    "NeedStep",
    "Option",
    "Preparation",
    "Promise",
    "Requirement",
]
