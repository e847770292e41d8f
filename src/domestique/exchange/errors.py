"""What exchange refuses as a whole."""

from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import Sentence, say


class AnotherLoadIsUnderWay(Refusal):
    """The database is being written by someone else, and waiting for it took too long."""

    text = say(
        "Someone else is loading into this database, and it did not end within "
        "%(seconds)s seconds; nothing was loaded, so load again when it has ended."
    )


class TableNotKnown(Refusal):
    """A table that does not exist, and is like none that does."""

    text = say("There is no table “%(name)s”.")


class TableMisspelt(Refusal):
    """A table that does not exist, though one of a name like it does."""

    text = say("There is no table “%(name)s”; did you mean “%(nearest)s”?")


class MappingRefused(Worded):
    """Something in a mapping file that does not fit our tables, or the sheets it is used on.

    ``table`` and ``column`` are ours, as far as they are known; ``value`` is what was written.
    """

    def __init__(
        self,
        sentence: Sentence,
        *,
        table: str = "",
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        """Take the sentence and the place it is about."""
        super().__init__(sentence)
        self.table, self.column, self.value = table, column, value
