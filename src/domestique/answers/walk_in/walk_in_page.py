"""Before you walk in: the sheet a customer manager takes along, on the screen and on paper."""

from domestique.answers.walk_in.walk_in import walk_in_sheet
from domestique.answers.walk_in.walk_in_paper import walk_in_pdf
from domestique.records.ability import Ability
from domestique.web.pages import page

WALK_IN = page(
    ("customers/<customer:customer_id>/before-you-walk-in/", "before-you-walk-in"),
    Ability.SEE_PICTURE,
    walk_in_sheet,
    "walk_in/walk_in.html",
    "sheet",
    paper=(walk_in_pdf, "before-you-walk-in-{}"),
)
