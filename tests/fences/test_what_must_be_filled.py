"""What a row of each kind cannot be without, by hand: a column that is let off, or asked of everybody anew, is told here."""

from __future__ import annotations

from domestique.records.tables import TABLES

REQUIRED = {
    "organisation": "name",
    "units": "id name",
    "teams": "id name",
    "customers": "id",
    "orderers": "id customer",
    "people": "name",
    "roles_in_it": "person role",
    "team_members": "team person role from",
    "team_periods": "customer team from",
    "mandates": "id customer person",
    "suppliers": "id name",
    "calendar_days": "calendar date",
    "services": "id",
    "supplier_contracts": "id supplier",
    "dependencies": "service needs",
    "packages": "id name",
    "goals": "id customer goal",
    "agreements": "id customer",
    "agreement_lines": "agreement service",
    "amendments": "agreement service valid_from",
    "planned_consumption": "customer service year units",
    "actual_consumption": "customer service month units",
    "outages": "id service starts",
    "maintenance_windows": "id service starts ends",
    "log_complete": "source until",
    "restoration_wish": "rank service",
    "exchange_rates": "year currency plan_rate",
    "prices": "service from unit_price",
    "costs": "period service pool amount",
    "cost_shares": "period from to share_percent",
    "pulses": "customer date face",
    "value_scores": "customer service scored_on score scored_by",
    "alternatives": "id customer alternative heard_on",
    "complaints": "id customer received_on complaint",
    "needs": "id customer need",
    "need_steps": "need step date person",
    "preparations": "need",
    "requirements": "id customer requirement",
    "escalations": "id customer question raised_on raised_by",
    "options": "id option",
    "decisions": "id customer question decision decided_by decided_on",
    "contacts": "id customer date gist",
    "promises": "id customer promise given_on given_by",
    "meetings": "id customer kind starts",
    "meeting_items": "id meeting text",
    "cadences": "customer kind weeks",
    "customer_activities": "id customer date what",
    "inbox": "id received_on source origin text",
    "improvements": "id raised_on title",
    "surveys": "id name role opens_on closes_on",
    "survey_questions": "survey number kind",
    "survey_answers": "survey sheet number answer",
}


def test_what_a_row_cannot_be_without_is_listed_by_hand():
    told = {one.name: " ".join(c.name for c in one.columns if c.required) for one in TABLES}
    assert told == REQUIRED
