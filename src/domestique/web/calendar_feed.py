"""The meetings a viewer may see as a calendar that her own calendar program subscribes to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.calendar_feed import calendar_of


@require_safe
def show_calendar(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the calendar of the viewer."""
    headers = {"Content-Disposition": 'inline; filename="meetings.ics"'}
    return HttpResponse(
        calendar_of(present_viewer()), content_type="text/calendar; charset=utf-8", headers=headers
    )
