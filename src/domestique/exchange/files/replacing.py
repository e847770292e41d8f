"""Writing a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from domestique.exchange.files.file_errors import TargetNotWritable


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give another path to write to, which takes the place of this one when all went well.

    A file that was there before stays as it was if anything goes wrong. The folder is made if it
    is missing. Raises ``TargetNotWritable``.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise TargetNotWritable(path=str(path), why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            draft.unlink()
