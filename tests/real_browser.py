"""The product as a person meets it: its own server on a database of its own, and Debian's Chromium before it.

Used by the walks in ``tests/browser`` and by ``docs/take_screenshots.py``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright
from pypdf import PageObject

from reading_pdf import reader_of

PATIENCE = 60.0
"""Seconds until a server that does not answer is given up."""

QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}
HAND = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


def find_chromium() -> str | None:
    """Return the machine's Chromium, or None where there is none."""
    names = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
    return next((found for found in map(shutil.which, names) if found), None)


@contextmanager
def launched(chromium: str) -> Iterator[Browser]:
    """Start the browser; it ends with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIETLY)
        yield browser
        browser.close()


def watched(page: Page) -> list[str]:
    """Return a list that grows by whatever the browser complains of: errors, and what the policy forbids."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def printed(link: Locator) -> list[PageObject]:
    """Fetch the PDF that a link leads to and return its pages; the browser itself would only show it."""
    answer = link.first.page.request.get(link.first.get_attribute("href") or "")
    assert answer.headers["content-type"] == "application/pdf", answer.status
    return list(reader_of(answer.body()).pages)


def domestique(database: Path, *words: str) -> list[str]:
    """Return the command line of the product on a database."""
    return [sys.executable, "-m", "domestique", "--db", str(database), *words]


def own_surroundings() -> dict[str, str]:
    """Return the environment without what tests have set for themselves."""
    ours = ("DJANGO_", "DOMESTIQUE_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def load_demo(database: Path) -> None:
    """Load the demo organisation into a database."""
    command = domestique(database, "demo")
    subprocess.run(command, env=own_surroundings(), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(database: Path) -> Iterator[str]:
    """Serve a database on a free port and give its address; the server ends with the block, by its own process id."""
    port = _free_port()
    log = database.with_suffix(".log")
    with log.open("wb") as said:
        command = domestique(database, "serve", "--port", str(port))
        server = subprocess.Popen(
            command, env=own_surroundings(), stdout=said, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until somebody listens at the port; what the server said instead is raised as ``ChildProcessError``."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise ChildProcessError(log.read_text(encoding="utf-8", errors="replace"))
