"""Rules about needs, who decides them, and what live services are changed for (R03, R08, R14, S1-30)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.picture import NeedFacts, Picture
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.relations.needs.need_state import (
    NeedStage,
    is_hers_to_decide,
    stage_of,
    waits_for_the_customer,
)


def is_open(need: NeedFacts) -> bool:
    """Whether a need still waits for something: its state, as it is written, names no end."""
    return stage_of(need.state) is NeedStage.WAITING


def _waits_for_her(need: NeedFacts) -> bool:
    return is_open(need) and is_hers_to_decide(need.decider)


def decisions_by_customer(
    picture: Picture, alternatives: Mapping[str, Sentence | None]
) -> Iterator[Finding]:
    """R08, R03: a new or changed service may be prepared with an orderer, but only an accepted customer decides it.

    ``alternatives`` is what each customer contemplates meanwhile, in the newest fresh pulse.
    """
    for need in filter(_waits_for_her, picture.needs):
        customer = picture.customers.get(need.customer)
        if customer and not customer.is_accepted:
            yield _blocked(picture, need, customer.person or customer.name)
        elif waits_for_the_customer(need.state):
            yield _waiting(picture, need, alternatives.get(need.customer))


def _blocked(picture: Picture, need: NeedFacts, person: str) -> Finding:
    return picture.finding(
        "R03",
        ("needs", need.id, need.customer),
        say(
            "%(need)s cannot be decided: %(person)s has not accepted the customer role.",
            need=need.need,
            person=person,
        ),
        say(
            "Settle the customer role of %(customer)s first.",
            customer=picture.name_of_customer(need.customer),
        ),
    )


def _waiting(picture: Picture, need: NeedFacts, alternative: Sentence | None) -> Finding:
    customer = picture.name_of_customer(need.customer)
    if alternative:
        text = say(
            "%(need)s waits for a decision by %(customer)s, who turns elsewhere meanwhile: %(alternative)s.",
            need=need.need,
            customer=customer,
            alternative=alternative,
        )
    else:
        text = say(
            "%(need)s waits for a decision by %(customer)s.", need=need.need, customer=customer
        )
    return picture.finding(
        "R08",
        ("needs", need.id, need.customer),
        text,
        say("Put it before the customer: an orderer may prepare it, only the customer decides."),
    )


def same_asks(picture: Picture) -> Iterator[Finding]:
    """S1-30: the same ask from several customers is one ask, and weighs more."""
    asks = gathered(
        (re.sub(r"\W+", " ", need.need).strip().casefold(), need)
        for need in picture.needs
        if is_open(need) and not need.merged_into
    )
    for same in asks.values():
        if len(same) > 1:
            yield picture.finding(
                "S1-30",
                ("needs", same[0].id, same[0].customer),
                say(
                    "%(count)s needs are the same ask: %(need)s, from %(customers)s.",
                    count=len(same),
                    need=same[0].need,
                    customers=", ".join(picture.name_of_customer(need.customer) for need in same),
                ),
                say("Merge them and count who asked: together they weigh more."),
            )


def changes_without_ground(
    picture: Picture, changes: Iterable[tuple[str, str, date, Sentence]]
) -> Iterator[Finding]:
    """R14: what a live service promises is changed for a requirement or need; each change is service, who, when, and why not."""
    for service, person, day, refusal in changes:
        owner = picture.services[service].owner if service in picture.services else ""
        yield picture.finding(
            "R14",
            ("services", service, ""),
            say(
                "%(service)s was changed on %(day)s by %(person)s without ground: %(refusal)s",
                service=service,
                day=day,
                person=person,
                refusal=refusal,
            ),
            say("Name the requirement or need that asks for it, or change it back."),
            owner,
        )
