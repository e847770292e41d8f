"""People entered by being named: in what somebody typed, or in the rows of a file."""

from collections.abc import Collection, Mapping

from domestique.parties.models import Person
from domestique.parties.queries import directory
from domestique.quantities.person_id import PersonId
from domestique.records.saving import enter_named
from domestique.records.viewer import Viewer


def people_named(texts: Collection[str], viewer: Viewer, why: str) -> Mapping[str, PersonId]:
    """Return whom each text means, entering who is new. Refuses a name that several have (``SeveralOfThatName``)."""
    everybody, meant = directory(), {}
    for text in texts:
        id_, is_new = everybody.place(text)
        if is_new:
            enter_named(Person(id=id_, name=text), viewer, why)
        meant[text] = PersonId(id_)
    return meant
