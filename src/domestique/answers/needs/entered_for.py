"""Who entered a decision that somebody else took, and the minutes it stands in."""

from domestique.exchange.past import told_changes
from domestique.quantities.sentence import Sentence, say
from domestique.relations.models import Decision


def entered_for(decision: Decision) -> Sentence | None:
    """Say who entered a decision, and from which minutes or file; ``None`` for one that was entered by who took it."""
    changes = told_changes(Decision, {"id": decision.id})
    if not changes or changes[-1].who == decision.decided_by:
        return None
    first = changes[-1]
    minutes = first.because if first.file else first.why
    if first.file and not minutes:
        return say("from %(file)s, by %(person)s", file=first.file, person=first.who)
    if first.file:
        return say(
            "from %(file)s, by %(person)s, from the minutes: %(minutes)s",
            file=first.file,
            person=first.who,
            minutes=minutes,
        )
    return say(
        "entered by %(person)s from the minutes: %(minutes)s", person=first.who, minutes=minutes
    )
