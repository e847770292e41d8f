"""Keep what every face says of the demo organisation, and tell what differs between two such keepings.

    python tests/every_face.py take FOLDER --db DEMO.sqlite3     with the product to be looked at importable
    python tests/every_face.py compare BEFORE AFTER

Taken are, for each of the cast: every page that can be reached by links from the pages of ``site_map`` (its words, links
and fields), every file (the words of PDFs, the cells of workbooks), and every command's answer with ``--json``. Both
keepings are taken from copies of one database, so that times in the history are the same.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import os
import re
import shutil
import tempfile
import zipfile
from collections import deque
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from urllib.parse import urldefrag, urljoin

KEEPER = ""
CAST = (
    KEEPER,
    "Ebba Nyström",
    "Noor Rahimi",
    "Petri Salmela",
    "Ahmed Yusuf",
    "Samira Haddad",
    "Mira Falk",
)
MOST_A_PERSON = 900
MOST_OF_A_KIND = 6
COMMANDS = (
    "levels --month 2026-10", "levels --month 2026-09 --explain", "costs --year 2026 --method step-down",
    "costs --year 2026 --method direct", "costs --year 2026 --method reciprocal --explain",
    "bill --customer C10 --from 2026-01 --to 2026-10", "bill --customer C04 --from 2026-01 --to 2026-10 --explain",
    "bill --customer C11 --from 2026-01 --to 2026-10 --currency EUR", "restore --lost T10 --crews 4",
    "restore --lost T10 --crews 40", "satisfaction", "who --unit U111 --question new-service", "needs", "inbox",
    "survey report SV0", "survey report SV1", "customers", "customers --propose", "roles", "findings",
    "history services S01", "--help", "load --help", "restore --help", "survey --help", "user --help", "bill --help",
)  # fmt: skip
PAPERS = (
    "walk-in --customer C04 OUT.pdf", "own-page --customer C04 OUT.pdf", "run-sheet --lost T10 --crews 4 OUT.pdf",
    "steering OUT.pdf", "calendar OUT.ics", "template OUT.xlsx", "export OUT.xlsx",
)  # fmt: skip
CHANGES = re.compile(r"csrfmiddlewaretoken|nonce-|/static/")


def take(folder: Path, database: Path, most: int) -> None:
    """Write down what every face says, one text a face."""
    folder.mkdir(parents=True, exist_ok=True)
    copied = Path(tempfile.mkdtemp()) / "demo.sqlite3"
    shutil.copy(database, copied)
    os.environ["DOMESTIQUE_DATABASE"] = str(copied)
    os.environ["DJANGO_SETTINGS_MODULE"] = "domestique.site.settings"
    os.environ["COLUMNS"] = "160"
    _commands(folder, copied)
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    for person in CAST:
        _walk(folder, person, most)


def _walk(folder: Path, person: str, most: int) -> None:
    from django.test import Client

    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    if person:
        client.post("/act-as/", {"name": person, "person": person})
    starts = _starts()
    waiting, met, kinds, said = deque(starts), set(starts), {}, {}
    while waiting and len(said) < most:
        address = waiting.popleft()
        answer = client.get(address)
        said[address] = _words(answer)
        if answer.status_code == 200 and "html" in answer.get("Content-Type", ""):
            for found in sorted(set(re.findall(r'href="(/[^"]*)"', answer.content.decode()))):
                link = urldefrag(urljoin(address, found.replace("&amp;", "&")))[0]
                kind = re.sub(r"[0-9]+|=[^&]*", "#", link)
                if link in met or "/static/" in link or kinds.get(kind, 0) >= MOST_OF_A_KIND:
                    continue
                met.add(link)
                kinds[kind] = kinds.get(kind, 0) + 1
                waiting.append(link)
    name = person.split(maxsplit=1)[0] if person else "keeper"
    (folder / f"pages of {name}.json").write_text(
        json.dumps(said, indent=1, ensure_ascii=False, sort_keys=True)
    )
    print(name, len(said), "addresses", flush=True)


def _starts() -> list[str]:
    import site_map

    return [*site_map.PAGES.values(), *site_map.FILES.values()]


def _words(answer: object) -> list[str]:
    """Return the status, then the words, links and fields of an answer, a line each."""
    kind = answer.get("Content-Type", "")  # type: ignore[attr-defined]
    status = f"{answer.status_code} {kind} {answer.get('Location', '')}"  # type: ignore[attr-defined]
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return [status, *_lines(body, kind)]


def _lines(body: bytes, kind: str) -> list[str]:
    if "html" in kind:
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(body, "html.parser")
        for one in soup(["script", "style"]):
            one.decompose()
        lines = [" ".join(text.split()) for text in soup.stripped_strings]
        for one in soup.find_all(
            ["a", "form", "input", "select", "textarea", "button", "img", "option"]
        ):
            shown = {
                key: one.get(key)
                for key in ("href", "action", "name", "value", "method", "alt", "src")
                if one.get(key)
            }
            if not CHANGES.search(str(shown)):
                lines.append(f"<{one.name} {shown}>")
        return lines
    return _file(body, kind)


def _file(body: bytes, kind: str) -> list[str]:
    if body.startswith(b"%PDF"):
        from pypdf import PdfReader

        return [
            " ".join((page.extract_text() or "").split())
            for page in PdfReader(io.BytesIO(body)).pages
        ]
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            names = [name for name in sorted(packed.namelist()) if "docProps" not in name]
            return [f"{name} {packed.read(name).decode('utf-8', 'replace')}" for name in names]
    return [line for line in body.decode("utf-8", "replace").splitlines() if "DTSTAMP" not in line]


def _commands(folder: Path, database: Path) -> None:
    for person in CAST:
        said: dict[str, list[str]] = {}
        before = ["--db", str(database), *(["--as", person] if person else [])]
        for command in COMMANDS:
            for extra in ([], ["--json"]):
                if extra and "--help" in command:
                    continue
                said[" ".join([command, *extra])] = _answer([*before, *command.split(), *extra])
        for command in PAPERS if person in ("", "Ebba Nyström") else ():
            out = (
                Path(tempfile.mkdtemp())
                / f"out{command[-4:] if command[-5] == '.' else command[-5:]}"
            )
            status = _answer([*before, *re.sub(r"OUT\.\w+", str(out), command).split()])[0]
            said[command] = [status, *_file(out.read_bytes() if out.is_file() else b"", "")]
        name = person.split()[0] if person else "keeper"
        (folder / f"commands of {name}.json").write_text(
            json.dumps(said, indent=1, ensure_ascii=False, sort_keys=True)
        )
        print(name, len(said), "commands", flush=True)


def _answer(words: list[str]) -> list[str]:
    """Ask a command in this process; return its exit status and what it printed."""
    from domestique.cli import main as ask

    os.environ.pop("DOMESTIQUE_AS", None)
    printed = io.StringIO()
    status: object = 0
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            ask(words)
        except SystemExit as ended:
            status = ended.code or 0
    return [str(status), *printed.getvalue().splitlines()]


def compare(before: Path, after: Path) -> int:
    """Print every line that only one of the two says; return how many faces differ."""
    differing = faces = 0
    for file in sorted({one.name for one in [*before.glob("*.json"), *after.glob("*.json")]}):
        old, new = (
            json.loads((one / file).read_text()) if (one / file).exists() else {}
            for one in (before, after)
        )
        for face in sorted({*old, *new}):
            faces += 1
            if face not in old or face not in new:
                print(f"## {file}: {face}: only {'before' if face in old else 'after'}")
                differing += 1
            elif old[face] != new[face]:
                differing += 1
                print(f"## {file}: {face}")
                for line in difflib.unified_diff(old[face], new[face], lineterm="", n=0):
                    if not line.startswith(("---", "+++", "@@")):
                        print(f"   {line[:300]}")
    print(f"{differing} of {faces} faces differ")
    return differing


def main() -> int:
    """Take or compare."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = asked.add_subparsers(dest="verb", required=True)
    taking = verbs.add_parser("take")
    taking.add_argument("folder", type=Path)
    taking.add_argument("--db", type=Path, required=True)
    taking.add_argument("--most", type=int, default=MOST_A_PERSON)
    comparing = verbs.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = asked.parse_args()
    if given.verb == "take":
        take(given.folder, given.db, given.most)
        return 0
    return min(1, compare(given.before, given.after))


if __name__ == "__main__":
    raise SystemExit(main())
