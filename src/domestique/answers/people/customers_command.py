"""``domestique customers``: who they are, and who should be by following the money."""

from dataclasses import asdict
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson
from domestique.cli.printing import print_json, print_table
from domestique.parties.queries import customers_visible_to, role_proposals
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken


@permit(Ability.SEE_PICTURE)
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
