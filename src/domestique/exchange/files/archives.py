"""Reading zip files from memory: nothing in them is ever written to disk."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from domestique.exchange.files import file_errors
from domestique.exchange.files.csv_files import CSV_SUFFIXES

MOST_BYTES = 512 * 1024 * 1024
"""How much a zip, or a workbook, which is one too, may hold when unpacked."""
MOST_FILES = 10_000

_UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,  # a password is needed; of it also NotImplementedError, an unknown packing
)


def read_csv_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each CSV file in a zip, at its top or in one folder at its top.

    Raises a ``Refusal`` where it is damaged, locked or too large.
    """
    with open_archive(path) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            if _is_table(entry):
                yield PurePosixPath(entry.filename).name, read_archived(archive, entry)


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open a zip that is safe to unpack. Raises a ``Refusal``."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise file_errors.ArchiveNotReadable from error
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if size > MOST_BYTES or len(entries) > MOST_FILES:
        archive.close()
        raise file_errors.ArchiveTooLarge(
            files=len(entries),
            size=size // 2**20,
            most_files=MOST_FILES,
            most_size=MOST_BYTES // 2**20,
        )
    return archive


def _is_table(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    is_hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    is_csv = PurePosixPath(entry.filename).suffix.lower() in CSV_SUFFIXES
    return is_csv and not is_hidden and not entry.is_dir() and len(parts) <= 2


def read_archived(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one file of a zip. Raises ``ArchivedFileNotReadable``."""
    # Asked for no more than it said, a zip that lies about its sizes unpacks no more, and fails.
    try:
        with archive.open(entry) as file:
            return file.read(entry.file_size + 1)
    except _UNPACKING_ERRORS as error:
        raise file_errors.ArchivedFileNotReadable(file=entry.filename) from error
