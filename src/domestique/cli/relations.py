"""``domestique satisfaction``, ``customers``, ``findings``, ``history``: how they feel, who they are, what is amiss, what was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, Explained, today
from domestique.cli.printing import print_json, print_reckoning, print_table
from domestique.cli.refusing import refuse
from domestique.exchange.past import changes_of_row, row_as_it_stood
from domestique.findings.finding import RULES
from domestique.findings.queries import findings_of
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    role_proposals,
    today_of,
)
from domestique.records.history import Change
from domestique.satisfaction.pulse import CustomerMood, Mood, Satisfaction
from domestique.satisfaction.queries import satisfaction_seen_by
from domestique.vocabulary.speech import money, spoken


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


def customers(
    propose: Annotated[
        bool,
        typer.Option(
            "--propose", help="Follow the money: who should be customer and who orderer, and why."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the customers, or propose customers and orderers from the organisation tree and its budgets."""
    viewer = present_viewer()
    if propose:
        _propose(as_json=as_json)
        return
    known = list(customers_visible_to(viewer))
    if as_json:
        print_json(
            {
                "customers": [
                    {
                        "customer": c.id,
                        "unit": c.unit_id,
                        "person": c.person,
                        "team": c.team_id,
                        "status": c.status,
                        "accepted_on": c.accepted_on,
                    }
                    for c in known
                ]
            }
        )
        return
    rows = [
        [
            c.id,
            c.unit.name if c.unit else c.unit_id or "",
            c.person,
            c.team.name if c.team else c.team_id or "",
            c.status,
        ]
        for c in known
    ]
    print_table(_("Customers"), [_("id"), _("unit"), _("person"), _("team"), _("status")], rows)


def _propose(*, as_json: bool) -> None:
    proposals = role_proposals(present_viewer())
    if as_json:
        print_json({"proposals": [asdict(one) | {"reason": one.reason} for one in proposals]})
        return
    rows = [
        [one.unit, one.person or "–", one.role.value, one.customer or "", spoken(one.reason)]
        for one in proposals
    ]
    print_table(
        _("Follow the money"), [_("unit"), _("person"), _("role"), _("under"), _("reason")], rows
    )


def findings(
    rule: Annotated[str, typer.Option(help="Only this rule, for example R16.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show what the rules find wrong or missing in the picture, and what to do about it."""
    wanted = rule.strip().upper()
    if wanted and wanted not in RULES:
        refuse(
            _("There is no rule %(rule)s; the rules are %(rules)s.")
            % {"rule": rule, "rules": ", ".join(RULES)}
        )
    found = [one for one in findings_of(present_viewer(), today()) if wanted in ("", one.rule)]
    if as_json:
        print_json(
            {"findings": [asdict(one) | {"text": one.text, "advice": one.advice} for one in found]}
        )
        return
    if not found:
        typer.echo(
            _("%(rule)s finds nothing wrong in what is loaded.") % {"rule": wanted}
            if wanted
            else _("No rule finds anything wrong in what is loaded.")
        )
        return
    rows = [[one.rule, one.subject, spoken(one.text), spoken(one.advice)] for one in found]
    print_table(_("Findings"), [_("rule"), _("about"), _("what"), _("what to do")], rows)


def history(
    table: Annotated[str, typer.Argument(help="The table, for example services.")],
    key: Annotated[
        str, typer.Argument(help="The row's id, for example S01; parts separated by spaces.")
    ],
    on: Annotated[str, typer.Option(help="Show the row as it stood at the end of this day.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show every change of a row: who, when, from what to what, and why; or how it stood on a day."""
    if on:
        _show_as_it_stood(table, key, on, as_json=as_json)
        return
    changes = changes_of_row(table, key)
    if not changes:
        refuse(
            _("There is no %(key)s in %(table)s, and there never was.")
            % {"table": table, "key": key}
        )
    if as_json:
        print_json({"table": table, "key": key, "changes": [asdict(one) for one in changes]})
        return
    columns = [_("when, UTC"), _("who"), _("column"), _("from"), _("to"), _("why")]
    print_table(f"{table} {key}", columns, [row for one in changes for row in _change_rows(one)])


def _show_as_it_stood(table: str, key: str, on: str, *, as_json: bool) -> None:
    stood = row_as_it_stood(table, key, day_given(on))
    if stood is None:
        refuse(
            _("%(table)s %(key)s was not there on %(day)s.")
            % {"table": table, "key": key, "day": on}
        )
    elif as_json:
        print_json({"table": table, "key": key, "on": on, "row": stood})
    else:
        print_table(f"{table} {key}, {on}", [_("column"), _("value")], stood.items())


def _change_rows(one: Change) -> Iterator[list[object]]:
    for field in one.fields:
        old = "" if one.is_first else field.old
        yield [f"{one.at:%Y-%m-%d %H:%M}", one.who, field.field, old, field.new, one.why]


def day_given(text: str) -> date:
    """Read a day as it was given; anything else than a date is bad usage."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            _("“%(text)s” is not a day; write it as 2026-11-21.") % {"text": text}
        ) from None
