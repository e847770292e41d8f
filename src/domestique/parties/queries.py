"""Named reads of who is who."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet, Value

from domestique.parties import follow_the_money, models
from domestique.parties.choices import RoleStatus
from domestique.parties.customer_team import Membership, Period, Team
from domestique.parties.directory import Directory, Known, one_meant
from domestique.parties.follow_the_money import (
    Difference,
    Proposal,
    RecordedRole,
    Role,
    mirror_check,
    propose_roles,
)
from domestique.quantities.gathering import gathered
from domestique.quantities.person_id import NamesOfPeople, PersonId
from domestique.records.ids.former_queries import FormerIds, former_ids_of
from domestique.records.memory.recording import note, unrecorded
from domestique.records.memory.remembering import while_unchanged
from domestique.records.models import FormerId, TakenOut
from domestique.records.past.history import end_of
from domestique.records.viewer import Viewer
from domestique.records.whose import visible


def clock_now(viewer: Viewer) -> datetime:
    """Return what the organisation's clock shows now."""
    return datetime.now(zone_of(organisation_of(viewer)))


def organisation_of(viewer: Viewer) -> models.Organisation:
    """Return the organisation; before its table is loaded, one with the usual values and no name."""
    return models.Organisation.objects.first() or models.Organisation(name="")


def today_of(organisation: models.Organisation, clock: date) -> date:
    """Return the day everything is reckoned on: the organisation's own if it fixes one, else the clock's."""
    return organisation.today or clock


def day_for(viewer: Viewer, clock: date) -> date:
    """Return the day everything is reckoned on for a viewer, in one query (``today_of``)."""
    return today_of(organisation_of(viewer), clock)


def day_at_the_door(viewer: Viewer) -> date:
    """Return the day on which something is saved: the organisation's own, else the day it is where the person sits."""
    return day_for(viewer, date.today())  # noqa: DTZ011 - see above


def holding_on(day: date, path: str = "") -> Q:
    """Ask for rows with ``starts`` and ``ends``, or a ``path`` to them, that hold on a day, both included."""
    starts, ends = f"{path}starts", f"{path}ends"
    begun = Q(**{f"{starts}__isnull": True}) | Q(**{f"{starts}__lte": day})
    return begun & (Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": day}))


def zone_of(organisation: models.Organisation) -> ZoneInfo:
    """Return the organisation's time zone."""
    return ZoneInfo(organisation.time_zone)


customers_visible_to = visible(models.Customer, joined=("unit", "team"))
"""The customers this viewer may see, with their units and teams, by id."""


def customer_visible_to(viewer: Viewer, customer_id: str) -> models.Customer | None:
    """Return one customer if it is there and this viewer may see it."""
    return customers_visible_to(viewer).filter(pk=customer_id).first()


orderers_visible_to = visible(models.Orderer, joined=("unit",))
"""The orderers under the customers this viewer may see."""
teams_visible_to = visible(models.CustomerTeam)
"""All customer teams: who answers for whom is no secret inside the organisation."""
mandates_visible_to = visible(models.Mandate)
"""What may be decided for the customers this viewer may see, and by whom."""


def team_periods_visible_to(viewer: Viewer) -> QuerySet[models.TeamPeriod]:
    """Return which team answered for whom and when: no secret inside the organisation."""
    return models.TeamPeriod.objects.select_related("team").order_by("customer_id", "starts")


def periods_by_customer(viewer: Viewer) -> defaultdict[str, list[Period]]:
    """Return each customer's history of teams, teams by name, in one query."""
    histories: defaultdict[str, list[Period]] = defaultdict(list)
    for one in team_periods_visible_to(viewer):
        name = one.team.name if one.team else one.team_id
        histories[one.customer_id].append(Period(name, one.starts, one.ends))
    return histories


def dated_teams(viewer: Viewer) -> dict[str, Team]:
    """Return every customer team with its members by dates, by id, in two queries."""
    fields = ("team_id", "person", "role", "starts", "ends")
    rows = models.TeamMember.objects.values_list(*fields)
    members = gathered((team, Membership(*membership)) for team, *membership in rows)
    return {
        one.id: Team(
            one.id,
            one.name or one.id,
            one.customer_manager,
            one.delivery_manager,
            tuple(one.service_owners),
            tuple(members[one.id]),
        )
        for one in teams_visible_to(viewer)
    }


def emails_of(viewer: Viewer) -> dict[str, str]:
    """Return where people are reached, by person; only those of whom it is known."""
    return dict(models.Person.objects.exclude(email="").values_list("id", "email"))


def directory() -> Directory:
    """Return everybody there is, with what each was called, in four queries."""
    ids, called = former_ids_of("people"), defaultdict[str | None, set[str]](set)
    for old in ids.followed:
        called[ids.meaning(old)].add(old)
    for id_, name in models.Person.history.values_list("id", "name").distinct():
        called[ids.meaning(id_) or id_].add(name)
    out = TakenOut.objects.filter(table="people").values_list("key", flat=True)
    return Directory(_everybody(called), [*ids.followed, *out])


def _everybody(called: Mapping[str | None, Collection[str]]) -> Iterator[Known]:
    rows = models.Person.objects.order_by("id")
    fields = ("id", "name", "email", "other_emails", "unit__name")
    for id_, name, email, others, unit in rows.values_list(*fields):
        emails, former = tuple(filter(None, (email, *others))), frozenset(called.get(id_, ()))
        yield Known(id_, name, emails, unit or "", former - {name})


def person_meant(text: str) -> PersonId | None:
    """Return whom an id, e-mail or name means; none where nobody is called so, or more than one."""
    meant = directory().meant(" ".join(text.split()))
    return PersonId(meant[0].id) if len(meant) == 1 else None


def the_one_meant(text: str) -> PersonId | None:
    """Return whom an id, e-mail or name means; none where nobody is called so. Refuses a name several have."""
    known = one_meant(text, directory().meant(" ".join(text.split())))
    return PersonId(known.id) if known else None


def people_called(word: str) -> QuerySet[models.Person, str]:
    """Return the ids of people in whose name a word occurs, to be asked within another query."""
    return (
        models.Person.objects.filter(name__icontains=word).order_by().values_list("id", flat=True)
    )


@while_unchanged
def names_of_people() -> NamesOfPeople:
    """Return what people are called, by id, in one query; a former id is told as whom it means today."""
    people = models.Person.objects.values_list("id", "name", Value(value=False))
    old = FormerId.objects.filter(table="people").values_list("old", "means", Value(value=True))
    note({models.Person._meta.db_table})
    with unrecorded():  # whoever changes an id orders all to forget
        rows = list(people.order_by().union(old.order_by(), all=True))
    former = FormerIds({id_: means for id_, means, is_former in rows if is_former})
    return NamesOfPeople(
        {id_: name for id_, name, is_former in rows if not is_former},
        {id_: former.meaning(id_) or id_ for id_ in former.followed},
    )


def names_of_people_on(day: date) -> NamesOfPeople:
    """Return what people were called at the end of a day (UTC); who was not there yet as she was called first."""
    now, names = names_of_people(), dict[str, str]()
    stages = models.Person.history.order_by("history_date", "history_id")
    for id_, name, at in stages.values_list("id", "name", "history_date"):
        if at < end_of(day):
            names[id_] = name
        else:
            names.setdefault(id_, name)
    return NamesOfPeople({**now.by_id, **names}, now.former)


def people_in_it(viewer: Viewer, day: date) -> dict[str, tuple[str, ...]]:
    """Return who holds each role in IT on a day, by role."""
    holding = models.RoleInIt.objects.filter(holding_on(day)).order_by("pk")
    held = gathered(holding.values_list("role", "person"))
    return {role: tuple(people) for role, people in held.items()}


suppliers_visible_to = visible(models.Supplier)
"""All suppliers, by id."""
units_visible_to = visible(models.Unit)
"""The whole organisation tree."""


def role_proposals(viewer: Viewer) -> list[Proposal]:
    """Follow the money through the organisation tree: propose customers and orderers, each with the reason."""
    fields = (
        "id",
        "name",
        "parent_id",
        "head",
        "position",
        "currency",
        "headcount",
        "budget",
        "it_budget",
        "role",
        "role_note",
    )
    return propose_roles(
        follow_the_money.BudgetUnit(*row) for row in units_visible_to(viewer).values_list(*fields)
    )


def role_differences(viewer: Viewer) -> list[Difference]:
    """Hold the recorded customers and orderers against what the money shows; nothing before units are loaded.

    Held against all there are: a customer somebody may not see is not missing. She is told what is about hers.
    """
    hers, viewer = viewer, Viewer(viewer.person)
    customers = customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    orderers = [
        RecordedRole(o.id, o.unit_id or "", o.person, o.customer_id)
        for o in orderers_visible_to(viewer)
    ]
    # While no orderer is on record yet, the missing ones are not worth a word each.
    proposals = [p for p in role_proposals(viewer) if orderers or p.role is not Role.ORDERER]
    recorded = [
        RecordedRole(c.id, c.unit_id or "", c.person, is_candidate=c.status == RoleStatus.SUGGESTED)
        for c in customers
    ]
    found = mirror_check(proposals, recorded, orderers)
    if hers.customers is None:
        return found
    about = {id_ for role in recorded if role.id in hers.customers for id_ in (role.id, role.unit)}
    about |= {
        id_ for role in orderers if role.customer in hers.customers for id_ in (role.id, role.unit)
    }
    return [one for one in found if one.subject in about]
