"""People, the roles they hold for a time, what they may decide, and suppliers."""

from domestique.parties.choices import ItRole, Side, TeamRole
from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind, Words
from domestique.records.models import NAME_LENGTH, Record


class Person(Record):
    """Somebody who is in the picture: one record, which everything that names her links to.

    Rights, log-ins, letters and history hang on the record, never on how a name is spelt. ``side`` is where she works;
    empty is not known. ``starts`` and ``ends`` are her days here, both included.
    """

    declared = RecordKind(
        "people",
        say("People: who they are and where they are reached."),
        (
            "Everybody whom another table names, once. Write the id of your directory, or none: it is then the name as "
            "first written, and stays when the name changes. Other tables may write the id, the e-mail or the name. A "
            "person gets no rights by being named, and no figure is ever kept or reckoned for one."
        ),
        found_by="people are found by what they do",
        whose=Business.THE_ORGANISATIONS,
        after="orderers",
        refused=("an e-mail that somebody else has",),
    )

    id = declare.own_id(
        say("The person's own id; the name as first written where none is given."),
        may_be_name=True,
        is_given=True,
        length=NAME_LENGTH,
    )
    name = declare.text(say("The person's name."), required=True)
    email = declare.text(say("Where letters and invitations reach her."))
    other_emails = declare.names(say("Other addresses she is known by, separated by semicolons."))
    telephone = declare.text(say("Her telephone number."))
    language = declare.language(say("The language she is written to in."))
    unit = declare.link("parties.Unit", say("The unit she works in."))
    side = declare.chosen(Side, say("Where she works: business, IT or a supplier."), length=10)
    starts = declare.day(say("Her first day here."), name="from")
    ends = declare.day(say("Her last day here."), name="to", empty="until further notice")

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


class RoleInIt(Record):
    """A person holds a role in IT from a day until another, both included; open ends hold for ever."""

    declared = RecordKind(
        "roles_in_it",
        say("Roles in IT, and in the group that governs it, that no customer team gives."),
        (
            "What a person may see and decide follows from her roles and their dates. Customer managers, "
            "delivery managers and service owners are named in `teams`; customers and orderers in their own "
            "tables."
        ),
        found_by="its person is found, and the roles stand on one list",
        whose=Business.THE_ORGANISATIONS,
    )

    person = declare.person(say("The person who holds the role."), required=True)
    role = declare.chosen(ItRole, say("The role."), required=True, length=30)
    starts = declare.day(say("The first day; empty is always."), name="from", empty="always")
    ends = declare.day(
        say("The last day; empty is until further notice."), name="to", empty="until further notice"
    )

    class Meta:
        constraints = [declare.key("person", "role", name="one_role_per_person_and_kind")]
        ordering = ["role", "person"]
        verbose_name = "role in IT"
        verbose_name_plural = "roles in IT"


class TeamMember(Record):
    """A person has a role in a customer team for a time: a deputy, a predecessor, a successor.

    The team's own row names who holds the roles without dates. While a dated row holds, its person has the role
    too; a dated customer manager takes the place of the one the team names.
    """

    declared = RecordKind(
        "team_members",
        say("Members of customer teams for a time: deputies, predecessors, successors."),
        (
            "Who joins a team for a time, or stands in for somebody. A dated customer manager takes the place "
            "of the one that `teams` names while the dates hold."
        ),
        found_by=FoundBy(
            say("Members of teams"), ("note",), ("person", "team"), pages=(("team", "team_id"),)
        ),
        whose=Business.THE_ORGANISATIONS,
        rules=("R05",),
    )

    team = declare.link("parties.CustomerTeam", say("The customer team."), required=True)
    person = declare.person(say("The member."), required=True)
    role = declare.chosen(TeamRole, say("What she does in the team."), required=True, length=20)
    starts = declare.day(say("Her first day in the role."), required=True, name="from")
    ends = declare.day(
        say("Her last day; empty is until further notice."), name="to", empty="until further notice"
    )
    note = declare.words(say("Why, for example whom she stands in for."))

    class Meta:
        constraints = [
            declare.key("team", "person", "role", "starts", name="one_membership_per_start")
        ]
        ordering = ["team_id", "role", "starts"]


class TeamPeriod(Record):
    """Which customer team answered for a customer from a day until another, both included: exactly one at a time.

    The customer's own row names the team of today; these rows are the teams before it and when they changed.
    """

    declared = RecordKind(
        "team_periods",
        say("Which team answered for which customer, and when."),
        (
            "A customer has exactly one team at any date. `customers` names the team of today; these rows keep "
            "the teams before it."
        ),
        found_by="days only",
        rules=("R04",),
        is_series=True,
    )

    customer = declare.customer(say("The customer."))
    team = declare.link(
        "parties.CustomerTeam", say("The team that answered for her."), required=True
    )
    starts = declare.day(say("The first day."), required=True, name="from")
    ends = declare.day(
        say("The last day; empty is until further notice."), name="to", empty="until further notice"
    )

    class Meta:
        constraints = [declare.key("customer", "starts", name="one_team_period_per_start")]
        ordering = ["customer_id", "starts"]


class Mandate(Record):
    """How much a person may decide for a customer, on which services, and until when.

    ``amount`` is the most one decision may cost a year, in the customer's currency; empty is not known. No
    ``services`` are all of them. A mandate with ``delegated_by`` is lent while that person is away.
    """

    declared = RecordKind(
        "mandates",
        say("How much who may decide for a customer, on what and until when."),
        (
            "The most one decision may cost a year, for which services and until when. A row with "
            "`delegated_by` lends the mandate while somebody is away. What is above a mandate goes to the "
            "steering group."
        ),
        found_by=FoundBy(say("Mandates"), ("person",), ("customer",), ("delegated_by",)),
        words=Words.WITH_THE_REST,
        rules=("R08",),
    )

    id = declare.own_id(say("The mandate's own id."))
    customer = declare.customer(say("The customer it is about."))
    person = declare.person(say("Who may decide."), required=True)
    amount = declare.money(
        say("The most one decision may cost a year, in the customer's currency.")
    )
    services = declare.ids(
        "services", say("The services it is about; none is all of them."), empty="all of them"
    )
    starts = declare.day(
        say("The first day it holds; empty is always."), name="from", empty="always"
    )
    ends = declare.day(
        say("The last day it holds; empty is until further notice."),
        name="to",
        empty="until further notice",
    )
    delegated_by = declare.person(
        say("Whose mandate it is, while she is away."), empty="it is her own"
    )
    note = declare.words(say("What there is to say about it."))

    class Meta:
        ordering = ["customer_id", "id"]


class Supplier(Record):
    """An outside party that carries services; what it promises stands in its contracts."""

    declared = RecordKind(
        "suppliers",
        say("Suppliers: outside parties that carry services."),
        (
            "Who they are. What they carry, what they promise and until when stands in "
            "[supplier_contracts](supplier_contracts.md)."
        ),
        found_by=FoundBy(say("Suppliers"), ("name",)),
        whose=Business.THE_ORGANISATIONS,
    )

    id = declare.own_id(say("The supplier's own id."))
    name = declare.text(say("The supplier's name."), required=True)
    country = declare.country(say("The country it is in."))

    def __str__(self) -> str:
        return self.name
