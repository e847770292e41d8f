"""Loading somebody's tables: read, check, compare, write; all of it or nothing.

Every error there is comes back at once, each with its place. Loading the same thing twice changes
nothing, and a load never takes anything away: rows, columns and tables that are absent stay as
they are, while an empty cell clears its field.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from importlib.resources import as_file, files
from pathlib import Path

from domestique.exchange.all_stays import while_all_stays
from domestique.exchange.checks import comparing
from domestique.exchange.checks.addresses import check_addresses
from domestique.exchange.checks.amended import say_who_proposes
from domestique.exchange.checks.asked import propose_from_words
from domestique.exchange.checks.checking import check_rows, check_tables
from domestique.exchange.checks.doubled import doubled_ids
from domestique.exchange.checks.ending import ask_to_end
from domestique.exchange.checks.former import mean_survivors
from domestique.exchange.checks.incoming import read_rows, refuse_repeated_keys
from domestique.exchange.checks.outages import (
    ask_about_outages,
    doubtful_outages,
    refuse_outages_to_come,
)
from domestique.exchange.checks.people import name_people
from domestique.exchange.checks.references import References
from domestique.exchange.choices import LoadSource
from domestique.exchange.errors import AnotherLoadIsUnderWay
from domestique.exchange.export.out_contents import OUT
from domestique.exchange.files.cells import Problem, Sheet
from domestique.exchange.files.sheets import read_sheets
from domestique.exchange.foreign.mapping import find_mapped
from domestique.exchange.guarding import Loaded, judge_rows
from domestique.exchange.headers import find_table, without_amendments
from domestique.exchange.loads import Origin, enter_run
from domestique.exchange.old_columns import as_told_now, where_written
from domestique.exchange.report import Counts, LoadReport
from domestique.exchange.rows import Found, Incoming
from domestique.exchange.writing import Progress, one_load_at_a_time, write
from domestique.quantities.sentence import Sentence, say
from domestique.records.guard import Passed
from domestique.records.ids.former_queries import former_ids
from domestique.records.past.past_gates import JustSaved, insist_on_a_word, list_hand, list_passed
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Request:
    """Who loads, why, and what she has seen.

    ``why`` goes into the history; empty, it says which file the rows came from. ``versions`` are the versions of
    the records she saw, by their keys: a record that has been changed since is refused, not overwritten.
    ``seen`` is the digest of the outcome she was shown: with any other outcome nothing is loaded. A load of files
    has an ``origin`` under which it is kept; rows that were typed have none, for their history tells enough, and
    ``unless_said`` stands in it where no reason is given. Rows that were taken out stay so unless it ``puts_back``.
    One that ``asks`` is held back where a row may be mistyped, until it is sent again without.
    """

    viewer: Viewer
    why: str = ""
    versions: Mapping[str, int] = field(default_factory=dict)
    is_dry_run: bool = False
    on_progress: Progress | None = None
    seen: str = ""
    origin: Origin | None = None
    unless_said: str = ""
    puts_back: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What was read in files: their sheets, what is wrong already, and how their sheets become our tables."""

    file: str
    sheets: Sequence[Sheet]
    problems: Sequence[Problem] = ()
    mapping: Path | None = None


def load(
    path: Path,
    *,
    viewer: Viewer,
    is_dry_run: bool = False,
    mapping: Path | None = None,
    on_progress: Progress | None = None,
    source: LoadSource = LoadSource.PROGRAM,
    because: str = "",
    puts_back: bool = False,
) -> LoadReport:
    """Load the tables at a path (a folder of CSV, a zip of one, a workbook); tell what came of it.

    With ``mapping`` the sheets are someone else's and the file tells how they become our tables.
    ``on_progress`` is told table, rows written and rows in all. Another load that does not end in
    time is an error in the report too, and then nothing is loaded. ``source`` is where it was asked for, ``because`` the paper
    that what is loaded stands in. Rows that were taken out before stay out, and are told, unless it ``puts_back`` them.
    """
    sheets, problems = read_sheets(path)
    origin = Origin(source, (path.resolve().name,), mapping.name if mapping else "")
    request = Request(
        viewer,
        because.strip(),
        is_dry_run=is_dry_run,
        on_progress=on_progress,
        origin=origin,
        puts_back=puts_back,
    )
    return load_reading(FilesRead(path.name, sheets, problems, mapping), request)


def load_demo(
    viewer: Viewer,
    on_progress: Progress | None = None,
    source: LoadSource = LoadSource.PROGRAM,
) -> LoadReport:
    """Load the demo organisation, as any other folder of tables is loaded."""
    with as_file(files("domestique.exchange") / "demo") as folder:
        return load(folder, viewer=viewer, on_progress=on_progress, source=source)


def load_reading(reading: FilesRead, request: Request) -> LoadReport:
    """Load what was read, wherever it came from."""
    found, problems, notices = find_in(reading)
    return _load(found, [*reading.problems, *problems], notices, request)


def find_in(reading: FilesRead) -> tuple[list[Found], list[Problem], list[Sentence]]:
    """Find rows for our tables in what was read; what is wrong with its sheets; what was left out."""
    if reading.mapping is not None and (reading.sheets or not reading.problems):
        return find_mapped(reading.sheets, reading.mapping)
    return _find(reading.sheets, reading.file, is_refused=bool(reading.problems))


def load_sheets(sheets: Sequence[Sheet], request: Request) -> LoadReport:
    """Load rows that a person has typed or chosen, by the same rules as a file; for forms and bulk edits."""
    found, problems, notices = _find(sheets, sheets[0].file if sheets else "", is_refused=False)
    return _load(found, problems, notices, request)


@while_all_stays()
def _load(
    found: Sequence[Found], errors: list[Problem], notices: list[Sentence], request: Request
) -> LoadReport:
    """Read, judge and, unless something is wrong or it is a dry run, write."""
    incomings: list[Incoming] = []
    former = former_ids()
    now, contracts_told = as_told_now(found)
    for rows in now:
        incoming, problems = read_rows(rows)
        refused, told = mean_survivors(incoming, former, is_typed=rows.is_typed)
        incomings.append(incoming)
        errors += [*problems, *refused]
        notices = [*notices, *told]
    told_now = [*doubled_ids(now), *contracts_told, *propose_from_words(incomings)]
    notices = [*dict.fromkeys(notices), *told_now]
    say_who_proposes(incomings, request.viewer)
    ask_to_end(incomings, request.viewer)
    named = name_people(incomings)
    errors += named.problems
    notices += named.notices
    incomings.sort(key=lambda incoming: TABLES.index(incoming.table))
    try:
        with nullcontext() if request.is_dry_run or errors else one_load_at_a_time():
            problems, kept, passed = _judge(incomings, request)
            report = _report(
                incomings,
                _in_order(where_written(errors + problems, found), found),
                notices + kept,
                request,
            )
            if not report.errors and not report.is_other and not request.is_dry_run:
                if request.origin is None:
                    insist_on_a_word(request.viewer, [one for _, _, one in passed])
                report = _write(incomings, report, request, passed)
    except AnotherLoadIsUnderWay as refusal:
        problem = Problem(found[0].file if found else "", None, None, None, refusal.sentence)
        return LoadReport(errors=[problem], notices=notices)
    return report


def _write(
    incomings: Sequence[Incoming],
    report: LoadReport,
    request: Request,
    passed: Iterable[tuple[str, str, Passed]],
) -> LoadReport:
    """Write the rows, what of them passed a gate and, if they come from files, that they were loaded."""
    why = request.why or request.viewer.past or request.unless_said
    at = write(incomings, request.viewer.person, why, request.on_progress)
    list_hand(request.viewer, at)
    for table, key, one in passed:
        list_passed(JustSaved(table, key, request.viewer, why, at), [one])
    run = enter_run(request.origin, report, request.viewer, at, request.why)
    return replace(report, loaded=True, run=run)


def _find(
    sheets: Sequence[Sheet], file: str, *, is_refused: bool
) -> tuple[list[Found], list[Problem], list[Sentence]]:
    """Find rows for our tables in sheets; none at all is wrong too, unless the file is refused already."""
    notices = [_not_loaded(one.file) for one in sheets if one.name == OUT]
    sheets = [one for one in sheets if one.name != OUT]
    every = [find_table(part) for sheet in sheets for part in without_amendments(sheet)]
    problems = [problem for _, wrong in every for problem in wrong]
    found = [rows for rows, _ in every if rows is not None]
    if not found and not problems and not is_refused:
        reason = say(
            "There is no table in it; name its sheets or files as the tables are named: %(names)s.",
            names=", ".join(table.name for table in TABLES),
        )
        problems.append(Problem(file, None, None, None, reason))
    return found, problems, notices


def _not_loaded(file: str) -> Sentence:
    return say(
        "What %(file)s tells of rows that were taken out is not loaded; put them back where they were taken out.",
        file=file,
    )


def _judge(
    incomings: Sequence[Incoming], request: Request
) -> tuple[list[Problem], list[Sentence], Sequence[tuple[str, str, Passed]]]:
    """Settle what becomes of each row, and return what is wrong, what is kept unchecked, and what passes a gate."""
    comparing.compare(incomings, puts_back=request.puts_back)
    references = References(incomings)
    dangling, kept = references.check()
    problems = [
        *refuse_repeated_keys(incomings),
        *comparing.refuse_overtaken(incomings, request.versions),
        *comparing.refuse_incomplete_new(incomings),
        *dangling,
        *check_rows(incomings),
        *check_addresses(incomings),
        *check_tables(incomings),
        *refuse_outages_to_come(incomings),
        *(ask_about_outages(incomings) if request.asks else ()),
    ]
    is_load = request.origin is not None
    judged = judge_rows(Loaded(request.viewer, request.why, incomings, is_load))
    out = comparing.notices_of_what_is_out(incomings)
    arrivals = references.check_arrivals()
    notices = [*out, *kept, *arrivals, *doubtful_outages(incomings)]
    return [*problems, *judged.problems], notices, judged.passed


def _in_order(errors: list[Problem], found: Sequence[Found]) -> list[Problem]:
    """Sort errors as a person meets them: by file as they were read, then by row."""
    files = [rows.file for rows in found]
    order = {file: place for place, file in enumerate(dict.fromkeys(files))}
    return sorted(
        errors, key=lambda error: (order.get(error.file, -1), error.table, error.row or 0)
    )


def _report(
    incomings: Sequence[Incoming],
    errors: list[Problem],
    notices: list[Sentence],
    request: Request,
) -> LoadReport:
    counted: dict[str, Counter[str]] = {}
    from_files = [incoming for incoming in incomings if not incoming.is_named]
    for incoming in from_files:
        outcomes = counted.setdefault(incoming.table.name, Counter())
        outcomes.update(entry.outcome.value for entry in incoming.entries)
        outcomes["stays_out"] += len(incoming.staying_out)
    tables = {name: Counts(**outcomes) for name, outcomes in counted.items()}
    digest = comparing.digest_of(incomings) if request.is_dry_run or request.seen else ""
    is_other = bool(request.seen) and digest != request.seen
    changes = list(comparing.changes_of_entry(incomings))
    new = comparing.new_keys_of(from_files)
    return LoadReport(
        tables, changes, errors, notices, digest=digest, is_other=is_other, new_keys=new
    )
