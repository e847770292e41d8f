"""How a load is told: what files would change, what a load has changed, and from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from domestique.exchange.choices import LoadSource
from domestique.exchange.models import LoadRun
from domestique.exchange.report import Counts, LoadedChange, LoadReport, total_of
from domestique.exchange.sent.upload_loading import Checked
from domestique.parties.models import Organisation
from domestique.parties.queries import zone_of
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted

MOST_CHANGES = 100
SOURCES = {
    LoadSource.COMMAND_LINE: say("on the command line"),
    LoadSource.PAGE: say("in the browser"),
    LoadSource.PROGRAM: say("by a program"),
}


@dataclass(frozen=True, slots=True)
class RunLine:
    """A load as a line of a list: its moment in the organisation's own time, and what it did."""

    run: LoadRun
    at: datetime
    files: Sentence
    source: Sentence
    headline: Sentence


class LoadTexts(NamedTuple):
    """How it is told what files add and change: both, only one of them, singular and plural, or nothing."""

    both: str
    added: tuple[str, str]
    changed: tuple[str, str]
    nothing: str


WOULD = LoadTexts(
    "%(files)s would add %(new)s and change %(changed)s rows.",
    ("%(files)s would add %(count)s row.", "%(files)s would add %(count)s rows."),
    ("%(files)s would change %(count)s row.", "%(files)s would change %(count)s rows."),
    "%(files)s would change nothing: all of it is loaded already.",
)
DID = LoadTexts(
    "%(files)s added %(new)s and changed %(changed)s rows.",
    ("%(files)s added %(count)s row.", "%(files)s added %(count)s rows."),
    ("%(files)s changed %(count)s row.", "%(files)s changed %(count)s rows."),
    "%(files)s changed nothing: all of it was loaded already.",
)


def files_named(names: Sequence[str]) -> Sentence:
    """Name files: one by its name, several by the first and how many more there are."""
    if len(names) == 1:
        return say("%(file)s", file=names[0])
    return say_counted(
        "%(file)s and %(count)s more file", "%(file)s and %(count)s more files", len(names) - 1,
        file=names[0] if names else "",
    )  # fmt: skip


def outcome(checked: Checked) -> Sentence:
    """Say in one sentence what would come of loading files."""
    files, report = files_named(checked.upload.names), checked.report
    if report.errors:
        return say_counted(
            "%(count)s thing must be mended before %(files)s can be loaded.",
            "%(count)s things must be mended before %(files)s can be loaded.",
            len(report.errors),
            files=files,
        )
    return _told(WOULD, files, total_of(report.tables.values()))


def _told(texts: LoadTexts, files: Sentence, total: Counts) -> Sentence:
    if total.added and total.changed:
        return say(texts.both, files=files, new=total.added, changed=total.changed)
    if total.added:
        return say_counted(*texts.added, total.added, files=files)
    if total.changed:
        return say_counted(*texts.changed, total.changed, files=files)
    return say(texts.nothing, files=files)


def run_line(run: LoadRun, organisation: Organisation) -> RunLine:
    """Tell of a load in a line."""
    at = run.at.astimezone(zone_of(organisation)).replace(tzinfo=None)
    files, total = files_named(run.files), run.total
    source = SOURCES[LoadSource(run.source)]
    return RunLine(run, at, files, source, _told(DID, files, total))


def added_by_table(report: LoadReport) -> list[tuple[str, list[str], int, int]]:
    """Name the first new rows of each table, in load order, with how many there are, and how many beside those."""
    return [
        (name, keys, counts.new, counts.new - len(keys))
        for name, counts in report.tables.items()
        for keys in (report.new_keys.get(name, []),)
        if counts.new and not report.errors
    ]


def changes_by_table(changes: Sequence[LoadedChange]) -> list[tuple[str, list[LoadedChange], int]]:
    """Return the first changes in each table, in the order they come in, and how many more there are."""
    grouped = gathered((change.table, change) for change in changes)
    return [
        (name, found[:MOST_CHANGES], len(found[MOST_CHANGES:])) for name, found in grouped.items()
    ]
