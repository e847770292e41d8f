"""Django's entry to the room."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange room as Django knows it."""

    name = "domestique.exchange"

    def ready(self) -> None:
        """Insist, now that every room below has started, that each kind of record is guarded."""
        from domestique.records.door import insist_on_guards

        insist_on_guards()
