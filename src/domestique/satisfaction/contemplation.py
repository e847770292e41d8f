"""What a customer who is not satisfied considers doing: a word of a list, beside her own words for it (S5-04)."""

import re
from collections.abc import Mapping

from domestique.quantities.sentence import Sentence, say
from domestique.satisfaction.choices import Contemplation

CALLED: Mapping[str, Sentence] = {
    Contemplation.NOTHING: say("nothing"),
    Contemplation.COMPLAIN: say("to complain"),
    Contemplation.GO_AROUND: say("to go around us"),
    Contemplation.BUY: say("to buy it as a service elsewhere"),
    Contemplation.OUTSOURCE: say("to outsource"),
    Contemplation.CUT: say("to cut what is ordered"),
}
STAYS = frozenset({Contemplation.NOTHING, Contemplation.COMPLAIN})
"""What she considers without turning elsewhere."""

# What people wrote before there was a column for it; read once, to propose what it should hold.
WRITTEN: Mapping[str, frozenset[str]] = {
    Contemplation.NOTHING: frozenset({"nothing", "inget", "ingenting", "mitään"}),
    Contemplation.COMPLAIN: frozenset({"complain", "complaint", "klaga", "klagomål", "valittaa", "valitus"}),
    Contemplation.GO_AROUND: frozenset({"around", "own", "shadow", "runt", "egen", "eget", "kiertää", "oma"}),
    Contemplation.BUY: frozenset({"saas", "buy", "buying", "elsewhere", "köpa", "ostaa"}),
    Contemplation.OUTSOURCE: frozenset({"outsource", "outsourcing", "utkontraktera", "ulkoistaa"}),
    Contemplation.CUT: frozenset({"cut", "cutting", "less", "fewer", "skära", "mindre", "vähentää"}),
}  # fmt: skip


def considered_in(words: str) -> str:
    """Return what words of old propose that she considers; empty where they propose nothing, or more than one thing."""
    written = set(re.findall(r"\w+", words.casefold()))
    meant = [code for code, hints in WRITTEN.items() if written & hints]
    return meant[0] if len(meant) == 1 else ""


def contemplated(considers: str, words: str) -> Sentence | None:
    """Say what she contemplates, in her own words where there are any; ``None`` where that is nothing, or not known."""
    if considers == Contemplation.NOTHING:
        return None
    if words.strip():
        return say("%(what)s", what=words)
    return CALLED.get(considers)
