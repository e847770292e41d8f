"""Lists, refusals, empty places and icons in made-up states."""

from datetime import UTC, datetime
from decimal import Decimal

from django.core.paginator import Paginator

from domestique.answers.parts.part import Part, State, states
from domestique.findings.finding import Finding
from domestique.quantities.sentence import say
from domestique.records.past.history import Change, FieldChange
from domestique.web.cutting import Cut
from domestique.web.paging import Page

ROWS = Paginator([None] * 212, 50)
FINDINGS = (
    Finding(
        "R16",
        "services",
        "S03",
        say("Web shop promises 99.95 % and stands on a database that promises 99.9 %."),
        say("Promise less, or pay for a second site."),
    ),
    Finding(
        "S3-09",
        "supplier_contracts",
        "V02-1",
        say("The last day to give notice passed on 31 August."),
        say("Ask the supplier what holds from now on, and write it down."),
    ),
)
CHANGES = (
    Change(
        datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
        "Nadja Berggren",
        "agreed in the steering group",
        is_first=False,
        fields=(FieldChange("availability_target", Decimal("99.95"), Decimal("99.5")),),
    ),
    Change(
        datetime(2025, 10, 15, 8, 0, tzinfo=UTC),
        "",
        "",
        is_first=True,
        fields=(FieldChange("name", None, "Web shop"),),
    ),
)

LISTS = (
    Part(
        "findings",
        say("Findings list"),
        say("What does not hold together, what to do about it, and the way there."),
        '{% if findings %}{% include "parts/finding_list.html" %}'
        '{% else %}<p class="dim">{% translate "Nothing." %}</p>{% endif %}',
        states("findings", (say("something found"), FINDINGS), (say("empty"), ())),
    ),
    Part(
        "history",
        say("History"),
        say("Who changed what, when and why."),
        '{% include "parts/history.html" %}',
        states("changes", (say("changed"), CHANGES), (say("empty"), ())),
    ),
    Part(
        "refusal",
        say("Refusal"),
        say("What was asked could not be done: which value, and what would be right."),
        '{% include "parts/refusal.html" %}',
        states(
            "refusal",
            (
                say("refused"),
                say("“13 months” is not a month; write it like 2026-10."),
            ),
        ),
    ),
    Part(
        "nothing-yet",
        say("Empty page"),
        say("What would stand here, why it is worth it, and one next step."),
        "{% nothing_yet says command url does %}",
        (
            State(
                say("a command to type"),
                {
                    "says": "Levels need two things: service hours with a target, and a log of outages.",
                    "command": "domestique load picture.xlsx",
                },
            ),
            State(
                say("a place to go"),
                {
                    "says": "Nobody is looked after by this team yet.",
                    "url": "/customers/",
                    "does": "Choose customers",
                },
            ),
        ),
    ),
    Part(
        "pages",
        say("Pages of a list"),
        say("Fifty rows at a time."),
        '{% include "parts/pages.html" %}',
        states(
            "page",
            (say("at the beginning"), Page([None] * 50, 1, ROWS, "?page={}".format)),
            (say("in the middle"), Page([None] * 50, 3, ROWS, "?page={}".format)),
            (say("at the end"), Page([None] * 12, 5, ROWS, "?page={}".format)),
        ),
    ),
    Part(
        "rest",
        say("The rest of a table"),
        say("A long table among others shows its first twenty rows, and where all of them are."),
        '{% include "parts/rest.html" %}',
        states("cut", (say("cut off"), Cut([None] * 20, 45, "?all=services#services"))),
    ),
    Part(
        "icon",
        say("Icon"),
        say("Beside a word, or for a button that has its word as a label; never instead of one."),
        "{% icon it %} {{ it }}",
        states(
            "it", *((say("icon"), name) for name in ("search", "printer", "download", "history"))
        ),
    ),
)
