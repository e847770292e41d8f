"""Rules about improvements: which customer, value and problem; small; measured; felt (S1-27, S3-22)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domestique.findings.finding import Finding
from domestique.improvement.register import MOST_WEEKS, Effect
from domestique.quantities.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class ImprovementFacts:
    """An improvement as the rules see it."""

    id: str
    title: str
    owner: str
    value: str
    problem: str
    effect: Effect


def unclear_improvements(improvements: Iterable[ImprovementFacts]) -> Iterator[Finding]:
    """S3-22: an improvement says which customer, which value and which problem."""
    for one in improvements:
        if one.effect.is_over or (one.effect.customers and one.value and one.problem):
            continue
        yield _finding(
            "S3-22",
            one,
            say("%(title)s does not say for which customer, value and problem.", title=one.title),
            say("Write the three lines, or stop it."),
        )


def large_improvements(improvements: Iterable[ImprovementFacts]) -> Iterator[Finding]:
    """S1-27: what takes more than four weeks is split into small steps."""
    for one in improvements:
        if one.effect.is_too_big:
            yield _finding(
                "S1-27",
                one,
                say(
                    "%(title)s takes %(weeks)s weeks; a small step takes at most %(most)s.",
                    title=one.title,
                    weeks=one.effect.weeks or 0,
                    most=MOST_WEEKS,
                ),
                say("Split it, so that something is felt soon."),
            )


def unfelt_improvements(improvements: Iterable[ImprovementFacts]) -> Iterator[Finding]:
    """S1-27: what is done is measured, and its customers are asked whether they feel it."""
    for one in improvements:
        effect = one.effect
        if not effect.is_done or effect.is_split:
            continue
        if not effect.is_measured:
            yield _finding(
                "S1-27",
                one,
                say("%(title)s is done, and nobody has measured what came of it.", title=one.title),
                say("Read the measure again, and write down what it says now."),
            )
        elif effect.customers and not effect.felt_by and not effect.not_felt_by:
            yield _finding(
                "S1-27",
                one,
                say("%(title)s is done, and nobody has asked whether it is felt.", title=one.title),
                say("Ask the customers it was for."),
            )


def _finding(rule: str, one: ImprovementFacts, text: Sentence, advice: Sentence) -> Finding:
    customer = one.effect.customers[0] if len(one.effect.customers) == 1 else ""
    return Finding(rule, "improvements", one.id, text, advice, customer, one.owner)
