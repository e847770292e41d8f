"""An option of a need or of a question, as it is typed in."""

from __future__ import annotations

from domestique.relations.needs.actions import add_option
from domestique.web.verbs import Sent


def add_typed_option(sent: Sent) -> None:
    """Add an option with what would follow and what it costs."""
    add_option(
        sent.viewer,
        sent.record,
        sent.form.text("option"),
        consequence=sent.form.text("consequence"),
        one_time_cost=sent.form.amount("one_time_cost"),
        yearly_cost=sent.form.amount("yearly_cost"),
    )
