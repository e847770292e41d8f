"""A part as the living page shows it: what it is for, how it is written, and its states."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.template import engines

from domestique.quantities.sentence import Sentence, say

KNOWN, NOT_KNOWN = say("known"), say("not known")


@dataclass(frozen=True, slots=True)
class State:
    """One state of a part: what it is called, and the made-up values that bring it about."""

    name: Sentence
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """A part: what it is for, how a template writes it, and its states."""

    id: str
    title: Sentence
    purpose: Sentence
    written: str
    states: tuple[State, ...]
    is_wide: bool = False

    def shown_in(self, request: HttpRequest) -> list[tuple[Sentence, str]]:
        """Render every state from exactly what the page says is written; ``called`` tells the states apart to the ear."""
        template = engines["django"].from_string(self.written)
        return [
            (state.name, template.render({**state.values, "called": state.name}, request))
            for state in self.states
        ]


def states(name: str, *states: tuple[Sentence, object]) -> tuple[State, ...]:
    """Give each state one value under the same name."""
    return tuple(State(said, {name: value}) for said, value in states)
