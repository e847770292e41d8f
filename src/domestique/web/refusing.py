"""Pages for what is not there, not understood, or went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from domestique.access.viewers import present_viewer
from domestique.quantities.sentence import say
from domestique.web.addressed import where_it_went


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is not there; an address with an old id leads on to the one of today."""
    went = where_it_went(request, present_viewer())
    if went is not None:
        return redirect(went)
    sentence = getattr(exception, "sentence", None) or say(
        "There is no page %(path)s.", path=request.path
    )
    return render(request, "refused.html", {"sentence": sentence}, status=404)


def show_bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Say that the address was not understood."""
    sentence = say("The address of this page could not be understood.")
    return render(request, "refused.html", {"sentence": sentence}, status=400)


def show_not_for_you(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a page is not open to who asks, and who can."""
    sentence = getattr(exception, "sentence", None) or say("This is not open to you.")
    return render(request, "who/not_for_you.html", {"sentence": sentence}, status=403)


def show_foreign_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Say that what was sent does not come from a page of ours that this browser has open."""
    sentence = say("What was sent was not taken: open the page again, and send it from there.")
    return render(request, "refused.html", {"sentence": sentence}, status=403)


def show_failure(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong with us, using nothing that might be what went wrong."""
    return render(request, "failed.html", status=500)
