"""``python -m bench.scale``: Today at 63,000 and at 100,000 services; ten minutes, so it is not part of ``python -m bench``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.made_up import Size, write_organisation

SIZES = (
    Size(63_000, 200, 292_000, 600_000, has_daily_life=True),
    Size(100_000, 2_000, 300_000, 1_000_000, has_daily_life=True),
)


def main() -> None:
    """Load each size and let ``bench.changes`` tell how long Today takes."""
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="domestique-scale-") as scratch:
            tables, database = Path(scratch) / "tables", Path(scratch) / "large.sqlite3"
            rows = write_organisation(tables, size)
            environment = {**os.environ, "DOMESTIQUE_DATABASE": str(database)}
            load = [sys.executable, "-m", "bench.loading", "ours", str(tables), str(database)]
            subprocess.run(load, check=True, env=environment, stdout=subprocess.DEVNULL)
            print(f"{size.services:,} services, {rows:,} rows", flush=True)
            subprocess.run([sys.executable, "-m", "bench.changes", str(database)], check=True)


if __name__ == "__main__":
    main()
