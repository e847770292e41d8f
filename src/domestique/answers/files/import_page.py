"""Loading in the browser: choose files, see what they would change and every error in its place, then load."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.files.load_words import added_by_table, changes_by_table, outcome, run_line
from domestique.exchange.loads import changes_of_run, runs_visible_to
from domestique.exchange.report import total_of
from domestique.exchange.sent import upload_errors
from domestique.exchange.sent.upload_loading import Checked, check_upload, load_upload
from domestique.exchange.sent.uploads import Upload, keep_upload, upload_of
from domestique.parties.queries import organisation_of
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, shown
from domestique.web.paging import page_asked
from domestique.web.routes import at

MOST_BYTES = 100 * 2**20
GONE, CONFLICT = 410, 409
LAST = "last"
PUTS_BACK = "put_back"


@at("import/", "import", Ability.LOAD)
@csrf_exempt  # checked in ``_receive``, after what is too large has been refused unread
@require_http_methods(["GET", "HEAD", "POST"])
def import_files(request: HttpRequest) -> HttpResponse:
    """Offer to choose files; with ``upload``, show what they would change, and load exactly that."""
    try:
        if request.method == "POST":
            refuse_too_large(request)
            return _receive(request)
        if "upload" in request.GET:
            upload = upload_of(present_viewer(), request.GET["upload"])
            puts_back = bool(request.GET.get(PUTS_BACK))
            checked = check_upload(present_viewer(), upload, puts_back=puts_back)
            return _show_check(request, checked)
        return _show_choice(request)
    except Refusal as refusal:
        return _show_choice(request, refusal)
    except (SuspiciousOperation, MultiPartParserError):
        return _show_choice(request, upload_errors.UploadBroken())


def refuse_too_large(request: HttpRequest) -> None:
    """Refuse a request whose body is larger than is taken, before anything of it is read."""
    size = request.headers.get("Content-Length", "")
    if size.isdigit() and int(size) > MOST_BYTES:
        raise upload_errors.UploadTooLarge(size=-(-int(size) // 2**20), most=MOST_BYTES // 2**20)


@csrf_protect
def _receive(request: HttpRequest) -> HttpResponse:
    """Load files that were shown, or keep those that are sent: anew, or in place of some before."""
    viewer, before = present_viewer(), None
    if "upload" in request.POST:
        before = upload_of(viewer, request.POST["upload"])
    if before is not None and "seen" in request.POST:
        return _load(request, before)
    files, mapping = request.FILES.getlist("files"), request.FILES.get("mapping")
    try:
        upload = keep_upload(viewer, files, mapping, before)
    except Refusal as refusal:
        if before is None:
            raise
        return _show_check(request, check_upload(viewer, before), refusal)
    return redirect(f"{reverse('import')}?upload={upload.id}")


def _load(request: HttpRequest, upload: Upload) -> HttpResponse:
    why = request.POST.get("why", "").strip()
    puts_back = bool(request.POST.get(PUTS_BACK))
    checked = load_upload(present_viewer(), upload, request.POST["seen"], why, puts_back=puts_back)
    if checked.report.loaded:
        return redirect("load_run", checked.report.run)
    return _show_check(request, checked)


def _show_choice(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    viewer = present_viewer()
    organisation = organisation_of(viewer)
    page = page_asked(request, runs_visible_to(viewer))
    runs = [run_line(run, organisation) for run in page.items]
    last = runs_visible_to(viewer).first() if page.number > 1 else None
    answer = shown(
        request,
        "importing/importing.html",
        refusal or page.refusal,
        page=page,
        runs=runs,
        last=run_line(last, organisation) if last else runs[0] if runs else None,
        most_megabytes=MOST_BYTES // 2**20,
    )
    if isinstance(refusal, upload_errors.UploadNotKept):
        answer.status_code = GONE
    return answer


def _show_check(
    request: HttpRequest, checked: Checked, refusal: Refusal | None = None
) -> HttpResponse:
    report = checked.report
    context = {
        "refusal": refusal and refusal.sentence,
        "checked": checked,
        "upload": checked.upload,
        "headline": outcome(checked),
        "counts": report.tables,
        "total": total_of(report.tables.values()),
        "puts_back": bool(request.GET.get(PUTS_BACK) or request.POST.get(PUTS_BACK)),
        "added": added_by_table(report),
        "changed": changes_by_table(report.changes),
        "why": request.POST.get("why", ""),
        "most_megabytes": MOST_BYTES // 2**20,
    }
    is_bad = refusal is not None or (request.method == "POST" and report.errors)
    status = CONFLICT if report.is_other else 400 if is_bad else 200
    return render(request, "importing/check.html", context, status=status)


@at("import/runs/<str:run_id>/", "load_run", Ability.LOAD)
@require_safe
def show_run(request: HttpRequest, run_id: str) -> HttpResponse:
    """Show one load, or the ``last``: when, by whom, from which files, and what it changed."""
    viewer = present_viewer()
    runs = runs_visible_to(viewer)
    if run_id != LAST:
        runs = runs.filter(pk=int(run_id) if run_id.isdecimal() and len(run_id) < 10 else 0)
    run = runs.first()
    if run is None:
        raise NothingHere(say("There was no load %(number)s.", number=run_id))
    context = {
        "run": run,
        "line": run_line(run, organisation_of(viewer)),
        "counts": run.counted,
        "total": run.total,
        "tables": changes_of_run(run),
        "is_done": True,
    }
    return render(request, "importing/run.html", context)
