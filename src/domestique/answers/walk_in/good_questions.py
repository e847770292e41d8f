"""Good questions to bring into the room, by rule from the picture (S1-22, S5-07). Pure.

The order is fixed and there is no score: first whether the person is the one to ask at all, then
whether anything is known, then what hurts and what it would be worth, what she turns to instead,
what comes soon, what waits for her, and money. Who is unhappy is asked what it would be worth, beside
the price ceiling she has named, or because she has named none. Open questions fill up to three.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice

from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.satisfaction.pulse import Mood
from domestique.telling.months import EACH_WEEKDAY, name_of_month
from domestique.vocabulary.speech import short_money

GOOD_QUESTIONS = 3
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class GoodQuestion:
    """A question for the customer, and what in the picture makes it a good one."""

    text: Sentence
    why: Sentence


@dataclass(frozen=True, slots=True)
class MissedPromise:
    """A level missed in a month, and the days on which the service was away."""

    service: str
    name: str
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomersPlan:
    """Something the customer plans, and the ids of the services it leans on."""

    what: str
    on: date
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownOfCustomer:
    """What is known of a customer before the meeting. ``at_stake`` and ``above_budget`` in ``currency``.

    ``missed`` has the worst first; ``waiting`` are needs that wait for her decision; ``unconfirmed``
    are names of services whose value she has not confirmed; ``ceilings`` the most she would pay for one, by service.
    """

    today: date
    is_accepted: bool = True
    mood: Mood = Mood.UNKNOWN
    said_on: date | None = None
    words: str = ""
    contemplating: Sentence | str | None = None
    month: Month | None = None
    missed: Sequence[MissedPromise] = ()
    plans: Sequence[CustomersPlan] = ()
    waiting: Sequence[str] = ()
    ended_on: date | None = None
    above_budget: Decimal | None = None
    currency: str = ""
    unconfirmed: Sequence[str] = ()
    ceilings: Mapping[str, Decimal] = field(default_factory=dict)


def good_questions(known: KnownOfCustomer) -> tuple[GoodQuestion, ...]:
    """Return three questions, those the picture asks for first."""
    return tuple(islice(_all_questions(known), GOOD_QUESTIONS))


def _all_questions(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    yield from _about_role(known)
    yield from _about_silence(known)
    yield from _about_worth(known)
    yield from _about_alternative(known)
    yield from _about_plans(known)
    yield from _about_decisions(known)
    yield from _about_money(known)
    yield from OPEN_QUESTIONS


def _about_role(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    if not known.is_accepted:
        yield GoodQuestion(
            say("Are you the one who decides on what IT delivers here, and pays for it?"),
            say("The role of customer is not accepted."),
        )


def _about_silence(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    if known.mood is not Mood.UNKNOWN:
        return
    if known.said_on is None:
        yield GoodQuestion(
            say("How do you feel about what you get from us, in your own words?"),
            say("Nobody has ever asked."),
        )
        return
    text = (
        say("On %(day)s you said “%(words)s” Is it still so?", day=known.said_on, words=known.words)
        if known.words
        else say("How do you feel about what you get from us today?")
    )
    why = say_counted(
        "Nothing has been heard for %(count)s day.",
        "Nothing has been heard for %(count)s days.",
        (known.today - known.said_on).days,
    )
    yield GoodQuestion(text, why)


def _about_worth(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    if known.mood not in (Mood.NEGATIVE, Mood.NEUTRAL, Mood.MIXED):
        return
    why = say("Not satisfied, and no price ceiling has been asked for.")
    if not known.missed:
        yield GoodQuestion(
            say("What would have to change for you to be satisfied, and what is it worth to you?"),
            why,
        )
        return
    worst = known.missed[0]
    ceiling, weekday = known.ceilings.get(worst.service), same_weekday(worst.days)
    values = {"service": worst.name, "days": weekday, "ceiling": ceiling}
    text = say("What would it be worth to you that %(service)s is away less?", **values)
    if weekday is not None:
        text = say("What would it be worth to you that %(days)s are quiet?", **values)
        why = say(
            "%(service)s was away only on %(days)s, and no price ceiling has been asked for.",
            **values,
        )
    if ceiling is not None and weekday is not None:
        why = say(
            "%(service)s was away only on %(days)s, and the most she would pay for one is %(ceiling)s.",
            **values,
        )
    elif ceiling is not None:
        why = say(
            "Not satisfied, and would pay up to %(ceiling)s for one of %(service)s.", **values
        )
    yield GoodQuestion(text, why)


def same_weekday(days: Sequence[date]) -> Sentence | None:
    """Return the weekday on which all of two or more days lie, ``None`` if they differ or are fewer."""
    weekdays = {day.weekday() for day in days}
    return EACH_WEEKDAY[weekdays.pop()] if len(weekdays) == 1 and len(set(days)) > 1 else None


def _about_alternative(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    if known.contemplating:
        yield GoodQuestion(
            say(
                "You are contemplating “%(alternative)s”. What would it give you that we do not?",
                alternative=known.contemplating,
            ),
            say("Whoever looks elsewhere misses something here."),
        )
    elif known.mood in (Mood.NEGATIVE, Mood.NEUTRAL, Mood.MIXED):
        yield GoodQuestion(
            say("What are you contemplating instead? “Nothing” is an answer too."),
            say("Not satisfied, and nobody has asked what comes instead."),
        )


def _about_plans(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    missed = {one.service: one.name for one in known.missed}
    at_risk = [
        (plan, missed[id_]) for plan in known.plans for id_ in plan.services if id_ in missed
    ]
    for plan, service in at_risk[:1]:
        yield GoodQuestion(
            say(
                "%(what)s on %(day)s leans on %(service)s. What must hold that day?",
                what=plan.what,
                day=plan.on,
                service=service,
            ),
            say(
                "%(service)s missed its level in %(month)s.",
                service=service,
                month=None if known.month is None else name_of_month(known.month),
            ),
        )
    for plan in known.plans[:1] if not at_risk else ():
        if (plan.on - known.today).days <= SOON_DAYS:
            yield GoodQuestion(
                say("%(what)s on %(day)s: what must be ready?", what=plan.what, day=plan.on),
                say("It is soon."),
            )


def _about_decisions(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    for need in known.waiting[:1]:
        yield GoodQuestion(
            say("“%(need)s” waits for you. What do you need to know to decide?", need=need),
            say("It is prepared, and only the customer decides."),
        )
    if known.ended_on is not None:
        yield GoodQuestion(
            say("What should be different in the next agreement?"),
            say("The last one ended on %(day)s, and we still deliver.", day=known.ended_on),
        )


def _about_money(known: KnownOfCustomer) -> Iterator[GoodQuestion]:
    if known.above_budget is not None:
        yield GoodQuestion(
            say("The plan is above your budget. What would you stop?"),
            say(
                "The year's plan is %(amount)s above the IT budget.",
                amount=short_money(known.above_budget, known.currency),
            ),
        )
    for service in known.unconfirmed[:1]:
        yield GoodQuestion(
            say("Is %(service)s still worth its price to you?", service=service),
            say_counted(
                "The value of %(count)s service is not confirmed.",
                "The value of %(count)s services is not confirmed.",
                len(known.unconfirmed),
            ),
        )


OPEN_QUESTIONS = (
    GoodQuestion(
        say("Where do you want to be in twelve months?"), say("A dialogue begins with her goal.")
    ),
    GoodQuestion(say("What stands in the way?"), say("Ideas come after it, without filter.")),
    GoodQuestion(
        say("What could we try within thirty days?"), say("A small step is worth a big plan.")
    ),
)
