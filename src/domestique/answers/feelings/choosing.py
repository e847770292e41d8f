"""What the forms of complaints, alternatives and improvements offer to choose from, with what was typed and ticked."""

from django.http import HttpRequest

from domestique.access.viewers import present_viewer
from domestique.parties.queries import customers_visible_to
from domestique.portfolio.queries import services_to_choose


def offered(request: HttpRequest) -> dict[str, object]:
    """Return customers and services by id and name, and what stands in the form already."""
    viewer, typed = present_viewer(), request.POST or request.GET
    return {
        "customers": [(one.id, one.name) for one in customers_visible_to(viewer)],
        "services": services_to_choose(viewer),
        "typed": typed,
        "ticked": [*typed.getlist("customers"), *typed.getlist("services")],
    }
