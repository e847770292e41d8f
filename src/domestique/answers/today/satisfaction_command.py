"""``domestique satisfaction``: how satisfied the customers are on a day."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, Explained, day_given, today
from domestique.cli.printing import print_json, print_reckoning, print_table
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    today_of,
)
from domestique.records.ability import Ability
from domestique.satisfaction.pulse import CustomerMood, Mood, Satisfaction
from domestique.satisfaction.queries import satisfaction_seen_by
from domestique.vocabulary.speech import money, spoken


@permit(Ability.SEE_PICTURE)
def satisfaction(
    on: Annotated[
        str, typer.Option(help="The day, for example 2026-11-21; today if not given.")
    ] = "",
    as_json: AsJson = False,
    explain: Explained = False,
) -> None:
    """Show how satisfied the customers are on a day; not known is never counted as satisfied."""
    viewer = present_viewer()
    organisation = organisation_of(viewer)
    found = satisfaction_seen_by(viewer, day_given(on) if on else today_of(organisation, today()))
    if as_json:
        print_json(_satisfaction_answer(found, organisation.currency))
        return
    _print_moods(found, {c.id: c.name for c in customers_visible_to(viewer)})
    typer.echo(
        _("At stake: %(money)s") % {"money": money(found.at_stake.value, organisation.currency)}
    )
    for figure in (found.satisfied, found.at_stake) if explain else ():
        print_reckoning("", figure)


def _satisfaction_answer(found: Satisfaction, currency: str) -> dict[str, Any]:
    return {
        "on": found.on,
        "accepted_customers": len(found.accepted),
        **{mood.value: found.count(mood) for mood in Mood},
        "in_between": found.in_between,
        "at_stake": found.at_stake.value,
        "currency": currency,
        "headline": found.headline,
        "worst": found.worst,
        "best": found.best,
        "customers": [_mood(one) for one in found.accepted],
        "not_accepted": [_mood(one) for one in found.apart],
    }


def _print_moods(found: Satisfaction, names: Mapping[str, str]) -> None:
    rows = [
        [
            one.customer,
            one.mood.value,
            "–" if one.age_days is None else one.age_days,
            spoken(one.what.naming(names)),
        ]
        for one in (*found.accepted, *found.apart)
    ]
    print_table(spoken(found.headline), [_("id"), _("mood"), _("days"), ""], rows, numeric=[2])


def _mood(one: CustomerMood) -> dict[str, Any]:
    return {
        "customer": one.customer,
        "mood": one.mood,
        "age_days": one.age_days,
        "at_stake": one.at_stake,
    }
