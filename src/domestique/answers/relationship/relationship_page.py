"""The relationship with one customer, on the screen and as a plan of one page."""

from django.http import HttpRequest, QueryDict

from domestique.access.viewers import present_viewer
from domestique.answers.meetings.contacts_page import contact_form
from domestique.answers.relationship.relationship import Relationship, relationship
from domestique.answers.relationship.relationship_paper import relationship_plan_pdf
from domestique.records.ability import Ability
from domestique.web.pages import page


def _log(_: HttpRequest, stands: Relationship) -> dict[str, object]:
    """Return the short form in which a contact is logged in ten seconds."""
    return contact_form(present_viewer(), QueryDict(), stands.page.customer.id)


RELATIONSHIP = page(
    ("customers/<customer:customer_id>/relationship/", "relationship"),
    Ability.SEE_PICTURE,
    relationship,
    "relationship/relationship.html",
    more=_log,
    paper=(relationship_plan_pdf, "relationship-plan-{}"),
)
