"""Rules about promises: agreements, their lines, and what is used against what is agreed (R06, R07, R09, R15, R24, S1-19)."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from typing import TypeAlias

from domestique.agreements.choices import AGREED, AgreementStatus
from domestique.findings.finding import Finding, Names, Sketch
from domestique.findings.picture import AgreementFacts, Picture
from domestique.portfolio.choices import LifeCycle
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import LIST, Sentence, say, say_counted

Said: TypeAlias = tuple[str, Callable[..., tuple[Sentence, Sentence]]]


def accepted_agreements(picture: Picture) -> Iterator[Finding]:
    """R06: only the customer accepts an agreement, so one in force has been accepted."""
    for agreement in picture.agreements:
        if agreement.status == AgreementStatus.IN_FORCE and agreement.accepted_on is None:
            customer = picture.name_of_customer(agreement.customer)
            yield picture.finding(
                "R06",
                ("agreements", agreement.id, agreement.customer),
                say(
                    "The agreement with %(customer)s is in force, but nobody accepted it.",
                    customer=customer,
                ),
                say("Ask the customer to accept it, by name and date."),
            )
    yield from _accepted_by_nobody(picture)


def _accepted_by_nobody(picture: Picture) -> Iterator[Finding]:
    """R06: acceptance is by name; while no agreement names anybody, names have not been begun."""
    if not any(agreement.accepted_by for agreement in picture.agreements):
        return
    for agreement in picture.agreements:
        if (
            agreement.status == AgreementStatus.IN_FORCE
            and agreement.accepted_on
            and not agreement.accepted_by
        ):
            yield picture.finding(
                "R06",
                ("agreements", agreement.id, agreement.customer),
                say(
                    "The agreement with %(customer)s was accepted on %(day)s, but it is not on record by whom.",
                    customer=picture.name_of_customer(agreement.customer),
                    day=agreement.accepted_on,
                ),
                say("Write who accepted it; only the customer can."),
            )


def agreed_once(picture: Picture) -> Iterator[Finding]:
    """S1-12: of one customer's agreements one at a time says what a service promises; the days that are over are let be."""
    held = gathered(
        (one.customer, one)
        for one in picture.agreements
        if AgreementStatus(one.status).holds_by_its_dates(one.ends)
    )
    for customer, own in held.items():
        ordered = sorted(own, key=lambda one: (one.starts or date.min, one.id))
        for older, newer in combinations(ordered, 2):
            first = max(older.starts or date.min, newer.starts or date.min)
            last = min(older.ends or date.max, newer.ends or date.max)
            both = sorted(older.levels.keys() & newer.levels.keys())
            if both and first <= last and last >= picture.today:
                yield picture.finding(
                    "S1-12",
                    ("agreements", newer.id, customer),
                    say(
                        "%(older)s and %(newer)s with %(customer)s hold on the same days and both promise %(services)s; "
                        "%(newer)s counts, since it begins later.",
                        older=older.id,
                        newer=newer.id,
                        customer=picture.name_of_customer(customer),
                        services=LIST.join(map(picture.name_of_service, both)),
                    ),
                    say(
                        "End %(older)s together before the other begins, or take the services out of one of them.",
                        older=older.id,
                    ),
                )


def content_in_lines(picture: Picture) -> Iterator[Sketch]:
    """R07: an agreement line says what is delivered, in words or in units; what no line says has not been begun."""
    lines = sum(len(agreement.levels) for agreement in picture.agreements)
    if lines == sum(len(agreement.vague) for agreement in picture.agreements):
        return
    for agreement in picture.agreements:
        for service in sorted(agreement.vague) if agreement.status != AgreementStatus.ENDED else ():
            yield _line(picture, agreement, service, ("R07", _vague))


def _vague(names: Names, customer: str, service: str) -> tuple[Sentence, Sentence]:
    text = say(
        "The agreement with %(customer)s does not say what is delivered of %(service)s.",
        customer=customer,
        service=names.service(service),
    )
    return text, say("Write the content in words, or the units planned.")


def levels_in_lines(picture: Picture) -> Iterator[Sketch]:
    """R07: an agreement line states at least one level."""
    for agreement in picture.agreements:
        for service, level in sorted(agreement.levels.items()):
            if level is None and agreement.status != AgreementStatus.ENDED:
                yield _line(picture, agreement, service, ("R07", _without_level))


def _without_level(names: Names, customer: str, service: str) -> tuple[Sentence, Sentence]:
    text = say(
        "The agreement with %(customer)s promises %(service)s without any level.",
        customer=customer,
        service=names.service(service),
    )
    return text, say("Agree on a level, even a low one, or take the line out.")


def _line(picture: Picture, agreement: AgreementFacts, service: str, said: Said) -> Sketch:
    """Return what a rule has to say about one line of an agreement."""
    rule, words = said
    customer = agreement.customer
    return Sketch(
        rule,
        "agreement_lines",
        f"{agreement.id} {service}",
        words,
        (picture.name_of_customer(customer), service),
        customer,
        picture.customer_manager_of(customer),
    )


def confirmed_values(picture: Picture) -> Iterator[Finding]:
    """S1-19: the customer has confirmed what each line is worth to her."""
    for agreement in picture.agreements:
        if agreement.unconfirmed and agreement.status in AGREED:
            yield picture.finding(
                "S1-19",
                ("agreements", agreement.id, agreement.customer),
                say_counted(
                    "%(count)s of %(lines)s lines in the agreement with %(customer)s has no value that the customer confirmed.",
                    "%(count)s of %(lines)s lines in the agreement with %(customer)s have no value that the customer confirmed.",
                    len(agreement.unconfirmed),
                    lines=len(agreement.levels),
                    customer=picture.name_of_customer(agreement.customer),
                ),
                say(
                    "Ask what each is for and whether it is worth it: %(services)s.",
                    services=LIST.join(map(picture.name_of_service, agreement.unconfirmed)),
                ),
            )


def live_packages(picture: Picture) -> Iterator[Finding]:
    """R09: what can be ordered is live, in packages too."""
    for package in picture.packages:
        for service in package.services:
            facts = picture.services.get(service)
            if facts and facts.state != LifeCycle.LIVE:
                yield Finding(
                    "R09",
                    "packages",
                    package.id,
                    say(
                        "%(package)s contains %(service)s, which is %(state)s.",
                        package=package.name,
                        service=facts.name,
                        state=facts.state,
                    ),
                    say("Take it out of the package, or put what replaces it there."),
                    "",
                    facts.owner,
                )


OWNER_MISSING = "%(service)s is offered, but nobody owns it."
UNIT_MISSING = "%(service)s is offered without a unit of consumption."
PRICE_MISSING = "%(service)s is offered, but has no price today."


def complete_services(picture: Picture) -> Iterator[Sketch]:
    """R15: a service in the catalogue states its owner, its unit and how it is paid for.

    What no service states at all has not been begun, and is not wrong yet.
    """
    offered = [
        s for s in picture.services.values() if s.is_customer_facing and s.state == LifeCycle.LIVE
    ]
    has_owners, has_units = any(s.is_owned for s in offered), any(s.unit for s in offered)
    for service in offered:
        missing = (
            (OWNER_MISSING, has_owners and not service.is_owned),
            (UNIT_MISSING, has_units and not service.unit),
            (PRICE_MISSING, picture.has_prices and not service.has_price),
        )
        for text, is_missing in missing:
            if is_missing:
                values = (text, service.id)
                yield Sketch("R15", "services", service.id, _incomplete, values, "", service.owner)


def _incomplete(names: Names, text: str, service: str) -> tuple[Sentence, Sentence]:
    return say(text, service=names.service(service)), say(
        "Complete it before it is offered further."
    )


def agreed_use(picture: Picture) -> Iterator[Finding | Sketch]:
    """R24: what is used is agreed; what is agreed and never used is asked about; what is retired is not used."""
    if picture.agreements:
        agreements = gathered((one.customer, one) for one in picture.agreements)
        for customer, services in gathered(sorted(picture.used)).items():
            yield from _use_of(picture, customer, services, agreements[customer])
    retired = {one.id for one in picture.services.values() if one.state == LifeCycle.RETIRED}
    for customer, service in sorted(pair for pair in picture.used if pair[1] in retired):
        values = (picture.name_of_customer(customer), service)
        owner = picture.services[service].owner
        yield Sketch("R24", "services", service, _used_though_retired, values, customer, owner)


def _used_though_retired(names: Names, customer: str, service: str) -> tuple[Sentence, Sentence]:
    text = say(
        "%(customer)s still uses %(service)s, which is retired.",
        customer=customer,
        service=names.service(service),
    )
    return text, say("Help the customer over to what replaces it, or make it live again.")


def _use_of(
    picture: Picture, customer: str, used: list[str], own: list[AgreementFacts]
) -> Iterator[Finding | Sketch]:
    in_force = [agreement for agreement in own if agreement.covers(picture.today)]
    if not in_force:
        yield _without_agreement(picture, customer, own, len(used))
        return
    agreed = {service for agreement in in_force for service in agreement.levels}
    name, manager = picture.name_of_customer(customer), picture.customer_manager_of(customer)
    for service in used:
        if service not in agreed:
            values = (name, service)
            yield Sketch("R24", "customers", customer, _not_agreed, values, customer, manager)
    for agreement in in_force:
        for service in sorted(set(agreement.levels) - set(used)):
            yield _line(picture, agreement, service, ("R24", _never_used))


def _not_agreed(names: Names, customer: str, service: str) -> tuple[Sentence, Sentence]:
    text = say(
        "%(customer)s uses %(service)s, which no line of the agreement covers.",
        customer=customer,
        service=names.service(service),
    )
    return text, say("Add the line, with its level and price, or end the use.")


def _never_used(names: Names, customer: str, service: str) -> tuple[Sentence, Sentence]:
    text = say(
        "%(customer)s has agreed on %(service)s and does not use it.",
        customer=customer,
        service=names.service(service),
    )
    return text, say("Ask whether it is still needed; it may be money to save.")


def _without_agreement(
    picture: Picture, customer: str, own: list[AgreementFacts], services: int
) -> Finding:
    """Say what is used while no agreement is in force: after one ended, before one is accepted, or without any."""
    ended = [agreement for agreement in own if agreement.ends and agreement.ends < picture.today]
    if ended:
        about: AgreementFacts | None = max(ended, key=lambda agreement: str(agreement.ends))
    else:
        about = own[-1] if own else None
    name = picture.name_of_customer(customer)
    text, advice = (
        _ended(name, about, services)
        if ended and about
        else _not_in_force(name, about, services)
        if about
        else _never_agreed(name, services)
    )
    return Finding(
        "R24",
        "agreements" if about else "customers",
        about.id if about else customer,
        text,
        advice,
        customer,
        picture.customer_manager_of(customer),
    )


def _ended(customer: str, last: AgreementFacts, services: int) -> tuple[Sentence, Sentence]:
    text = say_counted(
        "The agreement with %(customer)s ended on %(ended)s, but %(count)s service is still delivered.",
        "The agreement with %(customer)s ended on %(ended)s, but %(count)s services are still delivered.",
        services,
        customer=customer,
        ended=last.ends,
    )
    return text, say("Renew it, with what has changed since, or end the delivery.")


def _not_in_force(
    customer: str, newest: AgreementFacts, services: int
) -> tuple[Sentence, Sentence]:
    if newest.status in AGREED:
        text = say_counted(
            "%(customer)s uses %(count)s service, but the agreement begins only on %(day)s.",
            "%(customer)s uses %(count)s services, but the agreement begins only on %(day)s.",
            services,
            customer=customer,
            day=newest.starts,
        )
        return text, say("Agree on what holds until then.")
    if newest.status == AgreementStatus.ENDED:
        text = say_counted(
            "%(customer)s uses %(count)s service, but the agreement has ended.",
            "%(customer)s uses %(count)s services, but the agreement has ended.",
            services,
            customer=customer,
        )
        return text, say("Write on which day it ended; renew it, or end the delivery.")
    text = say_counted(
        "%(customer)s uses %(count)s service, but the agreement is only %(status)s.",
        "%(customer)s uses %(count)s services, but the agreement is only %(status)s.",
        services,
        customer=customer,
        status=newest.status,
    )
    return text, say("Bring the agreement to acceptance.")


def _never_agreed(customer: str, services: int) -> tuple[Sentence, Sentence]:
    text = say_counted(
        "%(customer)s uses %(count)s service without any agreement.",
        "%(customer)s uses %(count)s services without any agreement.",
        services,
        customer=customer,
    )
    return text, say("Write an agreement: what, how good, at what price.")
