"""``domestique roles``: who should be customer and who orderer, how many units are covered, and what differs."""

from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.people.roles import roles_page
from domestique.cli.options import AsJson
from domestique.cli.printing import console, print_json, print_table
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken


@permit(Ability.SEE_PICTURE)
def roles(as_json: AsJson = False) -> None:
    """Follow the money: the role proposed for the head of every unit, and where what is on record differs."""
    page = roles_page(present_viewer())
    if as_json:
        print_json(
            {
                "coverage": page.coverage,
                "not_covered": list(page.uncovered),
                "proposals": [
                    {
                        "unit": one.proposal.unit,
                        "person": one.proposal.person or "",
                        "role": one.proposal.role,
                        "reason": one.proposal.reason,
                        "on_record": one.customer or one.orderer or None,
                        "overruled": one.proposal.is_overruled,
                    }
                    for one in page.proposals
                ],
                "differences": [
                    {
                        "kind": one.kind,
                        "subject": one.subject,
                        "what": one.what,
                        "repair": one.repair,
                    }
                    for one in page.differences
                ],
            }
        )
        return
    console().print(spoken(page.coverage), markup=False)
    rows = [
        [
            one.name,
            one.proposal.person or "–",
            spoken(one.role_said),
            spoken(one.held.text),
            spoken(one.proposal.reason),
        ]
        for one in page.proposals
    ]
    columns = [_("unit"), _("head"), _("proposed"), _("on record"), _("reason")]
    print_table(_("Follow the money"), columns, rows)
    if page.differences:
        told = [[spoken(one.what), spoken(one.repair)] for one in page.differences]
        print_table(_("What differs"), [_("what"), _("repair")], told)
