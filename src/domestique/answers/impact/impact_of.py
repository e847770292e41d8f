"""Who is hit when one service is lost: by customer, by agreement, by service, by impact level and by kind.

*Stops* is what falls through hard needs only, *limps* what is reached softly (``impact.blast``). A
customer is hit by what she uses. What an hour costs her is not known and not guessed: the money is
what she is planned to be charged a month for what stops, so that the rows can be weighed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from domestique.answers.impact.impact_facts import ImpactFacts, impact_facts_of
from domestique.answers.impact.impact_rows import (
    LEAST_GRAVE,
    AgreementHit,
    CustomerHit,
    HitService,
    Impact,
    ImpactTally,
    PromisedLevel,
    gravity,
)
from domestique.answers.impact.impact_words import say_headline, say_reasons
from domestique.answers.map.surroundings import reach_of
from domestique.impact.blast import Reach
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer

LEVELS: Mapping[object, Sentence] = {
    **{level: say("Level %(level)s", level=level) for level in (1, 2, 3, 4)},
    None: say("No level said"),
}
KINDS: Mapping[object, Sentence] = {
    False: say("Customer-facing services"),
    True: say("Supporting services"),
}


@while_unchanged
def impact_of(viewer: Viewer, service_id: str, clock: date) -> Impact | None:
    """Return who is hit when a service is lost, in a fixed number of queries; ``None`` if there is none such."""
    names = service_names(viewer)
    if service_id not in names:
        return None
    known = services_visible_to(viewer).values_list("id", "kind", "impact_level")
    kinds = {id_: (kind == ServiceKind.SUPPORTING, level) for id_, kind, level in known}
    facts = impact_facts_of(viewer, clock)
    fall, _ = reach_of(viewer, service_id)

    def hit(reach: Reach, *, stops: bool) -> HitService:
        return HitService(
            reach.service,
            names.get(reach.service, reach.service),
            stops,
            reach.distance,
            reach.because or "",
            *kinds.get(reach.service, (False, None)),
            len(facts.users.get(reach.service, ())),
        )

    hits = [hit(reach, stops=True) for reach in fall.affected.values()]
    hits += [hit(reach, stops=False) for reach in fall.degraded.values()]
    return _answer(service_id, names, hits, facts)


def _answer(
    service_id: str, names: Mapping[str, str], hits: list[HitService], facts: ImpactFacts
) -> Impact:
    others = sorted((hit for hit in hits if hit.id != service_id), key=gravity)
    customers = _customers(hits, names, facts)
    stopped = [one for one in customers if one.stops]
    falls = [hit for hit in others if hit.stops]
    return Impact(
        id=service_id,
        name=names[service_id],
        headline=say_headline(names[service_id], falls, len(stopped), len(facts.customer_names)),
        reasons=tuple(say_reasons(others, customers)),
        customers=tuple(customers),
        agreements=tuple(_agreements(hits, names, facts)),
        services=tuple(others),
        levels=_tallies(((hit.level, hit) for hit in others), LEVELS, facts),
        kinds=_tallies(((hit.is_supporting, hit) for hit in others), KINDS, facts),
        names={service_id: names[service_id]} | {hit.id: hit.name for hit in others},
    )


def _customers(
    hits: list[HitService], names: Mapping[str, str], facts: ImpactFacts
) -> list[CustomerHit]:
    by_customer = gathered(
        (customer, hit) for hit in hits for customer in facts.users.get(hit.id, ())
    )
    uses = Counter(customer for users in facts.users.values() for customer in users)
    touched = {hit.id for hit in hits}
    promised = gathered(
        (promise.customer, promise) for promise in facts.promises if promise.service in touched
    )
    found = [
        CustomerHit(
            id=customer,
            name=facts.customer_names.get(customer, customer),
            stops=sum(hit.stops for hit in own),
            limps=sum(not hit.stops for hit in own),
            uses=uses[customer],
            level=min((hit.level for hit in own if hit.stops and hit.level), default=None),
            promises=len(promised[customer]),
            tightest=_tightest(promised[customer], names),
            charges=tuple(
                (hit.id, hit.name, facts.charges.get((customer, hit.id)))
                for hit in sorted(own, key=gravity)
                if hit.stops
            ),
            currency=facts.currency,
            year=facts.year,
        )
        for customer, own in by_customer.items()
    ]
    return sorted(found, key=_weight)


def _weight(one: CustomerHit) -> tuple[int, Decimal, int, str]:
    money = sum((charge or Decimal(0) for _, _, charge in one.charges), Decimal(0))
    return (one.level or LEAST_GRAVE, -money, -one.stops, one.id)


def _tightest(promises: Iterable[PromisedLevel], names: Mapping[str, str]) -> Sentence | None:
    """Say which of some promises leaves least room."""
    with_level = [(one.target, one.service) for one in promises if one.target is not None]
    if not with_level:
        return None
    target, service = min(with_level, key=lambda one: (-one[0], one[1]))
    return say("%(target)s %% on %(service)s", target=target, service=names.get(service, service))


def _agreements(
    hits: list[HitService], names: Mapping[str, str], facts: ImpactFacts
) -> list[AgreementHit]:
    touched = {hit.id for hit in hits}
    lines = gathered(((one.agreement, one.customer), one) for one in facts.promises)
    found = []
    for (agreement, customer), all_lines in lines.items():
        hit = [line for line in all_lines if line.service in touched]
        if hit:
            name = facts.customer_names.get(customer, customer)
            tightest = _tightest(hit, names)
            found.append(
                AgreementHit(agreement, customer, name, len(hit), len(all_lines), tightest)
            )
    return sorted(found, key=lambda one: (-one.lines, one.id))


def _tally(what: Sentence, hits: list[HitService], facts: ImpactFacts) -> ImpactTally:
    stops = [hit for hit in hits if hit.stops]
    users = {customer for hit in stops for customer in facts.users.get(hit.id, ())}
    return ImpactTally(what, len(stops), len(hits) - len(stops), len(users))


def _tallies(
    hits: Iterable[tuple[object, HitService]],
    texts: Mapping[object, Sentence],
    facts: ImpactFacts,
) -> tuple[ImpactTally, ...]:
    """Sum up hits by a key, in the order of the texts that say what each key is."""
    own = gathered(hits)
    return tuple(_tally(what, own[key], facts) for key, what in texts.items() if own[key])
