"""A finding: what is wrong or missing in the picture, in a plain sentence, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    ``rule`` is R01-R26, or the requirement where no rule has a number; ``table`` and ``subject`` name the row it is about;
    ``customer`` is the customer it concerns and ``owner`` the person in IT who answers for it, where there is one.
    """

    rule: str
    table: str
    subject: str
    text: Sentence
    advice: Sentence
    customer: str = ""
    owner: str = ""
