"""Django's entry to the room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web room as Django knows it."""

    name = "domestique.web"

    def ready(self) -> None:
        """Hold the addresses against what every route must say."""
        from domestique.web import permits  # noqa: F401 - the check registers itself
