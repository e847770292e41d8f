"""Django's entry to the room."""

from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured


class RecordsConfig(AppConfig):
    """The records room as Django knows it."""

    name = "domestique.records"

    def ready(self) -> None:
        """Refuse to start while a kind does not say whose business its rows are, or from whom its words are kept."""
        from domestique.records.tables import TABLES
        from domestique.records.whose import unsaid

        left_open = [said for table in TABLES for said in unsaid(table)]
        if left_open:
            raise ImproperlyConfigured(" ".join(left_open))
