"""The rows of a list as a file, the same rows and columns as on the page."""

import tempfile
from enum import StrEnum
from pathlib import Path

from domestique.exchange.export.clean_workbook import write_workbook
from domestique.exchange.export.contents import Contents
from domestique.exchange.export.csv_folder import write_folder
from domestique.lists.queries import rows_asked
from domestique.lists.question import ListQuestion
from domestique.records.viewer import Viewer


class Format(StrEnum):
    """What a list can be downloaded as, by the end of the file's name."""

    WORKBOOK = "xlsx"
    CSV = "csv"


def list_as_file(viewer: Viewer, question: ListQuestion, form: Format) -> bytes:
    """Return every row a question asks for, with the columns it shows. Refuses what cannot be asked."""
    columns = question.columns
    rows = rows_asked(viewer, question).values_list(*(column.field for column in columns))
    contents = Contents(question.table, columns, list(rows))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{question.table.name}.{form}"
        if form is Format.WORKBOOK:
            write_workbook(path, [contents])
        else:
            write_folder(Path(folder), [contents])
        return path.read_bytes()
