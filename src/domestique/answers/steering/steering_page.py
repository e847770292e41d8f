"""One page for the IT steering group before its meeting."""

from domestique.answers.steering.steering import steering_page
from domestique.answers.steering.steering_paper import steering_pdf
from domestique.records.ability import Ability
from domestique.web.pages import page

STEERING = page(
    ("steering/", "steering"),
    Ability.SEE_STEERING,
    lambda viewer, clock: steering_page(viewer.in_the_steering_group(), clock),
    "steering/steering.html",
    paper=(steering_pdf, "for-the-steering-group"),
)
