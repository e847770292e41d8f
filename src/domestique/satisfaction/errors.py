"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say

MOST_NAMED = 6


def _named(people: Sequence[str]) -> Sentence | str:
    """Name people who can; where nobody is known, say so."""
    if not people:
        return say("nobody who is known")
    more = len(people) - MOST_NAMED
    if more <= 0:
        return ", ".join(people)
    return say("%(people)s and %(more)s more", people=", ".join(people[:MOST_NAMED]), more=more)


class AnswerOutsideScale(Refusal):
    """An answer to a survey question that its scale does not have."""

    def __init__(self, answer: int, low: int, high: int) -> None:
        """Name the answer and the scale."""
        super().__init__(
            say(
                "The answer %(answer)s is not on the scale; it must be from %(low)s to %(high)s,"
                " or empty for “don't know”.",
                answer=answer,
                low=low,
                high=high,
            )
        )


class CustomerNotSeen(Refusal):
    """A customer who is not there, or whose business is not this person's."""

    def __init__(self, customer: str) -> None:
        """Name the customer that was asked for."""
        super().__init__(
            say(
                "There is no customer %(customer)s that you may see; choose one of those you look after.",
                customer=customer,
            )
        )


class OnlyHerSideMayScore(Refusal):
    """Somebody outside the customer's side scores what a service is worth to her (R25)."""

    def __init__(self, person: str, customer: str, people: Sequence[str]) -> None:
        """Name who tried, and who can."""
        super().__init__(
            say(
                "What a service is worth to %(customer)s is not for %(person)s to say. It can be said by: %(people)s.",
                customer=customer,
                person=person,
                people=_named(people),
            )
        )


class ScoreOutsideScale(Refusal):
    """A score that is not 1 to 5."""

    def __init__(self, score: object) -> None:
        """Name the score."""
        super().__init__(
            say(
                "“%(score)s” is not a score; it must be a whole number from 1, very little, to 5, very much.",
                score=str(score),
            )
        )


class FaceNotChosen(Refusal):
    """A feeling that is none of the three faces."""

    def __init__(self, face: str) -> None:
        """Name what was given."""
        super().__init__(
            say(
                "“%(face)s” is none of the three faces; choose positive, neutral or negative.",
                face=face,
            )
        )


class WhoseWordsNotSaid(Refusal):
    """Somebody in IT notes a feeling without saying whether it was heard or is a guess."""

    def __init__(self, person: str, customer: str, people: Sequence[str]) -> None:
        """Name who notes, and who could say it herself."""
        super().__init__(
            say(
                "%(person)s does not speak for %(customer)s: say whether it was heard or is your guess."
                " In their own words it can be said by: %(people)s.",
                person=person,
                customer=customer,
                people=_named(people),
            )
        )


class HerOwnWordsStand(Refusal):
    """What was heard would be written over what she said herself the same day."""

    def __init__(self, person: str) -> None:
        """Name whose words stand."""
        super().__init__(
            say(
                "%(person)s has said today how it feels, and those words stand. Only %(person)s can change them.",
                person=person,
            )
        )


class NothingSaid(Refusal):
    """A field that says what it is all about is empty."""

    def __init__(self, field: Sentence) -> None:
        """Name what is missing."""
        super().__init__(say("%(field)s is empty; write it in a few words.", field=field))


class ClosedAlready(Refusal):
    """A step of a complaint that is closed."""

    def __init__(self, complaint: str, closed: date) -> None:
        """Name the complaint and its last day."""
        super().__init__(
            say(
                "%(complaint)s was closed on %(day)s. If it is not over, receive a new complaint that refers to it.",
                complaint=complaint,
                day=closed,
            )
        )


class AnswerComesFirst(Refusal):
    """Whether she is satisfied is noted before she was answered."""

    def __init__(self, complaint: str) -> None:
        """Name the complaint."""
        super().__init__(
            say(
                "%(complaint)s is not answered yet; answer it first, then ask whether the answer is good enough.",
                complaint=complaint,
            )
        )


class NotSatisfiedYet(Refusal):
    """A complaint is closed though she is not known to be satisfied, and it is not escalated."""

    def __init__(self, complaint: str) -> None:
        """Name the complaint."""
        super().__init__(
            say(
                "%(complaint)s cannot be closed: nobody has said that the answer satisfies. Ask, or escalate it.",
                complaint=complaint,
            )
        )


class LinkNotKnown(Refusal):
    """A link that was never sent, or that a reminder has replaced."""

    def __init__(self) -> None:
        """Say what may have happened."""
        super().__init__(
            say(
                "This link is not known. If you have had a reminder, the link in it has taken this one's place."
            )
        )


class LinkUsed(Refusal):
    """A link that has been answered by already, by whoever it was sent to or forwarded to."""

    def __init__(self) -> None:
        """Say that each link takes one answer."""
        super().__init__(
            say(
                "This link has been used: somebody has answered by it, and each link takes one answer. It cannot be forwarded."
            )
        )


class LinkExpired(Refusal):
    """A link whose survey is over."""

    def __init__(self, closed: date) -> None:
        """Name the last day."""
        super().__init__(
            say(
                "This survey closed on %(day)s, so it takes no more answers. The next one will be sent to you.",
                day=closed,
            )
        )


class SurveyNotOpenYet(Refusal):
    """A survey whose first day has not come."""

    def __init__(self, survey: str, opens: date) -> None:
        """Name the survey and its first day."""
        super().__init__(
            say(
                "%(survey)s opens on %(day)s; until then it cannot be answered.",
                survey=survey,
                day=opens,
            )
        )


class NothingAnswered(Refusal):
    """A sheet without a single answer."""

    def __init__(self) -> None:
        """Say that the link is not used up."""
        super().__init__(
            say("Nothing is answered yet. Answer at least one question; your link is still good.")
        )


class SurveyNotThere(Refusal):
    """A survey that is not on record."""

    def __init__(self, survey: str) -> None:
        """Name what was asked for."""
        super().__init__(
            say("There is no survey %(survey)s; the page Surveys lists them.", survey=survey)
        )


class SurveyOver(Refusal):
    """Letters for a survey whose last day is past."""

    def __init__(self, survey: str, closes: date) -> None:
        """Name the survey and its last day."""
        super().__init__(
            say(
                "%(survey)s closed on %(day)s; nobody is invited any more. Give it a later last day, or make a new survey.",
                survey=survey,
                day=closes,
            )
        )


class SentElsewhere(Refusal):
    """Letters for a survey that was sent already, from elsewhere, to people who are not on record."""

    def __init__(self, survey: str, delivered: int) -> None:
        """Name the survey and how many letters reached somebody."""
        super().__init__(
            say(
                "%(survey)s was sent from elsewhere already: %(delivered)s letters reached somebody, and to whom is not"
                " on record, so nobody is asked a second time. Whom it has not reached can be asked with --to and a file"
                " of addresses; if nothing was sent, whoever keeps the table surveys empties delivered.",
                survey=survey,
                delivered=delivered,
            )
        )


class SurveyWithoutQuestions(Refusal):
    """A survey that asks nothing."""

    def __init__(self, survey: str) -> None:
        """Name the survey."""
        super().__init__(
            say(
                "%(survey)s has no questions; enter them in the table survey_questions, then send it.",
                survey=survey,
            )
        )


class NoUsersOnRecord(Refusal):
    """A survey of users without their addresses."""

    def __init__(self, survey: str) -> None:
        """Name the survey."""
        super().__init__(
            say(
                "%(survey)s asks users, and users are not on record one by one: give a file of addresses with --to.",
                survey=survey,
            )
        )


class NoMailer(Refusal):
    """Letters are to be sent and no way to send them has been chosen."""

    def __init__(self) -> None:
        """Say what to set."""
        super().__init__(
            say(
                "No way to send letters is chosen. Set DOMESTIQUE_MAIL to smtp://user:password@host:587,"
                " or to file:folder or console to try it; whoever runs Domestique can."
            )
        )


class MailRefused(Refusal):
    """The mail server takes nothing at all."""

    def __init__(self, reason: str, sent: int) -> None:
        """Name the server's reason and how far it came."""
        super().__init__(
            say(
                "The mail server takes no letters: %(reason)s. %(sent)s were sent before it; send again, and the rest follow.",
                reason=reason,
                sent=sent,
            )
        )


class OnlyItAnswers(Refusal):
    """A step that belongs to those in IT who work with customers is taken by somebody else."""

    def __init__(self, person: str) -> None:
        """Name who tried, and who can."""
        super().__init__(
            say(
                "%(person)s cannot do this; it can be done by those in IT who work with customers:"
                " customer managers, delivery managers and service owners.",
                person=person,
            )
        )
