"""``domestique loads``: the loads there were, and what each brought."""

from dataclasses import asdict

from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson
from domestique.cli.printing import print_json, print_table
from domestique.exchange.loads import runs_visible_to
from domestique.exchange.models import LoadRun
from domestique.records.ability import Ability


@permit(Ability.LOAD)
def loads(as_json: AsJson = False) -> None:
    """List the loads there were, one line each: when, by whom, from which files, because of what, and what it brought."""
    runs = runs_visible_to(present_viewer())
    if as_json:
        print_json({"loads": [_told(run) for run in runs]})
        return
    columns = [_("when, UTC"), _("who"), _("files"), _("because"), _("new"), _("changed")]
    rows = [
        [
            f"{run.at:%Y-%m-%d %H:%M}",
            run.person,
            ", ".join(run.files),
            run.why,
            total.new,
            total.changed,
        ]
        for run in runs
        for total in (run.total,)
    ]
    print_table(_("Loads"), columns, rows, numeric=[4, 5])


def _told(run: LoadRun) -> dict[str, object]:
    return {
        "id": run.pk,
        "at": run.at,
        "person": run.person,
        "source": run.source,
        "files": run.files,
        "mapping": run.mapping,
        "because": run.why,
        "tables": {name: asdict(counts) for name, counts in run.counted.items()},
    }
