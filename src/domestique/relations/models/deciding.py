"""Questions nobody below could decide, the ways to answer them, and what was decided."""

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind, Words
from domestique.records.models import Record
from domestique.relations.choices import Forum


class Escalation(Record):
    """A question nobody below could decide, in one sentence: what was tried, the deadline, and in which forum it lies now."""

    declared = RecordKind(
        "escalations",
        say("Questions that nobody below could decide."),
        (
            "A question is asked once, in one sentence, and lies in one forum at a time: operative, tactical, "
            "IT steering group."
        ),
        found_by=FoundBy(
            say("Escalations"), ("question",), ("customer", "forum"), pages=("escalation",)
        ),
        words=Words.WITH_THE_REST,
        after="requirements",
    )

    id = declare.own_id(say("The escalation's own id."))
    customer = declare.customer(say("The customer it is about."))
    question = declare.words(say("The question to decide, in one sentence."), required=True)
    tried = declare.words(say("What was tried before."))
    forum = declare.chosen(Forum, say("Where it lies now."), default=Forum.OPERATIVE)
    services = declare.ids("services", say("The services it is about."))
    need = declare.link("relations.Need", say("The need behind it."), empty="none")
    complaint = declare.link(
        "satisfaction.Complaint", say("The complaint behind it."), empty="none"
    )
    raised_on = declare.day(say("When it was raised."), required=True)
    raised_by = declare.person(say("Who raised it."), required=True)
    due_on = declare.day(say("By when it must be decided."))
    withdrawn_on = declare.day(say("When it was withdrawn undecided."), empty="not withdrawn")

    class Meta:
        ordering = ["due_on", "id"]


class Option(Record):
    """One way to answer a need or an escalation, and what would follow from it."""

    declared = RecordKind(
        "options",
        say("Ways to answer a need or an escalation, and what would follow."),
        (
            "The options of a need or an escalation, each with what would follow from it; not deciding is one, "
            "too."
        ),
        found_by=FoundBy(
            say("Options"),
            ("option",),
            ("need", "escalation"),
            pages=(("need", "need_id"), ("escalation", "escalation_id")),
        ),
        whose=Business.THOSE_NAMED,
        words=Words.WITH_THE_REST,
    )

    id = declare.own_id(say("The option's own id."))
    need = declare.link("relations.Need", say("The need it would answer."), empty="none")
    escalation = declare.link(
        "relations.Escalation", say("The escalation it would answer."), empty="none"
    )
    option = declare.words(say("What could be done."), required=True)
    consequence = declare.words(say("What would follow from it."))
    one_time_cost = declare.money(say("What it costs once."))
    yearly_cost = declare.money(say("What it costs a year."))


class Decision(Record):
    """A question was decided once, in one forum, by one person with the mandate; and the answer told back, or not yet.

    It answers a need or an escalation. ``yearly_cost`` is what it costs a year, held against the mandate.
    ``told_to`` are those who asked; while ``told_back_on`` is empty the decision stays open.
    """

    declared = RecordKind(
        "decisions",
        say("What was decided, where, by whom, and whether it was told back."),
        (
            "Decided once, in one forum, by a person with the mandate; it stays open until those who asked have "
            "been told."
        ),
        found_by=FoundBy(
            say("Decisions"),
            ("decision",),
            ("customer", "decided_on"),
            pages=(("need", "need_id"), ("escalation", "escalation_id")),
        ),
        words=Words.WITH_THE_REST,
        rules=("R08", "R13"),
    )

    id = declare.own_id(say("The decision's own id."))
    customer = declare.customer(say("The customer it is about."))
    need = declare.link("relations.Need", say("The need it answers."), empty="none")
    escalation = declare.link(
        "relations.Escalation", say("The escalation it answers."), empty="none"
    )
    question = declare.words(say("The question, in one sentence."), required=True)
    decision = declare.words(say("What was decided, in words to tell back."), required=True)
    is_yes = declare.yes_no(say("Whether the answer was yes."), name="yes")
    option = declare.link("relations.Option", say("The option chosen."), empty="none")
    forum = declare.chosen(Forum, say("Where it was decided."), default=Forum.CUSTOMER)
    decided_by = declare.person(say("Who decided."), required=True)
    decided_on = declare.day(say("When."), required=True)
    yearly_cost = declare.money(say("What it costs a year."))
    told_back_on = declare.day(
        say("When those who asked were told; empty: not yet."), empty="not told back yet"
    )
    told_back_by = declare.person(say("Who told them."), empty="not told back yet")
    told_to = declare.people(say("Who was told."))

    class Meta:
        ordering = ["-decided_on", "id"]
