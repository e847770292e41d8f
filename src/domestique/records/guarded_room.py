"""How a room with records starts: who may enter them is declared when it is first asked for.

Most commands only read, and what the guards rest on takes longer to import than they take to answer.
"""

from collections.abc import Callable

from django.apps import AppConfig

WAITING: list[Callable[[], None]] = []


class GuardedRoom(AppConfig):
    """A room whose kinds of records are guarded, as Django knows it."""

    def ready(self) -> None:
        """Let the declarations wait until somebody asks."""
        WAITING.append(self.declare)

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        raise NotImplementedError
