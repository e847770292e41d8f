"""The organisation as a tree, its customers, their teams and orderers."""

from domestique.parties.choices import HeadRole, RoleStatus
from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind, Words
from domestique.records.models import Record


class Organisation(Record):
    """The organisation itself: one row with what holds for all of it.

    ``today`` fixes the day everything is reckoned on, as the demo does; empty means the calendar's own today.
    A maintenance window counts as agreed only when announced ``maintenance_notice_days`` before its first day;
    a pulse older than ``pulse_stale_after_days`` says nothing about now.
    """

    declared = RecordKind(
        "organisation",
        say("The organisation itself: one row with what holds for all of it."),
        (
            "Without it Domestique reckons in SEK, in the time zone Europe/Stockholm, with 7 days of notice for "
            "a maintenance window, and takes a pulse as old after 90 days. There is one row and no id; loading "
            "it again changes that row. Leave `today` empty in daily use: it fixes the day, as the demo does, "
            "so that answers stay the same."
        ),
        found_by="there is one, and every page names it",
        whose=Business.THE_ORGANISATIONS,
        used_by=("availability", "satisfaction", "bill", "notice-dates"),
        is_one_row=True,
    )

    name = declare.text(say("The organisation's name."), required=True)
    currency = declare.currency(say("The currency everything is added up in."), default="SEK")
    time_zone = declare.time_zone(
        say("The time zone of all local times."), default="Europe/Stockholm"
    )
    country = declare.country(say("The country whose holidays apply."), default="SE")
    language = declare.language(say("The language of the organisation."), default="en")
    today = declare.day(
        say("The day everything is reckoned on; empty is the calendar's today."),
        empty="the calendar's own today",
    )
    maintenance_notice_days = declare.whole(
        say("How many days before its first day a maintenance window must be announced."), default=7
    )
    pulse_stale_after_days = declare.whole(
        say("After how many days a pulse says nothing about now."), default=90
    )

    class Meta:
        constraints = [declare.key("name", name="one_organisation_per_name")]


class Unit(Record):
    """A part of the organisation, its head, and the head's own yearly budget (empty: none of her own).

    ``it_budget`` is the part of the budget that is IT; 0 is a budget without IT, empty is not known.
    ``role`` overrules the role that the money shows for the head, and ``role_note`` says why; empty follows the money.
    """

    declared = RecordKind(
        "units",
        say("The organisation's units as a tree, with their heads and their budgets."),
        (
            "The heads and their budgets tell who can be a customer: whoever has a budget with IT in it "
            "decides. An empty `it_budget` beside a budget means that nobody has said whether IT is in it; 0 "
            "means that it is not. `role` overrules what the money shows, and `role_note` says why."
        ),
        found_by=FoundBy(
            say("Units"), ("name",), ("head", "position"), pages=("record", "right-person?unit")
        ),
        whose=Business.THE_ORGANISATIONS,
        used_by=("follow-the-money",),
        refused=(
            "units that lie within each other in a circle (the circle is named)",
            "an `it_budget` larger than the `budget` it is a part of",
        ),
        rules=("R01", "R02"),
    )

    id = declare.own_id(say("The unit's own id."), may_be_name=True)
    name = declare.text(say("The unit's name."), required=True)
    parent = declare.link(
        "parties.Unit", say("The unit it belongs to."), may_be_name=True, empty="none"
    )
    head = declare.person(say("The person who heads it."))
    position = declare.text(say("The position of the head."))
    country = declare.country(say("The country it is in."))
    currency = declare.currency(say("The currency of its budget."))
    headcount = declare.whole(say("How many people work in it."))
    budget = declare.money(
        say("The head's own yearly budget; empty is none."), empty="none of her own"
    )
    it_budget = declare.money(say("The part of the budget that is IT; 0 is a budget without IT."))
    role = declare.chosen(
        HeadRole,
        say("The head's role, where what the money shows was overruled; empty follows the money."),
        length=10,
        empty="follows the money",
    )
    role_note = declare.words(say("Why it was overruled."))

    def __str__(self) -> str:
        return self.name


class CustomerTeam(Record):
    """One customer manager, a delivery manager and service owners who together answer for some customers."""

    declared = RecordKind(
        "teams",
        say("Customer teams: who together answer for some customers."),
        (
            "One customer manager, one or more delivery managers and the service owners together answer for "
            "some customers. People are written by name; an answer is never reckoned per person."
        ),
        found_by=FoundBy(say("Customer teams"), ("name",), ("customer_manager",), pages=("team",)),
        whose=Business.THE_ORGANISATIONS,
        rules=("R04", "R05"),
    )

    id = declare.own_id(say("The team's own id."), may_be_name=True)
    name = declare.text(say("The team's name."), required=True)
    customer_manager = declare.person(say("The customer manager."))
    delivery_manager = declare.person(say("The delivery manager."))
    service_owners = declare.people(say("The service owners in the team, separated by semicolons."))

    def __str__(self) -> str:
        return self.name


class Customer(Record):
    """The person with mandate to decide on and to finance the delivery of IT services to a unit.

    ``accepted_by`` is who said yes to the role, normally the person herself; ``note`` is why a proposal that the
    money makes was overruled.
    """

    declared = RecordKind(
        "customers",
        say("Customers: persons with mandate to decide on and to finance IT services for a unit."),
        (
            "A customer is a role, not a company: a person in a position, for a unit, with the mandate and the "
            "budget. The role is suggested, then identified, then accepted; only accepted customers are counted "
            "as satisfied or not. This is one of the three tables that are enough to start."
        ),
        found_by=FoundBy(
            say("Customers"), ("name",), ("person",), ("unit_id",), pages=("customer", "own-page")
        ),
        words=Words.WITH_THE_REST,
        used_by=("satisfaction", "follow-the-money", "bill"),
        rules=("R01", "R02", "R03", "R04", "R19"),
    )

    id = declare.own_id(say("The customer's own id."))
    unit = declare.link("parties.Unit", say("The unit the customer decides for."), may_be_name=True)
    person = declare.person(say("The person who is the customer."))
    team = declare.link(
        "parties.CustomerTeam", say("The team that answers for it."), may_be_name=True
    )
    status = declare.chosen(
        RoleStatus, say("How far the role has come."), default=RoleStatus.SUGGESTED, length=20
    )
    accepted_on = declare.day(say("When the role was accepted."), empty="not yet")
    accepted_by = declare.person(say("Who accepted it."), empty="not yet")
    note = declare.words(say("Why the money's proposal was overruled, if it was."))

    def __str__(self) -> str:
        return f"{self.id} {self.person}".strip()

    @property
    def name(self) -> str:
        """What the customer is called: the unit's name, or what was written for it; else the person, else the id.

        Before units are loaded what was written may be a name (``Bakery``) or only an id (``U01``), which says less
        than the person does.
        """
        unit = self.unit if self.unit_id else None
        if unit:
            return str(unit.name)
        written = self.unit_id or ""
        return (written if written != written.upper() else "") or self.person or written or self.id

    @property
    def is_accepted(self) -> bool:
        """Whether the person has accepted the role."""
        return self.status == RoleStatus.ACCEPTED


class Orderer(Record):
    """A manager who chooses among existing services but decides neither their content nor the money; belongs to one customer."""

    declared = RecordKind(
        "orderers",
        say("Orderers: managers who choose among existing services within a customer's agreement."),
        (
            "An orderer chooses among existing services for her unit, and belongs to exactly one customer. She "
            "may prepare a decision; the customer takes it."
        ),
        found_by=FoundBy(say("Orderers"), ("person",), ("unit",)),
        used_by=("follow-the-money",),
        rules=("R02",),
    )

    id = declare.own_id(say("The orderer's own id."))
    customer = declare.customer(say("The one customer the orderer belongs to."))
    unit = declare.link("parties.Unit", say("The unit the orderer orders for."), may_be_name=True)
    person = declare.person(say("The person who is the orderer."))

    def __str__(self) -> str:
        return f"{self.id} {self.person}".strip()
