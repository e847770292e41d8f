"""What the rules found."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import local_user
from domestique.web.asking import today
from domestique.web.finding_list import findings_by_rule


@require_safe
def list_findings(request: HttpRequest) -> HttpResponse:
    """List the findings rule by rule, each with what to do and the place it is about."""
    kinds = findings_by_rule(local_user(), today())
    total = sum(len(kind.findings) for kind in kinds)
    context = {"kinds": kinds, "total": total}
    return render(request, "findings/findings.html", context)
