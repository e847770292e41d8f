"""Reads for the rules about roles over time, answers, scores, complaints and improvements."""

from collections.abc import Iterator

from domestique.calendars.queries import holidays_until
from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.findings.rules import hers, improvements
from domestique.findings.rules.dated import mandates, team_histories, teams_ahead
from domestique.improvement.queries import effects_of, improvements_visible_to
from domestique.parties.mandates import Grant
from domestique.parties.queries import (
    dated_teams,
    mandates_visible_to,
    organisation_of,
    periods_by_customer,
)
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer
from domestique.records.whose import of_customers
from domestique.relations.models import Escalation
from domestique.satisfaction.complaint_actions import facts_of_complaint
from domestique.satisfaction.models import Survey, SurveyAnswer
from domestique.satisfaction.queries import (
    complaints_visible_to,
    newest_scores,
    sides_visible_to,
)


def about_what_is_hers(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Hold surveys, scores and complaints against their rules, in a fixed number of queries."""
    scores = [
        hers.ScoreFacts(one.key, one.customer_id, one.service_id, one.scored_by)
        for one in newest_scores(viewer).values()
    ]
    if scores:
        yield from hers.foreign_scores(picture, scores, sides_visible_to(viewer, picture.today))
    surveys = dict(Survey.objects.filter(is_open=False).values_list("id", "name"))
    rows = SurveyAnswer.objects.filter(survey_id__in=surveys, customer_id__isnull=False)
    hers_alone = of_customers(rows, viewer.customers)
    sheets = hers.counted_sheets(hers_alone.values_list("survey_id", "customer_id", "sheet"))
    yield from hers.small_groups(picture, sheets, surveys)
    escalated = set(
        Escalation.objects.filter(complaint__isnull=False, withdrawn_on=None).values_list(
            "complaint_id", flat=True
        )
    )
    complaints = [
        hers.FiledComplaint(
            one.id, one.customer_id, facts_of_complaint(one, is_escalated=one.id in escalated)
        )
        for one in complaints_visible_to(viewer)
    ]
    if complaints:  # holidays are looked up for nobody's sake otherwise
        holidays = holidays_until(organisation_of(viewer).country, picture.today)
        yield from hers.neglected_complaints(picture, complaints, holidays)


def about_improvements(viewer: Viewer) -> Iterator[Finding]:
    """Hold the register of improvements against its rules, in one query."""
    every = improvements_visible_to(viewer)
    effects = effects_of(every)
    facts = [
        improvements.ImprovementFacts(
            one.id, one.title, one.owner, one.value, one.problem, effects[one.id]
        )
        for one in every
    ]
    yield from improvements.unclear_improvements(facts)
    yield from improvements.large_improvements(facts)
    yield from improvements.unfelt_improvements(facts)


def about_roles_in_time(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Hold the rules about roles over time against the records, in four queries."""
    yield from team_histories(picture, periods_by_customer(viewer))
    yield from teams_ahead(picture, dated_teams(viewer).values())
    fields = ("person", "amount", "services", "starts", "ends", "delegated_by", "customer_id")
    rows = mandates_visible_to(viewer).values_list(*fields)
    yield from mandates(picture, gathered((customer, Grant(*grant)) for *grant, customer in rows))
