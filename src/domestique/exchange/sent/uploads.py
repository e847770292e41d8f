"""Files that somebody has sent to be loaded: kept apart until she has seen what they would change.

They wait in the user's own cache folder, readable by nobody else, under names of our own: what a file is
called is shown and read, but never becomes a path. After a day, or when they are loaded, they are gone.
"""

import json
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from time import time
from typing import Protocol

from platformdirs import user_cache_path

from domestique.exchange.files.sheets import READ_SUFFIXES
from domestique.exchange.sent import upload_errors as errors
from domestique.records.viewer import Viewer

KEPT_HOURS = 24
MAPPING_SUFFIXES = (".toml",)
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_LIST = "list.json"
_LONGEST_NAME = 200


class Received(Protocol):
    """A file as it is received."""

    @property
    def name(self) -> str | None:
        """What the sender calls it."""

    @property
    def size(self) -> int | None:
        """How many bytes it has."""

    def chunks(self) -> Iterator[bytes]:
        """Yield its bytes."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that waits: what it is called, and where it is."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Upload:
    """Files sent together, and a mapping file if their sheets are someone else's."""

    id: str
    files: tuple[KeptFile, ...]
    mapping: KeptFile | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the files are called."""
        return tuple(file.name for file in self.files)


def uploads_folder() -> Path:
    """Return where files wait: the user's own cache."""
    return user_cache_path("domestique") / "uploads"


def keep_upload(
    viewer: Viewer,
    files: Sequence[Received],
    mapping: Received | None = None,
    before: Upload | None = None,
) -> Upload:
    """Keep files and a mapping; what is not sent anew is taken over from an upload before.

    Raises ``NoFileChosen``, ``FileEmpty``, ``FileKindNotRead`` and ``UploadNotStored``.
    """
    if not files and (before is None or mapping is None):
        raise errors.NoFileChosen
    for file in files:
        _check(file, READ_SUFFIXES)
    if mapping is not None:
        _check(mapping, MAPPING_SUFFIXES)
    try:
        _forget_old()
        return _keep(viewer, files, mapping, before)
    except OSError as error:
        raise errors.UploadNotStored(why=error.strerror or str(error)) from error


def upload_of(viewer: Viewer, upload_id: str) -> Upload:
    """Return files this viewer has sent. Raises ``UploadNotKept`` once they are gone."""
    if not _ID.fullmatch(upload_id):
        raise errors.UploadNotKept(hours=KEPT_HOURS)
    folder = uploads_folder() / upload_id
    try:
        is_old = time() - folder.stat().st_mtime > KEPT_HOURS * 3600
        written = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except OSError as error:
        raise errors.UploadNotKept(hours=KEPT_HOURS) from error
    if is_old or written["person"] != viewer.person:
        raise errors.UploadNotKept(hours=KEPT_HOURS)
    files = tuple(KeptFile(name, folder / place) for name, place in written["files"])
    mapping = written["mapping"] and KeptFile(written["mapping"][0], folder / written["mapping"][1])
    return Upload(upload_id, files, mapping)


def forget_upload(upload: Upload) -> None:
    """Take files away; also if somebody has done so already."""
    shutil.rmtree(uploads_folder() / upload.id, ignore_errors=True)


def _check(file: Received, suffixes: Sequence[str]) -> None:
    name = _shown(file)
    if PurePath(name).suffix.lower() not in suffixes:
        raise errors.FileKindNotRead(name=name, suffixes=", ".join(suffixes))
    if not file.size:
        raise errors.FileEmpty(name=name)


def _shown(file: Received) -> str:
    return PurePath(file.name or "").name[-_LONGEST_NAME:]


def _keep(
    viewer: Viewer, files: Sequence[Received], mapping: Received | None, before: Upload | None
) -> Upload:
    upload_id = secrets.token_urlsafe(16)
    folder = uploads_folder() / upload_id
    uploads_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    if files or before is None:
        kept = [_store(file, folder / str(number)) for number, file in enumerate(files)]
    else:
        kept = [_copy(file, folder) for file in before.files]
    kept_mapping = None
    if mapping is not None:
        kept_mapping = _store(mapping, folder / "mapping")
    elif before is not None and before.mapping is not None:
        kept_mapping = _copy(before.mapping, folder)
    upload = Upload(upload_id, tuple(kept), kept_mapping)
    # Written last: without it there is no upload, only remains that are taken away in time.
    (folder / _LIST).write_text(json.dumps(_listed(viewer, upload)), encoding="utf-8")
    return upload


def _listed(viewer: Viewer, upload: Upload) -> dict[str, object]:
    mapping = upload.mapping
    return {
        "person": viewer.person,
        "files": [(file.name, file.path.name) for file in upload.files],
        "mapping": None if mapping is None else (mapping.name, mapping.path.name),
    }


def _store(file: Received, place: Path) -> KeptFile:
    name = _shown(file)
    path = place.with_suffix(PurePath(name).suffix.lower())
    with path.open("wb") as written:
        written.writelines(file.chunks())
    return KeptFile(name, path)


def _copy(file: KeptFile, folder: Path) -> KeptFile:
    shutil.copyfile(file.path, folder / file.path.name)
    return KeptFile(file.name, folder / file.path.name)


def _forget_old() -> None:
    folder = uploads_folder()
    old: Iterable[Path] = folder.iterdir() if folder.is_dir() else ()
    for upload in old:
        if time() - upload.stat().st_mtime > KEPT_HOURS * 3600:
            shutil.rmtree(upload, ignore_errors=True)
