"""The inbox, where everything enters with its source, and the register of improvements."""

from domestique.improvement.choices import ImprovementState, SourceType, Triage
from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind, Words
from domestique.records.models import Record


class InboxItem(Record):
    """Something that came in: what, from which source, how often, where it went, what was answered and told back.

    ``times`` counts how often the desk has heard the same. ``became`` is the id of the record it became, a need or
    an improvement by its ``triage``. What is dropped or answered says so; nothing disappears.
    """

    declared = RecordKind(
        "inbox",
        say("What came in, from which source, where it went and what was answered."),
        (
            "Nothing enters without a source, and nothing disappears: every item is sorted, answered and told "
            "back, or stays open."
        ),
        found_by=FoundBy(
            say("Inbox"), ("text",), ("origin", "received_on"), pages=("record", "inbox#item-")
        ),
        whose=Business.THOSE_NAMED,
        words=Words.WITH_THE_REST,
        rules=("R12", "R13"),
    )

    id = declare.own_id(say("The item's own id."))
    received_on = declare.day(say("When it came in."), required=True)
    source = declare.chosen(SourceType, say("Where it comes from."), required=True)
    origin = declare.text(say("Who brought it, or which report."), required=True)
    text = declare.words(say("What it says."), required=True)
    customer = declare.link(
        "parties.Customer", say("The customer it is about, if one."), empty="none"
    )
    services = declare.ids("services", say("The services it is about."))
    times = declare.whole(say("How often the same was heard."), default=1, least=1)
    triage = declare.chosen(
        Triage, say("Where it went; empty: not yet sorted."), empty="not yet sorted"
    )
    triaged_on = declare.day(say("When it was sorted."), empty="not yet sorted")
    triaged_by = declare.person(say("Who sorted it."), empty="not yet sorted")
    became = declare.text(
        say("The id of the need or improvement it became."),
        empty="nothing",
        one_of=("needs", "improvements", "complaints"),
    )
    answer = declare.words(say("What those who brought it were answered."), empty="not yet")
    answered_on = declare.day(say("When it was answered."), empty="not yet")
    answered_by = declare.person(say("Who answered."), empty="not yet")
    told_back_on = declare.day(
        say("When those who brought it were told how it ended."), empty="not yet"
    )

    class Meta:
        ordering = ["-received_on", "id"]


class Improvement(Record):
    """One line of the register: for whom, what value, which problem, how big, and whether it was felt.

    ``measure`` says what is measured; ``before``, ``target`` and ``after`` are its readings in words and figures.
    ``felt_by`` are the customers who said they noticed, ``not_felt_by`` those who said they did not; the others of
    ``customers`` have not been asked. ``part_of`` is the too big improvement this one was split from.
    """

    declared = RecordKind(
        "improvements",
        say("What is made better: for whom, how big, and whether it was felt."),
        (
            "Small enough to finish in weeks, measured before and after, and asked about: did the customer "
            "notice?"
        ),
        found_by=FoundBy(
            say("Improvements"), ("title",), ("owner", "state"), pages=("improvement",)
        ),
        whose=Business.THOSE_NAMED,
        words=Words.WITH_THE_REST,
    )

    id = declare.own_id(say("The improvement's own id."))
    raised_on = declare.day(say("When it was raised."), required=True)
    raised_by = declare.person(say("Who raised it."))
    title = declare.text(say("What is made better."), required=True)
    customers = declare.ids("customers", say("The customers it is for."))
    services = declare.ids("services", say("The services it changes."))
    value = declare.words(say("What they gain by it."))
    problem = declare.words(say("What is wrong today."))
    weeks = declare.whole(say("How many weeks it takes."))
    owner = declare.person(say("Who answers for it."))
    state = declare.chosen(
        ImprovementState, say("How far it has come."), default=ImprovementState.PROPOSED
    )
    measure = declare.words(say("What is measured."))
    before = declare.words(say("The reading before."))
    target = declare.words(say("The reading aimed at."))
    after = declare.words(say("The reading after."))
    done_on = declare.day(say("When it was done."), empty="not yet")
    felt_by = declare.ids("customers", say("The customers who noticed."))
    not_felt_by = declare.ids("customers", say("The customers who were asked and did not notice."))
    part_of = declare.link(
        "improvement.Improvement", say("The too big improvement it was split from."), empty="none"
    )
