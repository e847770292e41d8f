"""What the gates on agreements, decisions, requirements, prices and customers' own words hold.

C01 is a customer of Ebba's and Tuomas's team, A01 the agreement with it; Johan is the customer of C02.
"""

from __future__ import annotations

from gated import Fact

from cast import TODAY
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.parties.models import Mandate
from domestique.relations.models import Option, Requirement
from domestique.satisfaction.models import Complaint

DAY = "2026-11-20"
EBBA, TUOMAS = "Ebba Nyström", "Tuomas Heikkilä"
STANDS = "so its lines, days and prices stand still"
SAID = "Only Johan Sandelin can change it"
LINE = {"agreement": "A01", "service": "S01"}
AMENDS = {**LINE, "valid_from": "2026-12-01", "unit_price": "1"}
AMENDED = {"agreement": "A02", "service": "S02", "valid_from": "2026-12-01"}
SIGNED = {"id": "A01", "status": "in force", "accepted_by": "Astrid Lindgård", "accepted_on": DAY}
DECIDED = {"id": "D99", "customer": "C01", "question": "x?", "decision": "x", "decided_on": DAY}
BY_TUOMAS = {**DECIDED, "decided_by": TUOMAS}
FELT = {"customer": "C01", "date": DAY, "face": "neutral", "person": "Ylva Ek"}
PULSE = {"customer": "C02", "date": "2026-10-20", "person": "Johan Sandelin", "time": ""}
RULE = {"id": "RQ99", "customer": "C01", "requirement": "x"}
COMPLAINED = {"id": "K99", "customer": "C01", "complaint": "x", "received_on": DAY}
SCORED = {"customer": "C01", "service": "S03", "scored_on": DAY, "score": "3"}
ANSWER = {"survey": "SV2", "sheet": "x", "number": "1", "answer": "4"}


def proposed() -> None:
    Agreement.objects.filter(pk="A01").update(status="proposed")


def draft() -> None:
    unsigned = {"proposed_by": "", "proposed_on": None, "accepted_by": "", "accepted_on": None}
    Agreement.objects.filter(pk="A01").update(status="draft", **unsigned)


def asked_to_end() -> None:
    asked = {"ending_asked_by": "Astrid Lindgård", "ending_asked_on": TODAY}
    Agreement.objects.filter(pk="A01").update(**asked)


def amended() -> None:
    Amendment.objects.create(
        agreement_id="A02",
        service_id="S02",
        valid_from="2026-12-01",
        unit_price=1,
        proposed_by="Nadja Berggren",
        proposed_on=DAY,
    )


def requirement() -> None:
    Requirement.objects.create(id="RQ9", customer_id="C02", requirement="Open on Sundays")


def dear_once() -> None:
    Option.objects.create(id="OP99", need_id="N04", option="A hall", one_time_cost=90_000_000)


def lent() -> None:
    Mandate.objects.create(
        id="M99", customer_id="C01", person=TUOMAS, delegated_by="Astrid Lindgård", amount=10
    )


def judged() -> None:
    Complaint.objects.filter(pk="K1").update(verdict_by="Samira Haddad")


def confirmed() -> None:
    AgreementLine.objects.filter(agreement_id="A01", service_id="S01").update(
        confirmed_by="Astrid Lindgård"
    )


FACTS = (
    Fact("an agreement in force is a draft again", "agreements", {"id": "A01", "status": "draft"}, "", STANDS),
    Fact("a draft is proposed", "agreements", {"id": "A01", "status": "proposed", "proposed_by": EBBA}, "E", EBBA,
         given=draft),
    Fact("an agreement is accepted", "agreements", SIGNED, "", "Astrid Lindgård", given=proposed),
    Fact("who accepted an agreement", "agreements", {"id": "A01", "accepted_by": "Gustav Hjort"}, "",
         "Astrid Lindgård accepts it on its page"),
    Fact("the last day of an agreement in force", "agreements", {"id": "A01", "to": "2026-11-30"}, "", STANDS),
    Fact("that an agreement ends before its last day: it is asked", "agreements", {"id": "A01", "status": "ended"}, "ETNG",
         "Astrid Lindgård"),
    Fact("an agreement ends that its customer asked to end", "agreements",
         {"id": "A01", "to": "2026-11-21", "status": "ended"}, "ETNG",
         "Astrid Lindgård", given=asked_to_end),
    Fact("an agreement ends and is promised on", "agreements", {"id": "A01", "status": "ended", "to": "2027-03-31"}, "",
         "customer team", given=asked_to_end),
    Fact("the price in a line that is agreed", "agreement_lines", {**LINE, "unit_price": "1"}, "", STANDS),
    Fact("the level in a line that is agreed", "agreement_lines", {**LINE, "availability_target": "10"}, "", STANDS),
    Fact("a new line in an agreement in force", "agreement_lines", {"agreement": "A01", "service": "T01"}, "", STANDS,
         is_new=True),
    Fact("the price in a line of a draft", "agreement_lines", {**LINE, "unit_price": "1"}, "ETNGP", "", given=draft),
    Fact("an amendment is proposed", "amendments", AMENDS, "E", EBBA, is_new=True, address="/agreements/A01/amend/",
         sent={"do": "propose", "service": "S01", "valid_from": "2026-12-01", "price": "1"}, by_verb="E"),
    Fact("an amendment is accepted", "amendments", {**AMENDED, "status": "accepted", "accepted_by": "Johan Sandelin",
         "accepted_on": DAY}, "", "", given=amended, address="/agreements/A02/amend/",
         sent={"do": "accept", "valid_from": "2026-12-01"}, by_verb="J"),
    Fact("an amendment is proposed as accepted", "amendments", {**AMENDS, "status": "accepted"}, "", "Astrid Lindgård",
         is_new=True),
    Fact("an amendment for days that are over", "amendments", {**AMENDS, "valid_from": "2026-11-01"}, "", "",
         is_new=True),
    Fact("the price in an amendment that is proposed", "amendments", {**AMENDED, "unit_price": "2"}, "", "",
         given=amended),
    Fact("an amendment is taken back", "amendments", {**AMENDED, "status": "withdrawn"}, "", "",
         given=amended, address="/agreements/A02/amend/", sent={"do": "withdraw", "valid_from": "2026-12-01"}, by_verb="J"),
    Fact("whether a service is worth its price, in the customer's name", "agreement_lines",
         {"agreement": "A02", "service": "S02", "value_confirmed": "no", "confirmed_by": "Johan Sandelin"}, "", "",
         address="/agreements/A02/worth/", sent={"service": "S02", "worth": "no"}, by_verb="NGPJ"),
    Fact("a value that the customer confirmed herself", "agreement_lines",
         {**LINE, "value_confirmed": "no", "confirmed_by": TUOMAS}, "", "", given=confirmed),
    Fact("a customer's decision", "decisions", BY_TUOMAS, "", "", is_new=True),
    Fact("a customer's decision by whom she lent her mandate", "decisions", {**BY_TUOMAS, "yearly_cost": "9"}, "T", TUOMAS,
         is_new=True, given=lent),
    Fact("a decision above the mandate lent", "decisions", {**BY_TUOMAS, "yearly_cost": "11"}, "", "", is_new=True,
         given=lent),
    Fact("a decision of the steering group", "decisions", {**BY_TUOMAS, "forum": "it steering group"}, "", "can",
         is_new=True),
    Fact("a need is decided twice", "decisions", {**BY_TUOMAS, "need": "N06"}, "", "", is_new=True),
    Fact("a decision above the mandate, once", "decisions",
         {**DECIDED, "customer": "C02", "need": "N04", "option": "OP99", "decided_by": "Johan Sandelin"}, "",
         "", is_new=True, given=dear_once, address="/needs/N04/do/decide/",
         sent={"decision": "Buy", "yes": "yes", "option": "OP99"}),
    Fact("what was decided", "decisions", {"id": "D4", "decision": "No"}, "", "decided"),
    Fact("a requirement is established", "requirements",
         {"id": "RQ9", "state": "established", "established_by": "Johan Sandelin"}, "", "", given=requirement,
         address="/requirements/RQ9/establish/", by_verb="J"),
    Fact("a requirement is entered as established", "requirements", {**RULE, "state": "established", "established_by": TUOMAS},
         "", "", is_new=True),
    Fact("what an established requirement says", "requirements", {"id": "RQ3", "requirement": "x"}, "", "stand"),
    Fact("how a customer feels, in her name", "pulses", {**FELT, "person": "Astrid Lindgård", "whose": "hers"}, "",
         "Astrid Lindgård", is_new=True),
    Fact("how a customer feels, heard by Tuomas", "pulses", {**FELT, "whose": "heard by us", "noted_by": TUOMAS}, "T",
         "noted_by", is_new=True),
    Fact("a face she showed", "pulses", {**PULSE, "face": "positive"}, "", ""),
    Fact("words she said", "pulses", {**PULSE, "words": "All good"}, "", ""),
    Fact("what a service is worth, in her name", "value_scores", {**SCORED, "scored_by": "Astrid Lindgård"}, "",
         "only Astrid Lindgård can", is_new=True),
    Fact("what a service is worth, by Tuomas", "value_scores", {**SCORED, "scored_by": TUOMAS}, "", "", is_new=True),
    Fact("a complaint that satisfies, heard by Tuomas", "complaints", {**COMPLAINED, "satisfied": "yes", "verdict_by": TUOMAS},
         "T", "verdict_by", is_new=True),
    Fact("a verdict she gave", "complaints", {"id": "K1", "satisfied": "yes"}, "", "", given=judged),
    Fact("the words of a complaint", "complaints", {"id": "K2", "complaint": "Nothing much"}, "", ""),
    Fact("an answer to a survey", "survey_answers", ANSWER, "", "whoever was asked", is_new=True),
    Fact("a price from next year on", "prices", {"service": "S03", "from": "2030-01-01", "unit_price": "1"}, "P",
         "the IT controller", is_new=True),
    Fact("a price of closed months", "prices", {"service": "S01", "from": "2026-01-01", "unit_price": "0.01"}, "", "who"),
)  # fmt: skip
