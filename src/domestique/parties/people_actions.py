"""People entered by being named: in what somebody typed, or in the rows of a file."""

from collections.abc import Collection, Mapping

from domestique.parties.directory import Known, is_nobody, one_meant
from domestique.parties.models import Person
from domestique.parties.queries import directory
from domestique.quantities.person_id import PersonId
from domestique.records.saving import enter_named
from domestique.records.viewer import Viewer


def people_named(texts: Collection[str], viewer: Viewer, why: str) -> Mapping[str, PersonId]:
    """Return whom each text means, entering who is new. Refuses a name that several have (``SeveralOfThatName``)."""
    everybody, meant = directory(), {}
    for text in texts:
        known = one_meant(text, everybody.meant(text))
        id_ = known.id if known else ""
        if not known and not is_nobody(text):
            id_ = everybody.free_id(text)
            everybody.add(Known(id_, text))
            enter_named(Person(id=id_, name=text), viewer, why)
        meant[text] = PersonId(id_)
    return meant
