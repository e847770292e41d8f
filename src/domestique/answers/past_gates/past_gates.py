"""What was entered past a gate and waits: changes of live services without ground, and what only others may enter."""

from dataclasses import dataclass
from datetime import datetime

from domestique.exchange.past_gates import open_gates
from domestique.parties.queries import organisation_of, zone_of
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.models import PastGate
from domestique.records.past.past_gates import told_sentence
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry that waits: the row, when in the organisation's time, and what would have been refused."""

    gate: PastGate
    at: datetime
    refusal: Sentence


@dataclass(frozen=True, slots=True)
class PastGates:
    """The page: changes without ground, and what somebody else may confirm."""

    headline: Sentence
    groundless: tuple[Waiting, ...]
    unconfirmed: tuple[Waiting, ...]


def past_gates(viewer: Viewer) -> PastGates:
    """Return what waits for an answer, of what this person may see."""
    zone = zone_of(organisation_of(viewer))
    every = [
        Waiting(one, one.at.astimezone(zone).replace(tzinfo=None), told_sentence(one.refusal))
        for one in open_gates(viewer)
    ]
    headline = (
        say_counted(
            "%(count)s thing was entered past a gate and waits.",
            "%(count)s things were entered past a gate and wait.",
            len(every),
        )
        if every
        else say("Nothing that was entered past a gate waits.")
    )
    return PastGates(
        headline,
        tuple(one for one in every if one.gate.service),
        tuple(one for one in every if not one.gate.service),
    )
