"""What is done with views: saving and forgetting them."""

from django.db import IntegrityError, transaction

from domestique.lists.errors import ViewNameMissing, ViewNameTaken
from domestique.lists.models import SavedView
from domestique.lists.question import ListQuestion
from domestique.records.viewer import Viewer

LONGEST_NAME = 60


def save_view(*, viewer: Viewer, question: ListQuestion, name: str, is_shared: bool) -> SavedView:
    """Keep a question under a name. Refuses a missing or long name, and one she has given already."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ViewNameMissing(longest=LONGEST_NAME)
    try:
        with transaction.atomic():
            return SavedView.objects.create(
                table=question.table.name,
                name=name,
                query=question.written,
                person=viewer.person,
                is_shared=is_shared,
            )
    except IntegrityError:
        raise ViewNameTaken(name=name) from None


def forget_view(*, viewer: Viewer, table: str, view_id: int) -> bool:
    """Forget one of her own views; tell whether there was one. What others have shared stays."""
    gone, _ = SavedView.objects.filter(pk=view_id, table=table, person=viewer.person).delete()
    return bool(gone)
