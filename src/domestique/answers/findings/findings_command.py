"""``domestique findings``: what is wrong or missing, and what to do about it."""

from dataclasses import asdict
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, today
from domestique.cli.printing import print_json, print_table
from domestique.cli.refusing import tell_refusal
from domestique.findings.finding import RULES
from domestique.findings.queries import findings_of
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken


@permit(Ability.SEE_PICTURE)
def findings(
    rule: Annotated[str, typer.Option(help="Only this rule, for example R16.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show what the rules find wrong or missing in the picture, and what to do about it."""
    wanted = rule.strip().upper()
    if wanted and wanted not in RULES:
        tell_refusal(
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
