"""The customer's own page: what she gets, what it costs, what she would stop."""

from django.http import HttpRequest

from domestique.access.viewers import present_viewer
from domestique.answers.feelings.pulse_page import asked_for_words
from domestique.answers.meetings.meeting_lines import MOODS
from domestique.answers.own_page.own_page import OwnPage, own_page
from domestique.answers.own_page.own_page_paper import own_page_pdf
from domestique.records.ability import Ability
from domestique.relations.meetings.queries import meeting_to_feel
from domestique.web.pages import page


def _asked_of_her(request: HttpRequest, hers: OwnPage) -> dict[str, object]:
    """Return what her page asks: how the last meeting felt, and how she feels."""
    return {
        "meeting": meeting_to_feel(present_viewer(), hers.id, hers.day),
        "moods": MOODS.items(),
        **asked_for_words(request, hers.id),
    }


OWN_PAGE = page(
    ("for/<customer:customer_id>/", "own-page"),
    Ability.SEE_OWN,
    own_page,
    "own_page/own_page.html",
    more=_asked_of_her,
    paper=(own_page_pdf, "what-it-does-for-{}"),
)
