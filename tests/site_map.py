"""Every route once, by its name, with an address that the demo organisation answers.

A route without its example fails the walks over all pages; so a new page cannot be forgotten by any of them.
"""

from __future__ import annotations

PAGES = {
    "today": "/",
    "customers": "/customers/",
    "customer": "/customers/C04/",
    "before-you-walk-in": "/customers/C04/before-you-walk-in/",
    "own-page": "/for/C04/",
    "services": "/services/",
    "service": "/services/S03/",
    "map": "/services/S03/map/",
    "impact": "/services/T10/impact/",
    "portfolio": "/portfolio/",
    "catalogue": "/catalogue/",
    "edition": "/catalogue/for/C04/",
    "offer": "/catalogue/S03/",
    "levels": "/levels/",
    "promises": "/promises/",
    "promise": "/promises/C04/S03/2026-10/",
    "matrix": "/matrix/?show=cost",
    "money": "/money/",
    "bill": "/money/bills/C04/",
    "steering": "/steering/",
    "restoration": "/restoration/?lost=T10&crews=4",
    "findings": "/findings/",
    "find": "/find/?q=web",
    "parts": "/parts/",
    "import": "/import/",
    "load_run": "/import/runs/last/",
    "tables": "/records/",
    "records": "/lists/outages/",
    "record": "/records/outages/I3/",
    "new-record": "/edit/outages/new/",
    "edit-record": "/edit/outages/I3/",
}

ALSO_SENT_TO = {"import", "new-record", "edit-record"}
"""Pages that also take what a reader sends; all others are only read."""

FILES = {
    "before-you-walk-in-pdf": "/customers/C04/before-you-walk-in.pdf",
    "own-page-pdf": "/for/C04.pdf",
    "steering-pdf": "/steering.pdf",
    "run-sheet": "/restoration/run-sheet.pdf?lost=T10&crews=4",
    "chart-drawing": "/charts/level.svg?service=S03",
    "chart-spec": "/charts/level.json?service=S03",
    "find_as_typed": "/find/as-typed/?q=web",
    "template": "/import/template.xlsx",
    "export": "/export.xlsx",
    "list-file": "/lists/outages/export.csv",
}
"""What is downloaded, or asked for by a script: answered, but not a page with a headline."""

SENT_ONLY = {"list-change", "list-views", "list-view"}
"""What only takes what is sent, and leads back to its page when it is merely read."""
