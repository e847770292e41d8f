"""What is refused about files that somebody sends; each refusal builds its whole sentence."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class NoFileChosen(Refusal):
    """No file was sent."""

    text = say(
        "No file was chosen; choose a workbook, a zip, or the CSV files of one or more tables."
    )


class UploadTooLarge(Refusal):
    """Files of more bytes than are taken."""

    text = say(
        "These files are %(size)s megabytes together, and at most %(most)s are taken here. "
        "Load them on the command line, or leave out tables that have not changed."
    )


class UploadBroken(Refusal):
    """Something was sent that is no whole set of files."""

    text = say("What was sent did not arrive whole, or is more than 100 files. Choose them again.")


class FileEmpty(Refusal):
    """A file with nothing in it."""

    text = say("“%(name)s” is empty: there is not one byte in it. Save it once more.")


class FileKindNotRead(Refusal):
    """A file of a kind that is not read."""

    text = say(
        "“%(name)s” is of a kind that is not read. Choose files that end with one of %(suffixes)s."
    )


class UploadNotKept(Refusal):
    """Files that were sent and are no longer there."""

    text = say(
        "These files are no longer kept: they have been loaded, or are older than %(hours)s hours. "
        "Choose them again."
    )


class UploadNotStored(Refusal):
    """Files that could not be written to where they wait."""

    text = say("The files could not be kept on this computer (%(why)s). Nothing was changed.")
