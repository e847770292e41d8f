"""A state as shape, word and colour: what a page says at a glance."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.delivery.level import Level, LevelState
from domestique.quantities.rounding import cut_downwards
from domestique.quantities.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class Chip:
    """A state (``met``, ``near``, ``missed``, ``unknown`` or ``plain``) and the words beside its shape."""

    state: str
    text: Sentence


NOT_KNOWN = Chip("unknown", say("not known"))
NOT_SURE = Chip("unknown", say("not sure"))
NOTHING_PROMISED = Chip("unknown", say("nothing promised"))
LEVEL_CHIPS = {
    LevelState.MET: Chip("met", say("met")),
    LevelState.NEAR: Chip("near", say("near miss")),
    LevelState.MISSED: Chip("missed", say("missed")),
    LevelState.SO_FAR: Chip("plain", say("so far")),
    LevelState.NOT_KNOWN: NOT_KNOWN,
    LevelState.NOT_SURE: NOT_SURE,
    LevelState.NOT_APPLICABLE: Chip("plain", say("not applicable")),
}
NEARLY_SPENT = Chip("near", say("so far, most of what is allowed is used"))


def state_chip(level: Level) -> Chip:
    """Return the chip that says how a level stands."""
    if level.state is LevelState.SO_FAR and level.is_nearly_missed:
        return NEARLY_SPENT
    return LEVEL_CHIPS[level.state]


def level_chip(level: Level | None, target: Decimal | None = None) -> Chip:
    """Return the chip that says what was delivered beside what was promised, never flattered."""
    if level is None or level.availability is None:
        if target is None and (level is None or level.case.target is None):
            return NOTHING_PROMISED
        return NOT_KNOWN if level is None else state_chip(level)
    delivered = short_percent(level.availability)
    if level.case.target is None:
        return Chip("plain", say("%(delivered)s %%", delivered=delivered))
    return Chip(
        state_chip(level).state,
        say("%(delivered)s of %(promised)s %%", delivered=delivered, promised=level.case.target),
    )


def named_level_chip(name: str, level: Level) -> Chip:
    """Return the same chip with the service's name before it."""
    if level.availability is None:
        return Chip("unknown", say("%(service)s not known", service=name))
    return Chip(
        state_chip(level).state,
        say(
            "%(service)s %(delivered)s of %(promised)s %%",
            service=name,
            delivered=short_percent(level.availability),
            promised=level.case.target,
        ),
    )


def short_percent(share: Fraction) -> Decimal:
    """Return a share in percent with two decimals, cut downwards so that a miss never looks met."""
    return Decimal(100) if share == 1 else cut_downwards(share * 100, 2)
