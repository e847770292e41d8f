"""Write ``docs/guards.md``: what the guards of the kinds hold, and what the tests try, so that it never drifts.

``python docs/generate_guards.py`` writes it. The first table is declared with the guards; the second is the list that
``tests/fences/test_gates_on_facts.py`` tries.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent
PAGE = DOCS / "guards.md"
TESTS = DOCS.parent / "tests"

HEAD = """# Guards

Who may make which fact so, the same on a page, in a form, in a bulk edit, in a file and by a command. A guard is a rule of
the kind of record ([decision 022](decisions/022-one-door-for-writing.md)); who may not is told who can. Whoever keeps the
picture records what happened elsewhere, and passes every guard: a load as one line with its paper, somebody else's decision
with its minutes, a live service changed without ground as a finding. One alone, without log-in, is told what would be refused
and goes on with a word why; that is [listed](how-to/one-person.md) until who may confirms it. Nobody enters anything for a customer whose business is
not open to her ([decision 018](decisions/018-who-may-see-what.md)).

Written from the guards by `python docs/generate_guards.py`.

## What they hold
"""
TRIED = """
## As the tests try it

Each fact, by each way in, is tried by ten people of the demo organisation and by the keeper, who is let by all, past a gate with a word. A cell names
who is let; everybody else is refused and leaves nothing behind. – where there is no such way.
"""


def page() -> str:
    """Return the page as it should stand."""
    return "\n".join(
        [HEAD, *held(), TRIED, *cast(), "", *tried(), "", "[Records](records/index.md)", ""]
    )


def held() -> Iterator[str]:
    """Yield what each guard holds: who touches the kind at all, then its facts one by one."""
    from domestique.records.door import guard_of
    from domestique.records.ids.actions import GATES
    from domestique.records.tables import TABLES

    yield "| kind | fact | who may | what is needed | frozen afterwards |"
    yield "| --- | --- | --- | --- | --- |"
    for gate in GATES:
        yield f"| every kind | {gate.fact} | {gate.who} | {gate.needs} | {gate.frozen} |"
    for table in TABLES:
        guard = guard_of(table.model)
        name = f"[{table.name}](records/{table.name}.md)"
        if guard.may:
            who = ", ".join(f"who may *{one.value}*" for one in guard.may)
            rule = (guard.rule.__doc__ or "").strip().partition("\n")[0] if guard.rule else ""
            yield f"| {name} | a row at all | {who} | {rule} | |"
        who = (
            "who may enter it as it stands"
            if guard.may or guard.rule
            else "whoever keeps the picture"
        )
        stays = (guard.stays.__doc__ or "").strip().partition("\n")[0] if guard.stays else ""
        yield f"| {name} | a row is taken out, or put back | {who} | what refers to it is looked after | {stays} |"
        for gate in guard.gates:
            yield f"| {name} | {gate.fact} | {gate.who} | {gate.needs} | {gate.frozen} |"


def cast() -> Iterator[str]:
    """Yield who the ten are."""
    from cast import CAST

    yield "The ten: " + ", ".join(CAST.values()) + "."


def tried() -> Iterator[str]:
    """Yield what the tests try, and who is let."""
    from gated import WAYS, is_open, who_may
    from test_gates_on_facts import FACTS

    from cast import CAST, MAY

    yield f"| fact | {' | '.join(WAYS)} |"
    yield f"| --- |{' --- |' * len(WAYS)}"
    for fact in FACTS:
        cells = [
            ", ".join(CAST[one].split()[0] for one in who_may(fact, way, MAY)) or "nobody"
            if is_open(fact, way)
            else "–"
            for way in WAYS
        ]
        yield f"| `{fact.table}`: {fact.fact} | {' | '.join(cells)} |"


def is_current() -> bool:
    """Whether the page says what the guards and the tests say now."""
    return PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()


def main() -> int:
    """Write the page."""
    import django

    sys.path[:0] = [str(TESTS), str(TESTS / "fences")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "domestique.site.settings")
    os.environ["DOMESTIQUE_DATABASE"] = (
        f"{tempfile.gettempdir()}/domestique-docs.sqlite3"  # never opened
    )
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
