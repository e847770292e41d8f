"""What is refused about files that somebody sends; each refusal builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class NothingChosen(Refusal):
    """No file was sent."""

    def __init__(self) -> None:
        """There is nothing to name."""
        super().__init__(
            say(
                "No file was chosen; choose a workbook, a zip, or the CSV files of one or more tables."
            )
        )


class UploadTooLarge(Refusal):
    """Files of more bytes than are taken."""

    def __init__(self, size: int, most: int) -> None:
        """Name how much was sent and how much is taken; sizes in bytes."""
        super().__init__(
            say(
                "These files are %(size)s megabytes together, and at most %(most)s are taken here. "
                "Load them on the command line, or leave out tables that have not changed.",
                size=-(-size // 2**20),
                most=most // 2**20,
            )
        )


class UploadBroken(Refusal):
    """Something was sent that is no whole set of files."""

    def __init__(self) -> None:
        """There is nothing to name: what came cannot be read."""
        super().__init__(
            say("What was sent did not arrive whole, or is more than 100 files. Choose them again.")
        )


class FileEmpty(Refusal):
    """A file with nothing in it."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        super().__init__(
            say("“%(name)s” is empty: there is not one byte in it. Save it once more.", name=name)
        )


class FileKindNotRead(Refusal):
    """A file of a kind that is not read."""

    def __init__(self, name: str, suffixes: str) -> None:
        """Name the file and the kinds that are read."""
        super().__init__(
            say(
                "“%(name)s” is of a kind that is not read. Choose files that end with one of %(suffixes)s.",
                name=name,
                suffixes=suffixes,
            )
        )


class UploadNotKept(Refusal):
    """Files that were sent and are no longer there."""

    def __init__(self, hours: int) -> None:
        """Tell how long files are kept."""
        super().__init__(
            say(
                "These files are no longer kept: they have been loaded, or are older than %(hours)s hours. "
                "Choose them again.",
                hours=hours,
            )
        )


class UploadNotStored(Refusal):
    """Files that could not be written to where they wait."""

    def __init__(self, why: str) -> None:
        """Tell what the system says."""
        super().__init__(
            say(
                "The files could not be kept on this computer (%(why)s). Nothing was changed.",
                why=why,
            )
        )
