"""Questions that were given a name."""

from django.db import models

from domestique.records.fields import PersonField


class SavedView(models.Model):
    """A question to a table that somebody gave a name: her own, or shared with everybody.

    ``query`` is the question as an address has it. It is no record of the organisation: it has no history,
    and no load or export knows it.
    """

    table = models.CharField(max_length=50)
    name = models.CharField(max_length=60)
    query = models.TextField(blank=True)
    person = PersonField()
    is_shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["table", "person", "name"], name="one_view_per_name_and_person"
            )
        ]
        ordering = ["table", "name", "id"]

    def __str__(self) -> str:
        return self.name
