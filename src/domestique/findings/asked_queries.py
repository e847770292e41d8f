"""Reads what the rules about the inbox, decisions and escalations look at, and holds it against them."""

from collections.abc import Iterator

from domestique.exchange.past_gates import open_gates
from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.findings.rules import answers, decisions, inbox
from domestique.improvement.queries import inbox_visible_to
from domestique.improvement.triage import Lying
from domestique.parties.mandates import Grant
from domestique.parties.models import Mandate
from domestique.records.past.past_gates import told_sentence
from domestique.records.viewer import Viewer
from domestique.relations.queries import decisions_visible_to, escalations_visible_to


def about_inbox(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Hold the inbox against R12 and R13."""
    items = [
        inbox.InboxFacts(
            one.id,
            one.text,
            one.origin,
            one.customer_id or "",
            tuple(one.services),
            one.times,
            one.received_on,
            one.answered_on,
            Lying(one.source, one.received_on, one.triage, one.answered_on, one.told_back_on),
        )
        for one in inbox_visible_to(viewer)
    ]
    yield from inbox.unsorted_items(picture, items)
    yield from inbox.unanswered_observations(picture, items)
    yield from inbox.untold_answers(picture, items)


def about_decisions(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Hold decisions and escalations against R08, R13 and S2-17."""
    rows = list(decisions_visible_to(viewer))
    decided = [
        answers.DecisionFacts(
            one.id,
            one.customer_id,
            one.question,
            one.forum,
            one.decided_by,
            one.decided_on,
            one.told_back_on is not None,
        )
        for one in rows
    ]
    mandates = [
        (row[0], Grant(row[1], None, (), *row[2:]))
        for row in Mandate.objects.values_list(
            "customer_id", "person", "starts", "ends", "delegated_by"
        )
    ]
    over = {one.escalation_id for one in rows}
    questions = [
        answers.QuestionFacts(one.id, one.customer_id, one.question, one.forum, one.due_on)
        for one in escalations_visible_to(viewer).filter(withdrawn_on__isnull=True)
        if one.id not in over
    ]
    yield from answers.untold_decisions(picture, decided)
    yield from answers.decided_by_others(picture, decided, mandates)
    yield from answers.overdue_questions(picture, questions)


def about_live_services(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Hold what live services promise against R14."""
    changes = [
        (one.service, one.hand or one.person, one.at.date(), told_sentence(one.refusal))
        for one in open_gates(viewer)
        if one.service
    ]
    yield from decisions.changes_without_ground(picture, changes)
