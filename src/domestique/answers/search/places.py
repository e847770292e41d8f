"""What is found beside records: pages, what can be done there and with whom, the rules of findings and what they found.

A page and a deed are found by their names in the reader's language; a deed with a customer by any word of hers as well:
``log a contact with Samira``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from domestique.answers.search.findings_found import findings_found
from domestique.answers.search.search_entry import Findable, entry
from domestique.answers.search.search_words import BREAK, fold, fold_parts
from domestique.answers.search.searchable import customers_found
from domestique.answers.search.shelf import Shelf
from domestique.findings.finding import RULES
from domestique.quantities.sentence import Sentence, say
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.vocabulary.speech import spoken
from domestique.web.context import MORE_ROOMS, ROOMS

SHORTEST = 3
"""With fewer letters than this a word of a deed is in too many questions."""
OTHER_PAGES = (
    ("requirements", say("Requirements")),
    ("exercise", say("Exercise a loss")),
    ("what-may-i-see", say("What may I see?")),
)


@dataclass(frozen=True, slots=True)
class PageDeed:
    """Something that can be done on a page, with a customer or, where it is ``alone``, without; ``takes`` is its route."""

    page: str
    takes: str
    alone: Sentence | None
    with_her: Sentence | None = None


DEEDS = (
    PageDeed(
        "new-contact?customer",
        "new-contact",
        say("Log a contact"),
        say("Log a contact with %(customer)s"),
    ),
    PageDeed(
        "plan-meeting?customer",
        "plan-meeting",
        say("Plan a meeting"),
        say("Plan a meeting with %(customer)s"),
    ),
    PageDeed("before-you-walk-in", "", None, say("Before you walk in to %(customer)s")),
    PageDeed("relationship", "", None, say("The relationship with %(customer)s")),
    PageDeed("pulse", "", None, say("Note how %(customer)s feels")),
    PageDeed("value", "", None, say("Say what services are worth to %(customer)s")),
    PageDeed("bill", "", None, say("The bill of %(customer)s")),
    PageDeed("role", "", None, say("The customer role of %(customer)s")),
    PageDeed("hand-over", "", None, say("Hand %(customer)s over to another team")),
    PageDeed("own-page", "", None, say("The page for %(customer)s")),
    PageDeed("needs", "need-capture", say("Capture a need")),
    PageDeed("escalations", "escalation-raise", say("Escalate a question")),
    PageDeed("complaints", "complaint", say("Take a complaint down")),
    PageDeed("inbox", "inbox-add", say("Put something into the inbox")),
    PageDeed("bad-day", "", say("Tell customers about an outage")),
    PageDeed("import", "", say("Load files")),
)


def places(
    viewer: Viewer, clock: date, question: str, opens: Callable[[str], bool]
) -> tuple[Shelf, ...]:
    """Return what there is to find beside records, for one who looks."""
    deeds = tuple(_deeds(viewer, fold(question).split(), opens))
    return (
        Shelf("pages", say("Pages"), tuple(_pages())),
        Shelf("deeds", say("What you can do"), deeds),
        Shelf("rules", say("Rules"), tuple(_rules())),
        *((findings_found(viewer, clock),) if opens("findings") else ()),
    )


def _pages() -> Iterator[Findable]:
    for route, title in (
        *ROOMS,
        *(room for _, rooms in MORE_ROOMS for room in rooms),
        *OTHER_PAGES,
    ):
        yield entry("", [spoken(title)], ways=((route, ""),))
    for table in TABLES:
        name = table.name.replace("_", " ").capitalize()
        yield entry("", [name], [table.meaning], ways=(("records", table.name),))


def _rules() -> Iterator[Findable]:
    for rule, title in RULES.items():
        yield entry(rule, [spoken(title)], ways=(("findings#", rule),))


def _deeds(viewer: Viewer, words: list[str], opens: Callable[[str], bool]) -> Iterator[Findable]:
    for deed in DEEDS:
        if deed.takes and not opens(deed.takes):
            continue
        if deed.alone:
            yield entry("", [spoken(deed.alone)], ways=((deed.page.partition("?")[0], ""),))
        if deed.with_her:
            yield from _with_customers(viewer, deed, deed.with_her, words)


def _with_customers(
    viewer: Viewer, deed: PageDeed, title: Sentence, words: list[str]
) -> Iterator[Findable]:
    own = fold_parts([spoken(title)])
    hers = [word for word in words if f" {word}" not in own and f"{BREAK}{word}" not in own]
    if not hers or all(word in hers or len(word) < SHORTEST for word in words):
        return
    for customer in customers_found(viewer):
        if all(word in customer.text for word in hers):
            named = Sentence(title.text, (("customer", customer.title),))
            yield entry("", [spoken(named)], [], [customer.text], ways=((deed.page, customer.key),))
