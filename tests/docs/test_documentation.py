"""The documentation is held to the product: every command, setting, table, address and key there is, is described."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import typer
from django.urls import URLPattern, URLResolver, get_resolver

from asking import answer
from domestique.records.tables import TABLES
from domestique.site.commands import application

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *PROJECT.glob("*.md")])


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


def records_script() -> ModuleType:
    """Return ``docs/generate_records.py``, which is no part of any package."""
    spec = importlib.util.spec_from_file_location("generate_records", DOCS / "generate_records.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script  # where dataclasses look for the names of their types
    spec.loader.exec_module(script)
    return script


def test_every_command_and_option_is_described() -> None:
    rows = {
        row.split("`")[1].split()[1]: row
        for row in re.findall(r"^\| `.*", text_of("commands.md"), re.MULTILINE)
    }
    group = typer.main.get_group(application)
    assert set(rows) == set(group.list_commands(None))
    for name, row in rows.items():
        options = {
            option
            for parameter in group.get_command(None, name).params
            for option in parameter.opts
            if option.startswith("--")
        }
        assert {option for option in options - {"--help"} if f"`{option}" not in row} == set(), name


def test_every_setting_is_described() -> None:
    files = [
        *(PROJECT / "src").rglob("*.py"),
        *(PROJECT / "tests").glob("*.py"),
        PROJECT / "Makefile",
    ]
    read = {
        name
        for file in files
        for name in re.findall(r"\bDOMESTIQUE_[A-Z_]+", file.read_text(encoding="utf-8"))
    }
    assert read == set(
        re.findall(r"^\| `(DOMESTIQUE_[A-Z_]+)`", text_of("settings.md"), re.MULTILINE)
    )


def test_pages_of_records_are_current() -> None:
    assert records_script().not_current() == [], "run python docs/generate_records.py"


def test_every_table_is_told_what_it_is_for() -> None:
    untold = [table.name for table in TABLES if len(table.model.declared.why) < 40]
    assert len(TABLES) > 40
    assert not untold


def routes(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Yield every address as people read it: ``/customers/<customer_id>/``."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield re.sub(r"<\w+:", "<", address)


def test_every_address_is_described() -> None:
    described = re.findall(r"^\| `(/.*?)`", text_of("pages.md"), re.MULTILINE)
    assert set(routes(get_resolver().url_patterns)) == set(described)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_to_files(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [
        target.partition("#")
        for target in re.findall(r"\]\(([^)\s]+)\)", text)
        if "://" not in target
    ]
    missing = [file for file, _, _ in targets if not (page.parent / file).exists()]
    assert missing == []
    lost = [
        f"{file}#{place}"
        for file, _, place in targets
        if place and place not in headings(page.parent / file)
    ]
    assert lost == []


def headings(page: Path) -> set[str]:
    """Return the names a forge gives to the headings of a page."""
    found = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_every_page_can_be_reached_from_the_index() -> None:
    reached, coming = set(), [DOCS / "index.md"]
    while coming:
        page = coming.pop()
        if page not in reached:
            reached.add(page)
            links = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
            coming += [(page.parent / link).resolve() for link in links if "://" not in link]
    assert set(DOCS.rglob("*.md")) - reached == set()


def test_named_test_files_and_modules_are_there() -> None:
    for page in DOCS.glob("calculations/*.md"):
        text = page.read_text(encoding="utf-8")
        assert [
            file
            for file in re.findall(r"`(tests/[\w/]+\.py)`", text)
            if not (PROJECT / file).exists()
        ] == []
        modules = re.findall(r"`(domestique\.\w+\.\w+)", text)
        assert [name for name in modules if not importlib.util.find_spec(name)] == []


JSON_ANSWERS = [
    "demo",
    "levels --month 2026-10",
    "costs --year 2026 --method direct",
    "bill --customer C10 --from 2026-10 --to 2026-11",
    "restore --lost T10",
    "satisfaction",
    "customers",
    "customers --propose",
    "findings",
    "who --unit U111 --question new-service",
    "who --unit U111",
    "roles",
    "history services S03",
    "take-out needs N02 --dry-run",
    "taken-out",
    "history services S03 --on 2999-12-31",
]


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("command", JSON_ANSWERS)
def test_every_json_key_is_described(command: str) -> None:
    name, *options = command.split()
    sections = text_of("how-to/use-json-in-scripts.md").split("\n## ")
    (section,) = (one for one in sections if name in one.partition("\n")[0].split(", "))
    described = set(re.findall(r"\w+", section))
    described |= {
        f"{key}_id" for key in described
    }  # whoever is named is told by her id, too: said once for all
    assert {key for key in keys(answer(name, *options)) if key not in described} == set()


def keys(found: object, depth: int = 2) -> Iterator[str]:
    """Yield the keys of an answer and of the rows in its lists; keys that are themselves data are left out."""
    if isinstance(found, dict) and depth:
        for key, value in found.items():
            yield key
            if isinstance(value, list) and value:
                yield from keys(value[0], depth - 1)
