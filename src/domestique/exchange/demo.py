"""The demo organisation that comes with the package: Norrhjul Cykel AB."""

from __future__ import annotations

from importlib.resources import as_file, files

from domestique.exchange.choices import LoadSource
from domestique.exchange.loading import load
from domestique.exchange.report import LoadReport
from domestique.exchange.writing import Progress
from domestique.records.viewer import Viewer


def load_demo(
    viewer: Viewer,
    on_progress: Progress | None = None,
    source: LoadSource = LoadSource.PROGRAM,
) -> LoadReport:
    """Load the demo organisation, as any other folder of tables is loaded."""
    with as_file(files("domestique.exchange") / "demo") as folder:
        return load(folder, viewer=viewer, on_progress=on_progress, source=source)
