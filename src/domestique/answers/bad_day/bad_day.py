"""A bad day: something failed; whom it hits, whom to call first, what to say, and who has been called (S1-07)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domestique.answers.customer.climates import IngredientShown, climates, parts_of
from domestique.answers.impact.impact_facts import ImpactFacts, impact_facts_of
from domestique.answers.impact.impact_of import impact_of
from domestique.answers.impact.impact_rows import CustomerHit
from domestique.delivery.models import Outage
from domestique.parties.models import Customer
from domestique.parties.queries import customers_visible_to, day_for, orderers_visible_to
from domestique.portfolio.choices import LifeCycle
from domestique.portfolio.queries import services_to_choose, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.call_order import Affected, in_call_order, reasons_to_call
from domestique.relations.climate import KnownOfRelationship
from domestique.relations.meetings.queries import contacts_visible_to
from domestique.relations.meetings.silence import silence_on
from domestique.relations.models import Contact
from domestique.satisfaction.pulse import CustomerMood, Mood
from domestique.satisfaction.queries import satisfaction_seen_by

MOST_OUTAGES = 20
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Call:
    """One customer to call: why now, how the relationship is, whom to ask for, what to say, and who called."""

    customer_id: str
    customer: str
    person: str
    orderers: tuple[str, ...]
    caller: str
    affected: Affected
    hit: Sentence
    reasons: tuple[Sentence, ...]
    climate: tuple[IngredientShown, ...]
    message: tuple[Sentence, ...]
    called: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class BadDay:
    """Whom a failure hits, in the order to call them."""

    day: date
    service: str
    name: str
    failure: Outage | None
    headline: Sentence
    what: Sentence
    calls: tuple[Call, ...]

    @property
    def left(self) -> int:
        """How many have not been called."""
        return sum(not one.called for one in self.calls)


def failures() -> tuple[Outage, ...]:
    """Return the newest outages with their services, those that go on first."""
    newest = Outage.objects.select_related("service").order_by("-starts", "pk")[:MOST_OUTAGES]
    return tuple(sorted(newest, key=lambda one: one.ends is not None))


def failure_of(outage_id: str) -> Outage | None:
    """Return one outage; ``None`` if there is none such."""
    return Outage.objects.filter(pk=outage_id).first()


def bad_day(
    viewer: Viewer, service_id: str, clock: date, failure: Outage | None = None
) -> BadDay | None:
    """Return whom the loss of a service hits, in call order; ``None`` if there is no such service."""
    impact = impact_of(viewer, service_id, clock)
    if impact is None:
        return None
    day = day_for(viewer, clock)
    facts = impact_facts_of(viewer, clock)
    known = climates(viewer, day)
    satisfaction = satisfaction_seen_by(viewer, day)
    moods = {one.customer: one for one in (*satisfaction.accepted, *satisfaction.apart)}
    touched = {service_id, *(hit.id for hit in impact.services)}
    promised = _promised(facts, touched)
    hits = {hit.id: hit for hit in impact.customers}
    affected = [
        _affected(hit, known.get(hit.id), moods.get(hit.id), promised.get(hit.id), day)
        for hit in impact.customers
    ]
    customers = {one.id: one for one in customers_visible_to(viewer)}
    orderers = gathered((one.customer_id, one.person) for one in orderers_visible_to(viewer))
    called = _called(viewer, failure, day)
    calls = tuple(
        _call(
            one,
            hits[one.customer],
            customers[one.customer],
            known.get(one.customer),
            tuple(filter(None, orderers[one.customer])),
            (failure, impact.name),
            tuple(called[one.customer]),
        )
        for one in in_call_order(affected)
        if one.customer in customers
    )
    return BadDay(
        day,
        service_id,
        impact.name,
        failure,
        _headline(impact.name, calls),
        _what(impact.name, failure),
        calls,
    )


def choosable(viewer: Viewer) -> list[tuple[str, str]]:
    """Return every service that may fail, by name; none if there are too many to choose from."""
    retired = set(
        services_visible_to(viewer).filter(state=LifeCycle.RETIRED).values_list("id", flat=True)
    )
    return [one for one in services_to_choose(viewer) if one[0] not in retired]


def _promised(facts: ImpactFacts, touched: set[str]) -> dict[str, Decimal]:
    """Return the highest level promised to each customer on any service that is touched."""
    found: dict[str, Decimal] = {}
    for one in facts.promises:
        if one.service in touched and one.target is not None:
            found[one.customer] = max(one.target, found.get(one.customer, one.target))
    return found


def _affected(
    hit: CustomerHit,
    known: KnownOfRelationship | None,
    mood: CustomerMood | None,
    promised: Decimal | None,
    day: date,
) -> Affected:
    silence = silence_on(day, known.contacts if known else ())
    return Affected(
        hit.id,
        stops=bool(hit.stops),
        impact_level=hit.level,
        promised=promised,
        mood=(mood.mood if mood else Mood.UNKNOWN).value,
        at_stake=mood.at_stake if mood else None,
        silent_days=silence.days,
    )


def _called(viewer: Viewer, failure: Outage | None, day: date) -> defaultdict[str, list[Contact]]:
    """Return who was called: contacts about the outage, or without one those of the day."""
    contacts = contacts_visible_to(viewer).filter(is_two_way=True)
    rows = contacts.filter(outage_id=failure.id) if failure else contacts.filter(date=day)
    return gathered((one.customer_id, one) for one in rows)


def _call(
    one: Affected,
    hit: CustomerHit,
    customer: Customer,
    known: KnownOfRelationship | None,
    orderers: tuple[str, ...],
    failed: tuple[Outage | None, str],
    called: tuple[Contact, ...],
) -> Call:
    team = customer.team if customer.team_id else None
    caller = team.customer_manager if team else ""
    return Call(
        customer.id,
        customer.name,
        customer.person,
        orderers,
        caller,
        one,
        _hit(hit),
        tuple(reasons_to_call(one)),
        parts_of(known) if known else (),
        tuple(_message(customer, hit, failed, caller)),
        called,
    )


def _hit(hit: CustomerHit) -> Sentence:
    names = [name for _, name, _ in hit.charges]
    if not names:
        return say_counted(
            "%(count)s of her services is slower or partly missing.",
            "%(count)s of her services are slower or partly missing.",
            hit.limps,
        )
    if len(names) > MOST_NAMED:
        return say(
            "Stopped: %(services)s and %(more)s more.",
            services=", ".join(names[:MOST_NAMED]),
            more=len(names) - MOST_NAMED,
        )
    return say("Stopped: %(services)s.", services=", ".join(names))


def _message(
    customer: Customer, hit: CustomerHit, failed: tuple[Outage | None, str], caller: str
) -> Iterable[Sentence]:
    """Draft what to say, in her words: no technology, no excuse, and when she hears more."""
    failure, name = failed
    stopped = [service for _, service, _ in hit.charges][:MOST_NAMED]
    yield say("Good day %(person)s,", person=customer.person or customer.name)
    what = ", ".join(stopped) or name
    if failure is None:
        yield say("%(what)s does not work as it should at the moment.", what=what)
    elif failure.ends is None:
        yield say(
            "%(what)s has not worked as it should since %(time)s.",
            what=what,
            time=_at(failure.starts),
        )
    else:
        yield say(
            "%(what)s did not work as it should from %(start)s to %(end)s. It works again.",
            what=what,
            start=_at(failure.starts),
            end=_at(failure.ends),
        )
    if failure is not None and failure.ends is not None:
        yield say(
            "I am sorry for the trouble. How did it hit you? I will tell you what caused it, and what we do about it."
        )
    else:
        yield say(
            "We are working on it. What hurts you most right now? I will call again within two hours, also if there is no news."
        )
    if caller:
        yield say("%(person)s", person=caller)


def _at(moment: datetime) -> Sentence:
    """Write a moment as one says it: the day, then the time."""
    return say("%(day)s at %(time)s", day=moment.date(), time=f"{moment:%H:%M}")


def _headline(name: str, calls: tuple[Call, ...]) -> Sentence:
    left = sum(not one.called for one in calls)
    if not calls:
        return say("%(service)s: no customer is known to be hit.", service=name)
    if not left:
        return say_counted(
            "%(service)s: the customer it hits has been called.",
            "%(service)s: all %(count)s customers it hits have been called.",
            len(calls),
            service=name,
        )
    return say_counted(
        "%(service)s: %(count)s customer to call.",
        "%(service)s: %(count)s customers to call.",
        left,
        service=name,
    )


def _what(name: str, failure: Outage | None) -> Sentence:
    if failure is None:
        return say("As if %(service)s had failed now.", service=name)
    if failure.ends is None:
        return say("It goes on since %(start)s.", start=_at(failure.starts))
    return say("From %(start)s to %(end)s.", start=_at(failure.starts), end=_at(failure.ends))
