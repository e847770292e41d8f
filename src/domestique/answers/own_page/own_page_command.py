"""``domestique own-page``: the customer's own page as a PDF."""

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.own_page.own_page import own_page as page_of_customer
from domestique.answers.own_page.own_page_paper import own_page_pdf
from domestique.cli.options import today
from domestique.cli.pdf import Target, Whom, refuse_customer, write_file
from domestique.records.ability import Ability


@permit(Ability.SEE_OWN)
def own_page(path: Target, customer: Whom) -> None:
    """Write the customer's own page: what she gets, what it costs, what she would stop."""
    page = page_of_customer(present_viewer(), customer, today())
    if page is None:
        refuse_customer(customer)
    write_file(path, own_page_pdf(page))
