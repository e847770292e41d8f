"""The product's settings, on the database the tests are given: ``DOMESTIQUE_TEST_DATABASE`` or SQLite in memory."""

from __future__ import annotations

import os
import tempfile

# Never the database in the user's own folder.
os.environ["DOMESTIQUE_DATABASE"] = (
    os.environ.get("DOMESTIQUE_TEST_DATABASE")
    or f"{tempfile.gettempdir()}/domestique-tests.sqlite3"
)

from domestique.site.settings import *  # noqa: F403

REMEMBERED_IN = None
