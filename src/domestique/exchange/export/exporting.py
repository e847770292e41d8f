"""Everything back: all tables the viewer may see, as a folder of CSV or as one workbook."""

from pathlib import Path

from domestique.exchange.export.clean_workbook import write_workbook
from domestique.exchange.export.contents import read_contents
from domestique.exchange.export.csv_folder import write_folder
from domestique.exchange.export.out_contents import out_contents
from domestique.exchange.files.file_errors import TargetNeitherFolderNorWorkbook
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer

_PREFACE = (
    say("Each sheet is a table. What was changed in it can be loaded again."),
    say("A row left out stays as it is; an empty cell takes away what was there."),
)


def export(path: Path, *, viewer: Viewer, with_void: bool = False) -> dict[str, int]:
    """Write every table that has rows to an .xlsx workbook, or else to a folder of CSV; return how many rows each has.

    What is there already is replaced, each file whole or not at all; other files in the folder
    stay. Rows of customers the viewer may not see are left out, and so are rows that were taken out, unless asked for
    ``with_void``: then they stand in a sheet of their own. Raises a ``Refusal``.
    """
    is_workbook = path.suffix.lower() == ".xlsx"
    is_taken = path.exists() and path.is_dir() == is_workbook
    if is_taken or (path.suffix and not is_workbook and not path.is_dir()):
        raise TargetNeitherFolderNorWorkbook(path=str(path))
    contents = [*read_contents(viewer), *([out_contents(viewer)] if with_void else [])]
    if is_workbook:
        return write_workbook(path, contents, _PREFACE)
    return write_folder(path, contents)
