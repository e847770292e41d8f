"""The organisation, its units, and the roles people have in them."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField, IdListField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class Organisation(Record):
    """The organisation itself: one row with what holds for all of it.

    ``today`` fixes the day everything is reckoned on, as the demo does; empty means the calendar's own today.
    A maintenance window counts as agreed only when announced ``maintenance_notice_days`` before its first day;
    a pulse older than ``pulse_stale_after_days`` says nothing about now.
    """

    name = models.CharField(max_length=NAME_LENGTH)
    currency = models.CharField(max_length=3, default="SEK")
    time_zone = models.CharField(max_length=64, default="Europe/Stockholm")
    country = models.CharField(max_length=2, default="SE")
    language = models.CharField(max_length=5, default="en")
    today = models.DateField(null=True, blank=True)
    maintenance_notice_days = models.PositiveIntegerField(default=7)
    pulse_stale_after_days = models.PositiveIntegerField(default=90)

    key_fields = ("name",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name"], name="one_organisation_per_name")]

    def __str__(self) -> str:
        return self.name


class HeadRole(models.TextChoices):
    """The role of a unit's head where somebody has overruled what the money shows."""

    CUSTOMER = "customer", "customer"
    ORDERER = "orderer", "orderer"
    NONE = "none", "none"


class Unit(Record):
    """A part of the organisation, its head, and the head's own yearly budget (empty: none of her own).

    ``it_budget`` is the part of the budget that is IT; 0 is a budget without IT, empty is not known.
    ``role`` overrules the role that the money shows for the head, and ``role_note`` says why; empty follows the money.
    """

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    parent = link("parties.Unit", null=True, blank=True)
    head = models.CharField(max_length=NAME_LENGTH, blank=True)
    position = models.CharField(max_length=NAME_LENGTH, blank=True)
    country = models.CharField(max_length=2, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    headcount = models.PositiveIntegerField(null=True, blank=True)
    budget = ExactDecimalField(null=True, blank=True)
    it_budget = ExactDecimalField(null=True, blank=True)
    role = models.CharField(max_length=10, choices=HeadRole.choices, blank=True)
    role_note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class CustomerTeam(Record):
    """One customer manager, a delivery manager and service owners who together answer for some customers."""

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    customer_manager = models.CharField(max_length=NAME_LENGTH, blank=True)
    delivery_manager = models.CharField(max_length=NAME_LENGTH, blank=True)
    service_owners = IdListField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class RoleStatus(models.TextChoices):
    """How far a customer role has come. Only an accepted customer can accept an agreement."""

    SUGGESTED = "suggested", "suggested"
    IDENTIFIED = "identified", "identified"
    ACCEPTED = "accepted", "accepted"
    STEPPED_DOWN = "stepped down", "stepped down"


class Customer(Record):
    """The person with mandate to decide on and to finance the delivery of IT services to a unit.

    ``accepted_by`` is who said yes to the role, normally the person herself; ``note`` is why a proposal that the
    money makes was overruled.
    """

    id = own_id()
    unit = link("parties.Unit", null=True, blank=True)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)
    team = link("parties.CustomerTeam", null=True, blank=True)
    status = models.CharField(
        max_length=20, choices=RoleStatus.choices, default=RoleStatus.SUGGESTED
    )
    accepted_on = models.DateField(null=True, blank=True)
    accepted_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

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

    id = own_id()
    customer = link("parties.Customer")
    unit = link("parties.Unit", null=True, blank=True)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.person}".strip()


class Supplier(Record):
    """An outside party and what its contract promises for the services it carries (ids of services)."""

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    country = models.CharField(max_length=2, blank=True)
    services = IdListField()
    availability = ExactDecimalField(decimal_places=6, null=True, blank=True)
    contract_ends = models.DateField(null=True, blank=True)
    notice_months = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class ItRole(models.TextChoices):
    """A role in IT, or in the group that governs it, that no customer team gives."""

    CIO = "chief information officer", "chief information officer"
    CONTROLLER = "it controller", "it controller"
    DESK_LEAD = "service desk lead", "service desk lead"
    DESK_AGENT = "service desk agent", "service desk agent"
    STEERING = "it steering group", "it steering group"
    STEERING_CHAIR = "it steering group chair", "it steering group chair"
    KEEPER = "keeper of the picture", "keeper of the picture"


class Person(Record):
    """Somebody who looks at the picture or is in it: known by name, reached by e-mail, spoken to in one language."""

    name = models.CharField(max_length=NAME_LENGTH)
    email = models.CharField(max_length=NAME_LENGTH, blank=True)
    language = models.CharField(max_length=5, blank=True)

    key_fields = ("name",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name"], name="one_person_per_name")]
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


class RoleInIt(Record):
    """A person holds a role in IT from a day until another, both included; open ends hold for ever."""

    person = models.CharField(max_length=NAME_LENGTH)
    role = models.CharField(max_length=30, choices=ItRole.choices)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    key_fields = ("person", "role")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "role"], name="one_role_per_person_and_kind")
        ]
        ordering = ["role", "person"]
        verbose_name = "role in IT"
        verbose_name_plural = "roles in IT"

    def __str__(self) -> str:
        return self.key


class TeamRole(models.TextChoices):
    """What a member does in a customer team."""

    CUSTOMER_MANAGER = "customer manager", "customer manager"
    DELIVERY_MANAGER = "delivery manager", "delivery manager"
    SERVICE_OWNER = "service owner", "service owner"


class TeamMember(Record):
    """A person has a role in a customer team for a time: a deputy, a predecessor, a successor.

    The team's own row names who holds the roles without dates. While a dated row holds, its person has the role
    too; a dated customer manager takes the place of the one the team names.
    """

    team = link("parties.CustomerTeam")
    person = models.CharField(max_length=NAME_LENGTH)
    role = models.CharField(max_length=20, choices=TeamRole.choices)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    key_fields = ("team_id", "person", "role", "starts")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "person", "role", "starts"], name="one_membership_per_start"
            )
        ]
        ordering = ["team_id", "role", "starts"]

    def __str__(self) -> str:
        return self.key


class TeamPeriod(Record):
    """Which customer team answered for a customer from a day until another, both included: exactly one at a time.

    The customer's own row names the team of today; these rows are the teams before it and when they changed.
    """

    customer = link("parties.Customer")
    team = link("parties.CustomerTeam")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    key_fields = ("customer_id", "starts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["customer", "starts"], name="one_team_period_per_start")
        ]
        ordering = ["customer_id", "starts"]

    def __str__(self) -> str:
        return self.key


class Mandate(Record):
    """How much a person may decide for a customer, on which services, and until when.

    ``amount`` is the most one decision may cost a year, in the customer's currency; empty is not known. No
    ``services`` are all of them. A mandate with ``delegated_by`` is lent while that person is away.
    """

    id = own_id()
    customer = link("parties.Customer")
    person = models.CharField(max_length=NAME_LENGTH)
    amount = ExactDecimalField(null=True, blank=True)
    services = IdListField()
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    delegated_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["customer_id", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.person}"
