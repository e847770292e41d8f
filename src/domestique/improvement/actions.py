"""What is done with the inbox: added, heard again, sorted, put back, answered, told back. Nothing is ever deleted."""

from collections.abc import Iterable
from datetime import date

from domestique.improvement import errors
from domestique.improvement.choices import SourceType, Triage
from domestique.improvement.models import Improvement, InboxItem
from domestique.improvement.triage import BECOMES_NEED, SAYS_SOMETHING, WENT, lines_in
from domestique.parties.queries import customer_visible_to, orderers_visible_to
from domestique.quantities.errors import insist
from domestique.quantities.sentence import say
from domestique.records.models import NAME_LENGTH
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import Step
from domestique.relations.needs.actions import capture, move
from domestique.relations.needs.errors import NothingSaid


def add_items(
    viewer: Viewer,
    text: str,
    *,
    source: str,
    origin: str,
    on: date,
    customer_id: str = "",
    services: Iterable[str] = (),
    times: int = 1,
) -> list[InboxItem]:
    """Put something into the inbox, a line an item. Nothing enters without its source and its origin."""
    if source not in SourceType.values:
        raise errors.SourceMissing(written=source)
    insist(origin.strip(), errors.OriginMissing())
    lines = insist(lines_in(text), NothingSaid(what=say("what came in")))
    _check_customer(viewer, customer_id)
    services = list(services)
    with changing():
        return [
            enter(
                InboxItem(
                    id=next_id(InboxItem, "IN"),
                    received_on=on,
                    source=source,
                    origin=origin.strip(),
                    text=line,
                    customer_id=customer_id or None,
                    services=services,
                    times=times,
                ),
                viewer,
                "came in",
            )
            for line in lines
        ]


def hear_again(viewer: Viewer, item: InboxItem) -> InboxItem:
    """Count that the same was heard once more."""
    with changing():
        return change(item, viewer, "heard again", times=item.times + 1)


def sort_item(
    viewer: Viewer,
    item: InboxItem,
    way: str,
    *,
    on: date,
    answer: str = "",
    customer_id: str = "",
) -> InboxItem:
    """Sort an item: it becomes an improvement or a need, goes to delivery, is answered, or dropped with a reason."""
    if way not in Triage.values:
        raise errors.NotAWay(written=way)
    if item.triage:
        raise errors.SortedAlready(text=item.text, where=WENT[item.triage], day=item.triaged_on)
    _check_customer(viewer, customer_id)
    customer_id = customer_id or item.customer_id or ""
    if way in BECOMES_NEED and not customer_id:
        raise errors.CustomerNeeded(text=item.text)
    if way in SAYS_SOMETHING and not answer.strip():
        raise NothingSaid(
            what=say("the reason why it is dropped") if way == Triage.DROP else say("the answer")
        )
    values: dict[str, object] = {
        "triage": way,
        "triaged_on": on,
        "triaged_by": viewer.person,
        "customer_id": customer_id or None,
    }
    if answer.strip():
        values |= _answer(viewer, answer, on)
    with changing():
        values["became"] = _become(viewer, item, way, customer_id, on)
        return change(item, viewer, way, **values)


def _become(viewer: Viewer, item: InboxItem, way: str, customer_id: str, on: date) -> str:
    """Make the record an item becomes and return its id; an item for delivery, or answered, stays what it is."""
    if way == Triage.IMPROVE:
        improvement = Improvement(
            id=next_id(Improvement, "IM"),
            raised_on=on,
            raised_by=item.origin,
            title=item.text[:NAME_LENGTH],
            customers=[customer_id] if customer_id else [],
            services=item.services,
            problem=item.text,
        )
        return enter(improvement, viewer, item.id).id
    if way not in BECOMES_NEED:
        return item.became
    brought_by = {
        one.id for one in orderers_visible_to(viewer).filter(customer_id=customer_id)
        if one.person and item.origin.partition(",")[0].strip() == one.person
    }  # fmt: skip
    need = capture(
        viewer,
        customer_id=customer_id,
        need=item.text,
        on=on,
        raised_by=next(iter(brought_by), ""),
        services=item.services,
        note=item.origin,
    )
    if way == Triage.PORTFOLIO:
        move(viewer, need, Step.PROPOSED, on)
    return need.id


def put_back(viewer: Viewer, item: InboxItem) -> InboxItem:
    """Put an item back among the unsorted, as long as it has not become a record of its own."""
    if item.became:
        raise errors.BecameSomething(text=item.text, became=item.became)
    with changing():
        return change(item, viewer, "put back", triage="", triaged_on=None, triaged_by="")


def answer_item(viewer: Viewer, item: InboxItem, answer: str, *, on: date) -> InboxItem:
    """Answer what came in; telling it to those who brought it is a step of its own."""
    insist(answer.strip(), NothingSaid(what=say("the answer")))
    with changing():
        return change(item, viewer, "answered", **_answer(viewer, answer, on))


def _answer(viewer: Viewer, answer: str, on: date) -> dict[str, object]:
    return {
        "answer": answer.strip(),
        "answered_on": on,
        "answered_by": viewer.person,
        "told_back_on": None,
    }


def tell_item_back(viewer: Viewer, item: InboxItem, *, on: date) -> InboxItem:
    """Say that those who brought an item were told the answer."""
    insist(item.answer, errors.NotAnsweredYet(text=item.text))
    with changing():
        return change(item, viewer, "told back", told_back_on=on)


def _check_customer(viewer: Viewer, customer_id: str) -> None:
    if customer_id and customer_visible_to(viewer, customer_id) is None:
        raise errors.CustomerNotListed(id=customer_id)
