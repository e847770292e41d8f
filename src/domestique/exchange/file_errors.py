"""What is refused about files, read or to be written; each refusal builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class TemplateIsWorkbook(Refusal):
    """A template under a name that is not a workbook's."""

    def __init__(self, name: str) -> None:
        """Name the file as it was asked for."""
        super().__init__(
            say(
                "The template is a workbook, and “%(name)s” is no name for one; end it with .xlsx.",
                name=name,
            )
        )


class ArchiveNotReadable(Refusal):
    """A zip, or a workbook (which is one too), that is damaged or not what its name says."""

    def __init__(self) -> None:
        """There is nothing to name: nothing in it can be trusted."""
        super().__init__(
            say("This file is damaged or is not what its name says. Save it once more.")
        )


class ArchivedFileNotReadable(Refusal):
    """A file in a zip that cannot be unpacked."""

    def __init__(self, file: str) -> None:
        """Name the file in the zip."""
        super().__init__(
            say(
                "%(file)s in it cannot be unpacked: it is damaged or locked with a password. "
                "Pack it once more, without one.",
                file=file,
            )
        )


class ArchiveTooLarge(Refusal):
    """A zip that unpacks to absurd sizes."""

    def __init__(self, *, files: int, size: int, most_files: int, most_size: int) -> None:
        """Name how much is in it and how much is read; sizes in bytes."""
        super().__init__(
            say(
                "Unpacked this would be %(files)s files of %(size)s megabytes together. At most "
                "%(most_files)s files and %(most_size)s megabytes are read.",
                files=files,
                size=size // 2**20,
                most_files=most_files,
                most_size=most_size // 2**20,
            )
        )


class TargetNotWritable(Refusal):
    """A path that cannot be written to."""

    def __init__(self, path: str, why: str) -> None:
        """Name the path and what the system says."""
        super().__init__(
            say(
                "%(path)s cannot be written (%(why)s). Name another place, or see who may write "
                "there.",
                path=path,
                why=why,
            )
        )


class TargetNeitherFolderNorWorkbook(Refusal):
    """A path to write to that is neither a folder nor an .xlsx file."""

    def __init__(self, path: str) -> None:
        """Name the path."""
        super().__init__(
            say(
                "%(path)s is neither a folder nor a workbook. Name a folder for CSV files, or a "
                "file that ends with .xlsx.",
                path=path,
            )
        )


class TextTooLongForWorkbook(Refusal):
    """A text that no cell of a workbook can hold."""

    def __init__(self, *, table: str, column: str, key: str, longest: int) -> None:
        """Name where the text stands and how long it may be."""
        super().__init__(
            say(
                "%(column)s of %(key)s in %(table)s is longer than the %(longest)s characters a "
                "cell of a workbook holds. Write a folder of CSV instead.",
                table=table,
                column=column,
                key=key,
                longest=longest,
            )
        )


class TooManyRowsForWorkbook(Refusal):
    """A table longer than a sheet of a workbook can be."""

    def __init__(self, *, table: str, rows: int, most: int) -> None:
        """Name the table, its rows, and how many fit."""
        super().__init__(
            say(
                "%(table)s has %(rows)s rows, and a sheet of a workbook holds %(most)s. Write a "
                "folder of CSV instead.",
                table=table,
                rows=rows,
                most=most,
            )
        )
