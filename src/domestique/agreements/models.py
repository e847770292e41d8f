"""Agreements with customers."""

from domestique.agreements.choices import AgreementStatus, AmendmentStatus
from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import FoundBy, RecordKind, Words
from domestique.records.models import Record


class Agreement(Record):
    """A documented mutual promise with one customer for a period (both days included).

    Her customer manager proposes it and she accepts it, each by name and on a day.
    """

    declared = RecordKind(
        "agreements",
        say("Agreements with customers."),
        (
            "A mutual promise with one customer for a period, both days included. Her customer manager proposes "
            "it, only the customer accepts it."
        ),
        found_by=FoundBy(say("Agreements"), ("customer",), ("status",), pages=("agreement",)),
        used_by=("chain-check",),
        refused=("a last day before the first day",),
        rules=("R03", "R06", "R24"),
    )

    id = declare.own_id(say("The agreement's own id."))
    customer = declare.customer(say("The customer it is with."))
    status = declare.chosen(
        AgreementStatus, say("How far it has come."), default=AgreementStatus.DRAFT, length=10
    )
    starts = declare.day(say("Its first day."), name="from")
    ends = declare.day(say("Its last day."), name="to")
    proposed_by = declare.person(say("The customer manager who proposed it."), empty="not yet")
    proposed_on = declare.day(say("When it was proposed."), empty="not yet")
    accepted_by = declare.person(say("The customer who accepted it, by name."), empty="not yet")
    accepted_on = declare.day(say("When the customer accepted it."), empty="not yet")
    review_on = declare.day(say("When it is to be gone through."))
    ending_asked_by = declare.person(
        say("Who asked that it ends before its last day."), empty="nobody asked"
    )
    ending_asked_on = declare.day(say("When that was asked."), empty="nobody asked")

    def __str__(self) -> str:
        return self.id


class AgreementLine(Record):
    """One service in an agreement: the level promised to that customer, the units planned and the price agreed.

    ``content`` says in words what is delivered (the package, the options) where the units alone do not.
    """

    declared = RecordKind(
        "agreement_lines",
        say("What each agreement promises of each service."),
        (
            "One service in an agreement: the level promised to this customer, the units planned and the price "
            "agreed. The level may differ from what the service is built for; that is then found and told. "
            "`content` says in words what is delivered where the units alone do not."
        ),
        found_by=FoundBy(
            say("What was agreed"),
            ("content",),
            ("service", "agreement"),
            pages=(("agreement", "agreement_id"),),
        ),
        words=Words.WITH_THE_REST,
        used_by=("chain-check", "availability"),
        rules=("R07", "R16", "R24", "S1-19"),
    )

    agreement = declare.link(
        "agreements.Agreement", say("The agreement it stands in."), required=True
    )
    service = declare.link("portfolio.Service", say("The service promised."), required=True)
    content = declare.words(say("What is delivered, in words: the package, the options."))
    availability_target = declare.percent(
        say("The availability promised to this customer, in percent.")
    )
    planned_units = declare.decimal(say("The units planned for a year."), places=4, least=0)
    unit_price = declare.decimal(say("The price agreed for a unit."), places=6, least=0)
    value_confirmed = declare.yes_no(say("Whether the customer has confirmed the value of it."))
    confirmed_by = declare.person(
        say("Who said so: the customer herself, or who of IT heard it from her.")
    )

    class Meta:
        constraints = [declare.key("agreement", "service", name="one_line_per_service")]
        ordering = ["agreement_id", "service_id"]


class Amendment(Record):
    """What one line of an accepted agreement says from a day on; what is left empty stays as it was.

    It is proposed by the customer manager and accepted by the customer, as the agreement was.
    """

    declared = RecordKind(
        "amendments",
        say("Dated changes of agreements that were accepted."),
        (
            "What one line of an accepted agreement says from a day on. It is proposed by the customer manager and accepted "
            "by the customer; until then it changes nothing. What is left empty stays as it was. A row of "
            "`agreement_lines` with a day in `valid_from` makes one that is proposed."
        ),
        found_by=FoundBy(
            say("What was agreed"),
            ("content",),
            ("service", "agreement"),
            pages=(("agreement", "agreement_id"),),
            instead="valid_from",
        ),
        words=Words.WITH_THE_REST,
        used_by=("bill", "availability"),
        refused=("a day on which the agreement does not hold",),
        rules=("R07",),
    )

    agreement = declare.link("agreements.Agreement", say("The agreement it amends."), required=True)
    service = declare.link(
        "portfolio.Service", say("The service whose line it changes, or adds."), required=True
    )
    valid_from = declare.day(say("The day from which it holds."), required=True)
    content = declare.words(
        say("What is delivered from then on, in words."), empty="stays as it was"
    )
    availability_target = declare.decimal(
        say("The availability promised from then on, in percent."),
        places=6,
        least=0,
        most=100,
        empty="stays as it was",
    )
    planned_units = declare.decimal(
        say("The units planned for a year from then on."),
        places=4,
        least=0,
        empty="stays as it was",
    )
    unit_price = declare.decimal(
        say("The price of a unit from then on."), places=6, least=0, empty="stays as it was"
    )
    taken_out = declare.yes_no(
        say("Whether the service is no longer in it from then on."), default=False
    )
    status = declare.chosen(
        AmendmentStatus, say("How far it has come."), default=AmendmentStatus.PROPOSED, length=10
    )
    proposed_by = declare.person(say("The customer manager who proposed it."))
    proposed_on = declare.day(say("When it was proposed."))
    accepted_by = declare.person(say("The customer who accepted it, by name."), empty="not yet")
    accepted_on = declare.day(say("When the customer accepted it."), empty="not yet")

    class Meta:
        constraints = [
            declare.key("agreement", "service", "valid_from", name="one_amendment_per_day")
        ]
        ordering = ["agreement_id", "valid_from", "service_id"]
