"""Run a command with PostgreSQL beneath it: ``python tests/on_postgresql.py COMMAND …``.

If ``DOMESTIQUE_TEST_DATABASE`` names a server that one is used. Otherwise a throw-away server is started
from the server's binaries on loopback and ended afterwards by its own process id. A server refuses to run as
root, so for root it runs as the ``postgres`` user, or as ``nobody``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INSTALLED = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")


def server_binaries() -> Path | None:
    """Find the folder with ``initdb``, the newest version first."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = (file for root in INSTALLED for file in Path(root).glob("*/bin/initdb"))
    return max((file.parent for file in found), default=None, key=str)


def unprivileged_user() -> str | None:
    """Return the user a server is run as when we are root; ``None`` means ourselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def free_port() -> int:
    """Ask the system for a port nobody uses."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def started_server(binaries: Path) -> Iterator[str]:
    """Start a throw-away server and give its address."""
    user = unprivileged_user()
    with tempfile.TemporaryDirectory(prefix="domestique-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        data = Path(folder) / "data"
        port = free_port()
        as_user = {"user": user, "cwd": folder} if user else {"cwd": folder}
        subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "domestique", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8"],
            check=True, stdout=subprocess.DEVNULL, **as_user,
        )  # fmt: skip
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
        control = [binaries / "pg_ctl", "-D", data, "-w"]
        subprocess.run(
            [*control, "-o", options, "-l", f"{folder}/log", "start"],
            check=True,
            stdout=subprocess.DEVNULL,
            **as_user,
        )
        try:
            yield f"postgresql://domestique@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run(
                [*control, "-m", "immediate", "stop"],
                check=True,
                stdout=subprocess.DEVNULL,
                **as_user,
            )


def main(command: list[str]) -> int:
    """Run the command with ``DOMESTIQUE_TEST_DATABASE`` set; say so and skip where there is no server to be had."""
    given = os.environ.get("DOMESTIQUE_TEST_DATABASE")
    if given:
        return subprocess.run(command, check=False).returncode
    binaries = server_binaries()
    if binaries is None:
        print(
            "PostgreSQL: skipped, no server's binaries (initdb, pg_ctl) were found and DOMESTIQUE_TEST_DATABASE is not set."
        )
        return 0
    with started_server(binaries) as address:
        print(f"PostgreSQL: started from {binaries}", flush=True)
        return subprocess.run(
            command, check=False, env={**os.environ, "DOMESTIQUE_TEST_DATABASE": address}
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
