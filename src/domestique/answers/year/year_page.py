"""The year wheel: what is done when in the year, and how much of it is due now."""

from domestique.answers.year.year import year_wheel
from domestique.records.ability import Ability
from domestique.web.pages import page

YEAR = page(("year/", "year"), Ability.SEE_PICTURE, year_wheel, "year/year.html")
