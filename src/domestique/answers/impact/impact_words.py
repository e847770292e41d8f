"""The words of a loss."""

from collections.abc import Iterable

from domestique.answers.impact.impact_rows import CustomerHit, HitService
from domestique.quantities.sentence import Sentence, say, say_counted

ALL_HIT = (
    "If %(service)s is lost, all %(customers)s customers are hit and %(count)s service stops; %(grave)s at level 1.",
    "If %(service)s is lost, all %(customers)s customers are hit and %(count)s services stop; %(grave)s at level 1.",
)
ONE_HIT = (
    "If %(service)s is lost, the one customer is hit and %(count)s service stops; %(grave)s at level 1.",
    "If %(service)s is lost, the one customer is hit and %(count)s services stop; %(grave)s at level 1.",
)
SOME_HIT = (
    "If %(service)s is lost, %(hit)s of %(customers)s customers are hit and %(count)s service stops; %(grave)s at level 1.",
    "If %(service)s is lost, %(hit)s of %(customers)s customers are hit and %(count)s services stop; %(grave)s at level 1.",
)


def say_headline(name: str, falls: list[HitService], stopped: int, customers: int) -> Sentence:
    """Say the loss in one sentence."""
    if not falls and not stopped:
        return say("If %(service)s is lost, nothing else is known to stop.", service=name)
    if not stopped:
        return say_counted(
            "If %(service)s is lost, %(count)s other service stops.",
            "If %(service)s is lost, %(count)s other services stop.",
            len(falls),
            service=name,
        )
    grave = sum(hit.level == 1 for hit in falls)
    return say_counted(
        *(SOME_HIT if stopped < customers else ALL_HIT if customers > 1 else ONE_HIT),
        len(falls),
        service=name,
        hit=stopped,
        customers=customers,
        grave=grave,
    )


def say_reasons(hits: list[HitService], customers: list[CustomerHit]) -> Iterable[Sentence]:
    """Say what the headline does not."""
    limps = sum(not hit.stops for hit in hits)
    if limps:
        yield say_counted("%(count)s more service limps.", "%(count)s more services limp.", limps)
    only_limps = sum(not one.stops for one in customers)
    if only_limps:
        yield say_counted(
            "%(count)s more customer only limps.", "%(count)s more customers only limp.", only_limps
        )
    if not customers:
        yield say("Nobody is known to use any of it.")
    promises = sum(one.promises for one in customers)
    if promises:
        yield say_counted(
            "%(count)s promise in agreements in force is at risk.",
            "%(count)s promises in agreements in force are at risk.",
            promises,
        )
