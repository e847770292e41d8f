"""A PDF as an answer: shown by the browser, saved under a name that says what it is."""

from __future__ import annotations

import re

from django.http import HttpResponse


def printed(pdf: bytes, name: str) -> HttpResponse:
    """Answer with a PDF; what a file name cannot hold becomes a dash."""
    safe = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")
    headers = {"Content-Disposition": f'inline; filename="{safe}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
