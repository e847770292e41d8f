"""The dossier of a customer on paper, for whoever takes her over."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from domestique.answers.people.hand_over import HandOver
from domestique.paper.speaking import say_briefly, section, write_day
from domestique.paper.typesetting import typeset
from domestique.quantities.sentence import say_counted
from domestique.satisfaction.pulse import Mood
from domestique.telling.moods import MOOD_WORDS
from domestique.vocabulary.speech import money_short, spoken


def hand_over_pdf(dossier: HandOver) -> bytes:
    """Set the dossier, on as many pages as it takes."""
    name = dossier.page.name
    content = {
        "title": _("Taking over %(customer)s") % {"customer": name},
        "foot": _("Hand-over · %(customer)s · as known on %(day)s")
        % {"customer": name, "day": write_day(dossier.day)},
        "kicker": [_("Hand-over"), write_day(dossier.day)],
        "headline": _("Taking over %(customer)s") % {"customer": name},
        "lead": spoken(dossier.page.headline),
        "one_page": False,
        "columns": 2,
        "sections": [section(title, lines) for title, lines in _sections(dossier)],
    }
    return typeset("sections.typ", content, dossier.day)


def _sections(dossier: HandOver) -> Iterable[tuple[str, list[list[str]]]]:
    page = dossier.page
    yield (
        _("Three things to know"),
        [[spoken(text), spoken(advice) if advice else ""] for text, advice in dossier.things],
    )
    yield _("Who is who"), _people(dossier)
    yield _("What may be decided"), _mandates(dossier)
    yield _("What the customer gets"), _services(dossier)
    yield _("Agreements"), _agreements(dossier)
    yield _("The customer’s goals"), [[one.goal, ""] for one in page.goals]
    yield (
        _("What the customer plans"),
        [[one.what, f"{write_day(one.date)} · {one.effect}"] for one in page.activities],
    )
    yield (
        _("Promises still open"),
        [[one.promise.promise, spoken(one.when)] for one in dossier.promises],
    )
    yield (
        _("Needs in flight, and who decides"),
        [[one.need.need, _decides(spoken(one.state), one.need.decider)] for one in dossier.needs],
    )
    yield _("Not settled"), _unsettled(dossier)
    yield (
        _("How the customer has felt"),
        [
            [
                spoken(MOOD_WORDS[Mood(one.face)]) + (f": “{one.words}”" if one.words else ""),
                f"{write_day(one.date)} · {one.person or page.customer.person}",
            ]
            for one in page.pulses
        ],
    )


def _people(dossier: HandOver) -> list[list[str]]:
    people = [
        [one.name, " · ".join(part for part in (spoken(one.part), one.email) if part)]
        for one in dossier.people
    ]
    orderers = [
        [person, _("orders for %(unit)s") % {"unit": unit}]
        for person, unit in dossier.orderers
        if person
    ]
    teams = [[spoken(one), _("customer team")] for one in dossier.teams]
    return [*people, *orderers, *teams]


def _mandates(dossier: HandOver) -> list[list[str]]:
    budget = [
        [
            _("IT budget of the unit: %(amount)s")
            % {"amount": money_short(dossier.budget, dossier.mandate_currency)},
            "",
        ]
    ]
    return [
        *(budget if dossier.budget is not None else []),
        *(
            [
                _("%(person)s, up to %(amount)s a year in one decision")
                % {
                    "person": one.mandate.person,
                    "amount": money_short(one.mandate.amount, dossier.mandate_currency)
                    if one.mandate.amount is not None
                    else _("not known"),
                },
                f"{write_day(one.mandate.starts)} – {write_day(one.mandate.ends)} · {spoken(one.state.text)}",
            ]
            for one in dossier.mandates
        ),
    ]


def _services(dossier: HandOver) -> list[list[str]]:
    page = dossier.page
    vital = ", ".join(line.name for line in dossier.vital)
    rows = [
        [
            spoken(say_counted("%(count)s service", "%(count)s services", len(page.lines))),
            _("cannot do without: %(services)s") % {"services": vital} if vital else "",
        ]
    ]
    if page.charge is not None and page.charge.value is not None:
        amount = money_short(page.charge.value, page.currency)
        rows.append([_("Charged so far this year: %(amount)s") % {"amount": amount}, ""])
    return rows


def _agreements(dossier: HandOver) -> list[list[str]]:
    currency = dossier.page.currency
    return [
        [
            _("%(id)s, %(first)s to %(last)s")
            % {
                "id": one.id,
                "first": write_day(one.starts),
                "last": write_day(one.ends),
            },
            " · ".join(
                (
                    spoken(status.text),
                    _("not known") if yearly is None else money_short(yearly, currency),
                    _("review on %(day)s") % {"day": write_day(one.review_on)},
                )
            ),
        ]
        for one, status, yearly in dossier.agreements
    ]


def _decides(state: str, decider: str) -> str:
    if not decider:
        return state
    return _("%(state)s · decided by %(decider)s") % {"state": state, "decider": decider}


def _unsettled(dossier: HandOver) -> list[list[str]]:
    return [
        *(
            [
                one.question,
                _("escalated, to be decided by %(day)s") % {"day": write_day(one.due_on)},
            ]
            for one in dossier.escalations
        ),
        *(
            [one.complaint, _("complaint of %(day)s") % {"day": write_day(one.received_on)}]
            for one in dossier.complaints
        ),
        *(
            [say_briefly(one.decision), _("decided, but not told back yet")]
            for one in dossier.untold
        ),
    ]
