"""What is refused about files, read or to be written; each refusal builds its whole sentence."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class TemplateIsWorkbook(Refusal):
    """A template under a name that is not a workbook's."""

    text = say("The template is a workbook, and “%(name)s” is no name for one; end it with .xlsx.")


class ArchiveNotReadable(Refusal):
    """A zip, or a workbook (which is one too), that is damaged or not what its name says."""

    text = say("This file is damaged or is not what its name says. Save it once more.")


class ArchivedFileNotReadable(Refusal):
    """A file in a zip that cannot be unpacked."""

    text = say(
        "%(file)s in it cannot be unpacked: it is damaged or locked with a password. "
        "Pack it once more, without one."
    )


class ArchiveTooLarge(Refusal):
    """A zip that unpacks to absurd sizes."""

    text = say(
        "Unpacked this would be %(files)s files of %(size)s megabytes together. At most "
        "%(most_files)s files and %(most_size)s megabytes are read."
    )


class TargetNotWritable(Refusal):
    """A path that cannot be written to."""

    text = say(
        "%(path)s cannot be written (%(why)s). Name another place, or see who may write there."
    )


class TargetNeitherFolderNorWorkbook(Refusal):
    """A path to write to that is neither a folder nor an .xlsx file."""

    text = say(
        "%(path)s is neither a folder nor a workbook. Name a folder for CSV files, or a "
        "file that ends with .xlsx."
    )


class TextTooLongForWorkbook(Refusal):
    """A text that no cell of a workbook can hold."""

    text = say(
        "%(column)s of %(key)s in %(table)s is longer than the %(longest)s characters a "
        "cell of a workbook holds. Write a folder of CSV instead."
    )


class TooManyRowsForWorkbook(Refusal):
    """A table longer than a sheet of a workbook can be."""

    text = say(
        "%(table)s has %(rows)s rows, and a sheet of a workbook holds %(most)s. Write a "
        "folder of CSV instead."
    )
