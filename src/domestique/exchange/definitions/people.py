"""The tables of people, of the roles they hold for a time, and of what they may decide."""

from __future__ import annotations

from domestique.exchange.definitions.often import (
    chosen,
    customer,
    day,
    ids,
    linked,
    money,
    own,
    text,
    words,
)
from domestique.parties.models import (
    ItRole,
    Mandate,
    Person,
    RoleInIt,
    TeamMember,
    TeamPeriod,
    TeamRole,
)
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table

PEOPLE = Table(
    "people",
    Person,
    ("name",),
    (
        text("name", say("The person's name, as the other tables write it."), required=True),
        text("email", say("Where letters and invitations reach her.")),
        Column(
            "language",
            "language",
            Kind.CHOICE,
            say("The language she is written to in."),
            choices=("en", "sv", "fi"),
        ),
    ),
    say("People and where they are reached."),
)

ROLES_IN_IT = Table(
    "roles_in_it",
    RoleInIt,
    ("person", "role"),
    (
        text("person", say("The person who holds the role."), required=True),
        chosen("role", ItRole.values, say("The role."), required=True),
        day("from", say("The first day; empty is always."), field="starts"),
        day("to", say("The last day; empty is until further notice."), field="ends"),
    ),
    say("Roles in IT, and in the group that governs it, that no customer team gives."),
)

TEAM_MEMBERS = Table(
    "team_members",
    TeamMember,
    ("team", "person", "role", "from"),
    (
        linked("team", "teams", say("The customer team."), required=True),
        text("person", say("The member."), required=True),
        chosen("role", TeamRole.values, say("What she does in the team."), required=True),
        day("from", say("Her first day in the role."), field="starts", required=True),
        day("to", say("Her last day; empty is until further notice."), field="ends"),
        words("note", say("Why, for example whom she stands in for.")),
    ),
    say("Members of customer teams for a time: deputies, predecessors, successors."),
)

TEAM_PERIODS = Table(
    "team_periods",
    TeamPeriod,
    ("customer", "from"),
    (
        customer(say("The customer.")),
        linked("team", "teams", say("The team that answered for her."), required=True),
        day("from", say("The first day."), field="starts", required=True),
        day("to", say("The last day; empty is until further notice."), field="ends"),
    ),
    say("Which team answered for which customer, and when."),
)

MANDATES = Table(
    "mandates",
    Mandate,
    ("id",),
    (
        own(say("The mandate's own id.")),
        customer(say("The customer it is about.")),
        text("person", say("Who may decide."), required=True),
        money("amount", say("The most one decision may cost a year, in the customer's currency.")),
        ids("services", "services", say("The services it is about; none is all of them.")),
        day("from", say("The first day it holds; empty is always."), field="starts"),
        day("to", say("The last day it holds; empty is until further notice."), field="ends"),
        text("delegated_by", say("Whose mandate it is, while she is away.")),
        words("note", say("What there is to say about it.")),
    ),
    say("How much who may decide for a customer, on what and until when."),
)
