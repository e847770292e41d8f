"""``domestique steering``: the page of the steering group as a PDF."""

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.steering.steering import steering_page
from domestique.answers.steering.steering_paper import steering_pdf
from domestique.cli.options import today
from domestique.cli.pdf import Target, write_file
from domestique.records.ability import Ability


@permit(Ability.SEE_STEERING)
def steering(path: Target) -> None:
    """Write the one page the IT steering group reads before its meeting."""
    write_file(path, steering_pdf(steering_page(present_viewer().in_the_steering_group(), today())))
