"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from collections.abc import Sequence

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say

MOST_NAMED = 6


def some_named(people: Sequence[str]) -> Sentence | str:
    """Name people who can, six at most; where nobody is known, say so."""
    if not people:
        return say("nobody who is known")
    more = len(people) - MOST_NAMED
    if more <= 0:
        return ", ".join(map(str, people))
    return say(
        "%(people)s and %(more)s more", people=", ".join(map(str, people[:MOST_NAMED])), more=more
    )


class AnswerOutsideScale(Refusal):
    """An answer to a survey question that its scale does not have."""

    text = say(
        "The answer %(answer)s is not on the scale; it must be from %(low)s to %(high)s,"
        " or empty for “don't know”."
    )


class CustomerNotSeen(Refusal):
    """A customer who is not there, or whose business is not this person's."""

    text = say(
        "There is no customer %(customer)s that you may see; choose one of those you look after."
    )


class OnlyHerSideMayScore(Refusal):
    """Somebody outside the customer's side scores what a service is worth to her (R25)."""

    text = say(
        "What a service is worth to %(customer)s is not for %(person)s to say. It can be said by: %(people)s."
    )


class ScoreOutsideScale(Refusal):
    """A score that is not 1 to 5."""

    text = say(
        "“%(score)s” is not a score; it must be a whole number from 1, very little, to 5, very much."
    )


class FaceNotChosen(Refusal):
    """A feeling that is none of the three faces."""

    text = say("“%(face)s” is none of the three faces; choose positive, neutral or negative.")


class WhoseWordsNotSaid(Refusal):
    """Somebody in IT notes a feeling without saying whether it was heard or is a guess."""

    text = say(
        "%(person)s does not speak for %(customer)s: say whether it was heard or is your guess."
        " In their own words it can be said by: %(people)s."
    )


class HeardByWhom(Refusal):
    """What was heard from a customer is entered without saying who heard it."""

    text = say(
        "What was heard is kept with who heard it: write %(person)s into %(column)s. As their own it counts only when they "
        "say it themselves."
    )


class AnswersAreGiven(Refusal):
    """Somebody enters answers to a survey."""

    text = say(
        "%(person)s cannot enter answers to a survey: they are given by whoever was asked, by the link in the letter. "
        "Only whoever keeps the picture enters answers that were collected elsewhere."
    )


class FieldLeftEmpty(Refusal):
    """A field that says what it is all about is empty."""

    text = say("%(field)s is empty; write it in a few words.")


class ClosedAlready(Refusal):
    """A step of a complaint that is closed."""

    text = say(
        "%(complaint)s was closed on %(day)s. If it is not over, receive a new complaint that refers to it."
    )


class AnswerComesFirst(Refusal):
    """Whether she is satisfied is noted before she was answered."""

    text = say(
        "%(complaint)s is not answered yet; answer it first, then ask whether the answer is good enough."
    )


class NotSatisfiedYet(Refusal):
    """A complaint is closed though she is not known to be satisfied, and it is not escalated."""

    text = say(
        "%(complaint)s cannot be closed: nobody has said that the answer satisfies. Ask, or escalate it."
    )


class LinkNotKnown(Refusal):
    """A link that was never sent, or that a reminder has replaced."""

    text = say(
        "This link is not known. If you have had a reminder, the link in it has taken this one's place."
    )


class LinkUsed(Refusal):
    """A link that has been answered by already, by whoever it was sent to or forwarded to."""

    text = say(
        "This link has been used: somebody has answered by it, and each link takes one answer. It cannot be forwarded."
    )


class LinkExpired(Refusal):
    """A link whose survey is over."""

    text = say(
        "This survey closed on %(day)s, so it takes no more answers. The next one will be sent to you."
    )


class SurveyNotOpenYet(Refusal):
    """A survey whose first day has not come."""

    text = say("%(survey)s opens on %(day)s; until then it cannot be answered.")


class NothingAnswered(Refusal):
    """A sheet without a single answer."""

    text = say("Nothing is answered yet. Answer at least one question; your link is still good.")


class SurveyNotThere(Refusal):
    """A survey that is not on record."""

    text = say("There is no survey %(survey)s; the page Surveys lists them.")


class SurveyOver(Refusal):
    """Letters for a survey whose last day is past."""

    text = say(
        "%(survey)s closed on %(day)s; nobody is invited any more. Give it a later last day, or make a new survey."
    )


class SentElsewhere(Refusal):
    """Letters for a survey that was sent already, from elsewhere, to people who are not on record."""

    text = say(
        "%(survey)s was sent from elsewhere already: %(delivered)s letters reached somebody, and to whom is not"
        " on record, so nobody is asked a second time. Whom it has not reached can be asked with --to and a file"
        " of addresses; if nothing was sent, whoever keeps the table surveys empties delivered."
    )


class SurveyWithoutQuestions(Refusal):
    """A survey that asks nothing."""

    text = say(
        "%(survey)s has no questions; enter them in the table survey_questions, then send it."
    )


class NoUsersOnRecord(Refusal):
    """A survey of users without their addresses."""

    text = say(
        "%(survey)s asks users, and users are not on record one by one: give a file of addresses with --to."
    )


class NoMailer(Refusal):
    """Letters are to be sent and no way to send them has been chosen."""

    text = say(
        "No way to send letters is chosen. Set DOMESTIQUE_MAIL to smtp://user:password@host:587,"
        " or to file:folder or console to try it; whoever runs Domestique can."
    )


class MailRefused(Refusal):
    """The mail server takes nothing at all."""

    text = say(
        "The mail server takes no letters: %(reason)s. %(sent)s were sent before it; send again, and the rest follow."
    )


class OnlyItAnswers(Refusal):
    """A step that belongs to those in IT who work with customers is taken by somebody else."""

    text = say(
        "%(person)s cannot do this; it can be done by those in IT who work with customers:"
        " customer managers, delivery managers and service owners."
    )


class NoSuchServiceFelt(Refusal):
    """A face is about a service that is not there."""

    text = say("There is no service %(service)s; choose one, or none for all that IT does.")


class SaidAtThatTime(Refusal):
    """The same person showed a face about something else at the same time of the day."""

    text = say("Something else was said %(time)s that day; give another time.")
