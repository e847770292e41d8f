"""A bad day in the corridor: whom to call, in which order, what to say; and the call logged where it was made."""

from django.http import HttpRequest, HttpResponse

from domestique.access.viewers import present_viewer
from domestique.answers.bad_day.bad_day import BadDay, bad_day, choosable, failure_of, failures
from domestique.quantities.errors import Refusal, insist
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.relations.meetings.contact_actions import FACES, Note, log_contact
from domestique.web.asking import shown, today
from domestique.web.form import Form
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb

TEMPLATE = "bad_day/bad_day.html"


class OutageNotThere(Refusal):
    """An outage that is not there."""

    text = say("There is no outage “%(id)s”; choose one below.")


class LostServiceNotThere(Refusal):
    """A service that is not there, so it cannot be lost."""

    text = say("There is no service “%(id)s”; choose one below.")


def _page(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    """Show what may have failed, or whom it hits; what is asked for and not there comes before what was refused."""
    viewer, asked = present_viewer(), _asked_for(request)
    context: dict[str, object] = {
        "failures": failures(),
        "choosable": choosable(viewer),
        "faces": FACES,
        "asked": asked,
    }
    try:
        context["page"] = _asked(viewer, **asked)
    except Refusal as not_there:
        return shown(request, TEMPLATE, not_there, **context)
    if refusal:
        context["typed"] = request.POST
    return shown(request, TEMPLATE, refusal, **context)


@at("bad-day/", "bad-day", Ability.WORK_WITH_CUSTOMERS)
@verb(_page)
def show_bad_day(sent: Sent) -> str:
    """Log a call that was made."""
    page = _asked(sent.viewer, **_asked_for(sent.request))
    if page:
        log_contact(sent.viewer, _note(sent.form, page), today=sent.on)
    return f"{sent.request.get_full_path()}#call-{sent.form.text('customer')}"


def _asked_for(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip() for name in ("outage", "service")}


def _asked(viewer: Viewer, outage: str, service: str) -> BadDay | None:
    if not (outage or service):
        return None
    failure = failure_of(outage) if outage else None
    if outage and failure is None:
        raise OutageNotThere(id=outage)
    lost = failure.service_id if failure else service
    return insist(bad_day(viewer, lost, today(), failure), LostServiceNotThere(id=lost))


def _note(form: Form, page: BadDay) -> Note:
    return Note(
        customer=form.text("customer"),
        gist=form.text("gist"),
        with_whom=form.names("with_whom"),
        face=form.text("face"),
        outage=page.failure.id if page.failure else "",
    )
