"""Needs, how they are prepared, what services must do for them, and what customers plan."""

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import FoundBy, RecordKind, Words
from domestique.records.models import Record
from domestique.relations.choices import AsksFor, RequirementState, Step
from domestique.relations.needs.need_state import state_told


class Need(Record):
    """What the business lacks, in its own words, how far it has come and who decides.

    ``goal`` is the customer's goal it serves; ``merged_into`` the need of another customer it is the same ask as.
    """

    declared = RecordKind(
        "needs",
        say("What the business lacks, and how far it has come."),
        (
            "What the business lacks, how far it has come and who decides. A decider that is "
            "`customer` (`kund`, `asiakas`; a remark may follow in brackets) means that only the customer can decide it. "
            "How far it has come is written in a few words of "
            "a list, in English, Swedish or Finnish: `captured`, `understood`, `investigated`, `prepared`, `decided`, "
            "`handed over`, `taken over`, `returned`, `fulfilled`, `declined` or "
            "`handed to the portfolio`; several joined by `->` or `;`, and "
            "behind a comma for whom it waits."
        ),
        found_by=FoundBy(
            say("Needs"),
            ("need",),
            ("customer", "state"),
            ("decider",),
            pages=("need",),
            told={"state": state_told},
        ),
        words=Words.WITH_THE_REST,
        rules=("R03", "R08", "S1-30"),
        refused=("a state with words of no list",),
    )

    id = declare.own_id(say("The need's own id."))
    customer = declare.customer(say("The customer whose need it is."))
    raised_by = declare.link("parties.Orderer", say("The orderer behind it."))
    need = declare.words(say("The need in its own words."), required=True)
    state = declare.text(say("How far it has come."))
    decider = declare.text(say("Who decides."))
    services = declare.ids("services", say("The services it is about."))
    asks_for = declare.chosen(
        AsksFor,
        say("What it asks for; empty is not said, and follows from its services."),
        length=12,
    )
    note = declare.words(say("What there is to say about it."))
    goal = declare.link("portfolio.Goal", say("The customer's goal it serves."), empty="none")
    merged_into = declare.link(
        "relations.Need", say("The need of another customer that is the same ask."), empty="none"
    )


class NeedStep(Record):
    """A need took a step on a day: who took it, and what there is to say (the reason, the question it came back with)."""

    declared = RecordKind(
        "need_steps",
        say("What happened to needs: each step, when and by whom."),
        "Steps may come in any order and may be skipped. Who took a step and when is kept with it.",
        found_by=FoundBy(
            say("What happened to needs"),
            ("note",),
            ("need", "step", "date"),
            pages=(("need", "need_id"),),
        ),
        words=Words.WITH_THE_REST,
        rules=("R08",),
    )

    need = declare.link("relations.Need", say("The need."), required=True)
    step = declare.chosen(Step, say("The step it took."), required=True)
    date = declare.day(say("When it took it."), required=True)
    person = declare.person(say("Who took it."), required=True)
    note = declare.words(say("The reason, or the question it came back with."))

    class Meta:
        constraints = [declare.key("need", "step", "date", name="one_step_of_a_kind_a_day")]
        ordering = ["need_id", "date", "pk"]


class Preparation(Record):
    """The sheet on which a need is prepared for a decision: one page, business words, no technology."""

    declared = RecordKind(
        "preparations",
        say("The one-page sheets on which needs are prepared for a decision."),
        "One page in business words: what is wanted, how it is today, what waiting costs, what to try next.",
        found_by=FoundBy(
            say("Need sheets"), ("outcome",), ("need",), pages=(("need-sheet", "need_id"),)
        ),
        words=Words.WITH_THE_REST,
    )

    need = declare.link("relations.Need", say("The need that is prepared."), required=True)
    outcome = declare.words(say("The result the business wants."))
    now = declare.words(say("How it is today."))
    cost_of_waiting = declare.words(say("What it costs to wait."))
    who_else = declare.words(say("Who else it concerns."))
    yearly_cost = declare.money(say("Roughly what it would cost a year."))
    price_effect = declare.words(say("What that does to the price."))
    impact = declare.words(say("What it changes for the business."))
    next_step = declare.words(say("The recommended next small step."))
    prepared_by = declare.person(say("Who prepared it."), empty="not yet")
    prepared_on = declare.day(say("When it was prepared."), empty="not yet")

    class Meta:
        constraints = [declare.key("need", name="one_preparation_per_need")]
        ordering = ["need_id"]


class Requirement(Record):
    """What a service must do for a customer, why, and how it is seen that it does.

    Established by the customer on a day; one that is changed after that points to the one that ``replaces`` it,
    so the old text stays. ``evidence`` is a measurement, a test or the customer's word.
    """

    declared = RecordKind(
        "requirements",
        say("What services must do for customers, from proposed to met."),
        (
            "Established by the customer on a day. When one is changed after that, the old text stays in its "
            "own row."
        ),
        found_by=FoundBy(
            say("Requirements"), ("requirement",), ("customer", "state"), pages=("requirements#",)
        ),
        words=Words.WITH_THE_REST,
    )

    id = declare.own_id(say("The requirement's own id."))
    customer = declare.customer(say("The customer whose requirement it is."))
    need = declare.link("relations.Need", say("The need it comes from."), empty="none")
    service = declare.link("portfolio.Service", say("The service that must meet it."))
    requirement = declare.words(say("What must be so."), required=True)
    reason = declare.words(say("Why."))
    measure = declare.words(say("How it is seen that it is met."))
    priority = declare.whole(say("Its place in the customer's order; 1 is first."))
    state = declare.chosen(
        RequirementState, say("How far it has come."), default=RequirementState.PROPOSED
    )
    established_by = declare.person(say("The customer who established it."), empty="not yet")
    established_on = declare.day(say("When she established it."), empty="not yet")
    replaces = declare.link(
        "relations.Requirement", say("The requirement whose text it changes."), empty="none"
    )
    evidence = declare.words(say("The measurement, test or word that shows it is met, or is not."))
    evidence_on = declare.day(say("The day of the evidence."))

    class Meta:
        ordering = ["customer_id", "id"]


class CustomerActivity(Record):
    """Something a customer plans that changes what she needs: a campaign, a move, a new line."""

    declared = RecordKind(
        "customer_activities",
        say("What customers plan that changes what they need."),
        "What a customer is about to do that changes what she needs: a campaign, a new line, a race.",
        found_by=FoundBy(say("What customers plan"), ("what",), ("customer", "date")),
        words=Words.WITH_THE_REST,
        after="cadences",
    )

    id = declare.own_id(say("The activity's own id."))
    customer = declare.customer(say("The customer who plans it."))
    date = declare.day(say("When it begins."), required=True)
    what = declare.words(say("What it is."), required=True)
    effect = declare.words(say("What changes with it."))
    services = declare.ids("services", say("The services it hits."))

    class Meta:
        ordering = ["date", "id"]
        verbose_name_plural = "customer activities"
