"""The words of a dependency map: which way it looks, what ties services, and what was left out."""

from collections.abc import Mapping
from enum import StrEnum

from domestique.quantities.sentence import Sentence, say, say_counted


class Direction(StrEnum):
    """Which way to look: up to what falls with a service, down to what it stands on."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


class Tie(StrEnum):
    """What another service has to do with the one asked about; the order is the gravity."""

    FALLS = "falls"
    LIMPS = "limps"
    CARRIES = "carries"
    EASES = "eases"

    @property
    def is_above(self) -> bool:
        """Whether the other service suffers with the one asked about, rather than carries it."""
        return self in (Tie.FALLS, Tie.LIMPS)


HARD = (Tie.FALLS, Tie.CARRIES)
"""The ties with only hard needs between the two."""


def say_map_headline(name: str, counts: Mapping[Tie, int], direction: Direction) -> Sentence:
    """Say how many fall with a service, or looking down how many it needs."""
    if direction is Direction.DOWN:
        return say_counted(
            "%(service)s cannot run without %(count)s other service.",
            "%(service)s cannot run without %(count)s other services.",
            counts[Tie.CARRIES],
            service=name,
        )
    falls = counts[Tie.FALLS]
    if not falls:
        return say("Nothing is known to fall with %(service)s.", service=name)
    return say_counted(
        "If %(service)s falls, %(count)s service falls with it.",
        "If %(service)s falls, %(count)s services fall with it.",
        falls,
        service=name,
    )


def say_map_reasons(counts: Mapping[Tie, int], direction: Direction) -> list[Sentence]:
    """Say the counts the headline does not, over any distance."""
    limps, carries, eases = (counts.get(tie, 0) for tie in (Tie.LIMPS, Tie.CARRIES, Tie.EASES))
    sentences = []
    if limps:
        sentences.append(
            say_counted("%(count)s more would limp.", "%(count)s more would limp.", limps)
        )
    if direction is Direction.BOTH:
        sentences.append(
            say_counted(
                "It cannot run without %(count)s other.",
                "It cannot run without %(count)s others.",
                carries,
            )
            if carries
            else say("It is not known to stand on anything.")
        )
    if eases:
        sentences.append(
            say_counted(
                "Without %(count)s more it would limp.",
                "Without %(count)s more it would limp.",
                eases,
            )
        )
    return sentences


DEEPER = {
    (True, True): (
        "%(count)s more stands on these, further away than a map reaches.",
        "%(count)s more stand on these, further away than a map reaches.",
    ),
    (True, False): (
        "%(count)s more stands on these; depth %(depth)s shows more.",
        "%(count)s more stand on these; depth %(depth)s shows more.",
    ),
    (False, True): (
        "%(count)s more carries these, further away than a map reaches.",
        "%(count)s more carry these, further away than a map reaches.",
    ),
    (False, False): (
        "%(count)s more carries these; depth %(depth)s shows more.",
        "%(count)s more carry these; depth %(depth)s shows more.",
    ),
}


def say_deeper(count: int, next_depth: int | None, *, is_above: bool) -> Sentence:
    """Say how many lie deeper than a map shows, and which depth shows more if there is one."""
    singular, plural = DEEPER[is_above, next_depth is None]
    return say_counted(singular, plural, count, depth=next_depth)
