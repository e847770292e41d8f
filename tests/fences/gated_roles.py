"""What the gates on roles, mandates, units and settings hold. C01 and C10 to C12 are customers of Team Gul.

Ebba and Tuomas are in Team Gul, which answers for them; Noor is in all teams.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gated import Fact

from domestique.parties.models import Customer, Mandate, Unit

KEEPS = "only whoever keeps the picture can"
GIVES = "Those who may are the chief information officer and who keeps the picture"
HELD = "first she, or who works with customers, ends it"
SUGGESTED = "begins as suggested"
DAY = {"calendar": "race days", "date": "2030-01-01"}
NONE = {"accepted_on": "", "accepted_by": ""}
LOAN = {
    "id": "M99", "customer": "C01", "person": "Moa Tellander", "amount": "500000",
    "from": "2026-12-01", "to": "2026-12-31", "delegated_by": "Astrid Lindgård",
}  # fmt: skip
MINE = {**LOAN, "delegated_by": "Ebba Nyström"}


def role(**fields: object) -> Callable[[], object]:
    """Let the role of C01 stand so before."""
    return lambda: Customer.objects.filter(pk="C01").update(**fields)


def ebba_holds() -> None:
    """Ebba holds a mandate for C01 herself, as a customer manager who stands in may."""
    Mandate.objects.create(
        id="M98", customer_id="C01", person="Ebba Nyström", amount=500_000,
        starts=date(2026, 1, 1), ends=date(2026, 12, 31),
    )  # fmt: skip


def unit_between() -> None:
    """A unit stands under C10."""
    Unit.objects.create(id="U99", name="Till", parent_id="U10")


OF_ROLE = (
    Fact("the role is accepted by the person the record names", "customers", {"id": "C01", "status": "accepted"}, "",
         "only Astrid Lindgård can", given=role(status="identified", accepted_on=None, accepted_by=""),
         address="/customers/C01/role/accept/"),
    Fact("the role is accepted by herself", "customers", {"id": "C02", "status": "accepted"}, "", "",
         given=lambda: Customer.objects.filter(pk="C02").update(status="identified"),
         address="/customers/C02/role/accept/", by_verb="J"),
    Fact("accepted in one's own name, for another", "customers",
         {"id": "C01", "status": "accepted", "accepted_by": "Ebba Nyström"}, "", "only Astrid Lindgård can",
         given=role(status="identified", accepted_by="")),
    Fact("another person, while one has accepted", "customers", {"id": "C01", "person": "Ebba Nyström"}, "", HELD),
    Fact("demoted and another person in one save", "customers",
         {"id": "C01", "person": "Moa Tellander", "status": "suggested", **NONE}, "", HELD),
    Fact("another person and accepted in one save", "customers",
         {"id": "C01", "person": "Ebba Nyström", "status": "accepted", "accepted_by": "Ebba Nyström"}, "",
         SUGGESTED, given=role(status="stepped down")),
    Fact("another person, beyond suggested", "customers", {"id": "C01", "person": "Moa Tellander", "status": "identified"},
         "", SUGGESTED, given=role(status="stepped down", accepted_on=None, accepted_by="")),
    Fact("another person, suggested after the end", "customers",
         {"id": "C01", "person": "Moa Tellander", "status": "suggested", **NONE}, "ETNGP", "",
         given=role(status="stepped down"),
         address="/customers/C01/role/suggest/", sent={"person": "Moa Tellander"}, by_verb="ETNG"),
    Fact("oneself as the customer", "customers",
         {"id": "C01", "person": "Tuomas Heikkilä", "status": "suggested", **NONE}, "ENGP",
         "cannot name herself as the customer; a colleague", given=role(status="stepped down"),
         address="/customers/C01/role/suggest/", sent={"person": "Tuomas Heikkilä"}, by_verb="ENG"),
    Fact("the role is ended", "customers", {"id": "C01", "status": "stepped down"}, "ETNG",
         "Only Astrid Lindgård, or somebody in the customer team", address="/customers/C01/role/step-down/", by_verb="ETNG"),
    Fact("a new customer beyond suggested", "customers",
         {"id": "C99", "unit": "U101", "person": "Moa Tellander", "status": "accepted"}, "", "", is_new=True),
    Fact("another unit of a customer", "customers", {"id": "C01", "unit": "U04"}, "G", GIVES),
)  # fmt: skip
OF_MANDATE = (
    Fact("a mandate", "mandates", {"id": "M99", "customer": "C01", "person": "Tuomas Heikkilä", "amount": "99000000"},
         "G", GIVES, is_new=True),
    Fact("a larger amount", "mandates", {"id": "M01", "amount": "99000000"}, "G", GIVES),
    Fact("a loan in another's name", "mandates", LOAN, "", "Only Astrid Lindgård can lend", is_new=True),
    Fact("a loan of what one does not hold", "mandates", MINE, "", "", is_new=True),
    Fact("a loan of what one holds, to her people", "mandates", MINE, "E", "Only Ebba Nyström can lend", is_new=True,
         given=ebba_holds),
    Fact("a loan to another customer's people", "mandates", {**MINE, "person": "Elif Demir"}, "", "", is_new=True,
         given=ebba_holds),
    Fact("a loan larger than the mandate", "mandates", {**MINE, "amount": "500001"}, "", "", is_new=True, given=ebba_holds),
    Fact("a loan longer than the mandate", "mandates", {**MINE, "to": "2027-01-01"}, "", "", is_new=True, given=ebba_holds),
    Fact("her mandate lent by the button", "mandates",
         {"id": "M99", "customer": "C02", "person": "Rasmus Blix", "amount": "700000", "from": "2026-11-21",
          "to": "2026-12-01", "delegated_by": "Johan Sandelin"}, "", "", is_new=True,
         address="/customers/C02/role/lend/", sent={"deputy": "Rasmus Blix", "until": "2026-12-01"}, by_verb="J"),
    Fact("lent by the button to another customer's people", "mandates",
         {"id": "M99", "customer": "C02", "person": "Elif Demir", "amount": "700000", "from": "2026-11-21",
          "to": "2026-12-01", "delegated_by": "Johan Sandelin"}, "", "", is_new=True,
         address="/customers/C02/role/lend/", sent={"deputy": "Elif Demir", "until": "2026-12-01"}),
)  # fmt: skip
OF_UNIT = (
    Fact("an orderer in a unit of her customer", "orderers",
         {"id": "O99", "customer": "C01", "unit": "U102", "person": "Bo Lo"}, "ETNGP", "", is_new=True),
    Fact("an orderer in a unit of another customer", "orderers",
         {"id": "O99", "customer": "C01", "unit": "U111", "person": "Bo Lo"}, "", "U111 is a unit of C04, not of C01",
         is_new=True),
    Fact("an orderer moved to a unit of another customer", "orderers", {"id": "O01", "unit": "U111"}, "",
         "Choose a unit of C01"),
    Fact("an orderer moved to another customer", "orderers", {"id": "O01", "customer": "C10"}, "", "not of C10"),
    Fact("a unit under one's own customer", "units", {"id": "U99", "name": "Till", "parent": "U01"}, "ETNGP", "",
         is_new=True),
    Fact("a unit under another team's customer", "units",
         {"id": "U99", "name": "Till", "parent": "U04", "head": "Ebba Nyström"}, "NGP", GIVES, is_new=True),
    Fact("a unit moved under another customer", "units", {"id": "U99", "parent": "U01"}, "G", GIVES, given=unit_between),
    Fact("the head of another team's unit", "units", {"id": "U111", "head": "Ebba Nyström"}, "NGP", GIVES),
)  # fmt: skip
OF_SETTINGS = (
    Fact("the day of today", "organisation", {"name": "Norrhjul Cykel AB", "today": "2026-07-10"}, "", KEEPS),
    Fact("when a pulse is old", "organisation", {"name": "Norrhjul Cykel AB", "pulse_stale_after_days": "9"}, "", KEEPS),
    Fact("days of notice", "organisation", {"name": "Norrhjul Cykel AB", "maintenance_notice_days": "0"}, "", KEEPS),
    Fact("a day of a calendar", "calendar_days", DAY, "", KEEPS, is_new=True),
    Fact("a role in IT", "roles_in_it", {"person": "Ebba Nyström", "role": "keeper of the picture"}, "G", GIVES, is_new=True),
    Fact("a member of a team", "team_members",
         {"team": "PRICK", "person": "Ebba Nyström", "role": "service owner", "from": "2026-11-20"}, "G", GIVES, is_new=True),
    Fact("the manager of a team", "teams", {"id": "PRICK", "customer_manager": "Ebba Nyström"}, "G", GIVES),
    Fact("the e-mail of somebody with a role", "people", {"id": "Astrid Lindgård", "email": "ebba@norrhjul.example"},
         "G", GIVES),
    Fact("a person without a role", "people", {"name": "Bo Lo", "email": "bo@norrhjul.example"}, "ETNGP", "", is_new=True),
)  # fmt: skip
FACTS = (*OF_ROLE, *OF_MANDATE, *OF_UNIT, *OF_SETTINGS)
