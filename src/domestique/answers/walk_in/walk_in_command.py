"""``domestique walk-in``: the page a customer manager takes along."""

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.walk_in.walk_in import walk_in_sheet
from domestique.answers.walk_in.walk_in_paper import walk_in_pdf
from domestique.cli.options import today
from domestique.cli.pdf import Target, Whom, refuse_customer, write_file
from domestique.records.ability import Ability


@permit(Ability.SEE_PICTURE)
def walk_in(path: Target, customer: Whom) -> None:
    """Write the page a customer manager takes along: who, how it feels, what was missed, three good questions."""
    sheet = walk_in_sheet(present_viewer(), customer, today())
    if sheet is None:
        refuse_customer(customer)
    write_file(path, walk_in_pdf(sheet))
