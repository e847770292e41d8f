"""``domestique catalogue``: the catalogue as a folder of files that opens from a disk, without a server or a script."""

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import get_language

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.catalogue.catalogue import (
    BY_IMPACT,
    ORDERS,
    OfferPage,
    in_groups,
    make_page,
    shelf,
    users_of,
)
from domestique.answers.catalogue.offers import make_offers, offered_visible_to
from domestique.answers.catalogue.own_catalogue import Edition, edition_for, not_used_by
from domestique.answers.catalogue.whom_to_ask import TeamToAsk
from domestique.cli.options import today
from domestique.cli.pdf import refuse_customer
from domestique.exchange.files.replacing import replacing
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.sentence import say_counted
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken

INDEX, STYLES = "index.html", "catalogue.css"
STYLESHEETS = ("vendor/vendor.css", "tokens.css", "base.css", "parts.css", "catalogue.css")
FONTS = re.compile(r"@font-face\s*\{[^}]*\}")
GENERATOR = "Domestique catalogue"


@permit(Ability.SEE_CATALOGUE)
def catalogue(
    folder: Annotated[
        Path, typer.Argument(help="The folder to write to; files of an earlier one are replaced.")
    ],
    customer: Annotated[
        str, typer.Option(help="Only this customer's own edition, for example C04.")
    ] = "",
) -> None:
    """Write the catalogue as files: a front page, a page per service and one stylesheet."""
    edition = edition_for(present_viewer(), customer, today()) if customer else None
    if customer and edition is None:
        refuse_customer(customer)
    files = dict(_site(edition))
    _write(folder, files)
    typer.echo(
        spoken(
            say_counted(
                "Written to %(folder)s: %(count)s file. Open %(first)s.",
                "Written to %(folder)s: %(count)s files. Open %(first)s.",
                len(files),
                folder=str(folder),
                first=str(folder / INDEX),
            )
        )
    )


def _page(every: Mapping[str, object], template: str, **own: object) -> str:
    """Make one page of what every file shows and its own, with one newline at the end."""
    return render_to_string(f"catalogue/site/{template}", {**every, **own}).rstrip() + "\n"


def _site(edition: Edition | None) -> Iterator[tuple[str, str]]:
    """Yield every file of the catalogue, or of a customer's edition, by name."""
    viewer, clock = present_viewer(), today()
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    every = {"site": True, "day": day, "organisation": organisation, "generator": GENERATOR}
    shown = partial(_page, {**every, "LANGUAGE_CODE": get_language() or "en"})
    front = shelf(viewer, clock)
    contacts: tuple[TeamToAsk, ...] = front.contacts
    services = list(offered_visible_to(viewer).order_by(*ORDERS[BY_IMPACT]))
    offers = make_offers(viewer, services, clock)
    if edition is None:
        groups = in_groups(offers, BY_IMPACT, lambda offer: offer)
        yield INDEX, shown("index.html", shelf=front, groups=groups)
    else:
        own = {line.offer.id: line.offer for line in edition.lines}
        free = set(not_used_by(viewer, edition).values_list("id", flat=True))
        others = tuple(offer for offer in offers if offer.id in free)
        contacts = (edition.contact,) if edition.contact else ()
        offers = tuple(own.get(offer.id, offer) for offer in offers)
        yield INDEX, shown("edition.html", edition=edition, others=others)
    users = users_of(viewer, day, [service.id for service in services])
    for service, offer in zip(services, offers, strict=True):
        page: OfferPage = make_page(service, offer, users.get(service.id, ()), contacts)
        yield offer.file, shown("offer.html", page=page)
    yield STYLES, _styles()


def _styles() -> str:
    """Return our stylesheets as one; without the typeface, whose files stay with the pages that are served."""
    texts = []
    for name in STYLESHEETS:
        path = finders.find(f"domestique/{name}")
        if isinstance(path, str):
            texts.append(FONTS.sub("", Path(path).read_text(encoding="utf-8")))
    return "\n".join(texts)


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write all files, each whole or not at all, and take away pages of ours that are no longer in it."""
    with ExitStack() as drafts:
        for name, text in files.items():
            draft = drafts.enter_context(replacing(folder / name))
            draft.write_text(text, encoding="utf-8", newline="\n")
    for old in sorted(folder.glob("service-*.html")):
        if old.name not in files and f'content="{GENERATOR}"' in old.read_text(encoding="utf-8"):
            old.unlink()
