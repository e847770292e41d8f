"""Files that are sent wait apart, under names of our own, for a day, for the one who sent them."""

from __future__ import annotations

import io
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from domestique.exchange.sent import uploads
from domestique.exchange.sent.upload_errors import (
    FileEmpty,
    FileKindNotRead,
    NoFileChosen,
    UploadNotKept,
    UploadNotStored,
)
from domestique.exchange.sent.upload_loading import check_upload, load_upload
from domestique.exchange.sent.uploads import forget_upload, keep_upload, upload_of
from domestique.records.viewer import Viewer

EBBA, PETRI = Viewer("Ebba Nyström"), Viewer("Petri Salmela")


class Sent(io.BytesIO):
    """A file as a browser sends it."""

    def __init__(self, name: str, data: bytes = b"id\nS1\n") -> None:
        super().__init__(data)
        self.name, self.size = name, len(data)

    def chunks(self) -> Iterator[bytes]:
        yield self.getvalue()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(uploads, "uploads_folder", lambda: tmp_path / "uploads")
    return tmp_path / "uploads"


def test_what_is_kept_is_found_again():
    kept = keep_upload(EBBA, [Sent("services.csv"), Sent("book.xlsx", b"PK")])
    found = upload_of(EBBA, kept.id)
    assert found.names == ("services.csv", "book.xlsx")
    assert found.files[0].path.read_bytes() == b"id\nS1\n"


def test_name_of_a_file_never_becomes_a_path(folder: Path):
    kept = keep_upload(EBBA, [Sent("../../../etc/passwd.csv")])
    assert kept.names == ("passwd.csv",)
    assert kept.files[0].path == folder / kept.id / "0.csv"


def test_nobody_else_may_read_them(folder: Path):
    kept = keep_upload(EBBA, [Sent("services.csv")])
    assert stat.S_IMODE((folder / kept.id).stat().st_mode) == 0o700
    with pytest.raises(UploadNotKept):
        upload_of(PETRI, kept.id)


@pytest.mark.parametrize("upload_id", ["", "..", "../uploads", "A" * 22, "x" * 500, "å" * 22])
def test_id_that_is_none_leads_nowhere(upload_id: str):
    keep_upload(EBBA, [Sent("services.csv")])
    with pytest.raises(UploadNotKept, match="no longer kept"):
        upload_of(EBBA, upload_id)


def test_no_other_folder_is_read_though_it_holds_files_of_hers(folder: Path):
    kept = keep_upload(EBBA, [Sent("services.csv")])
    (folder / kept.id).rename(folder / "elsewhere")
    with pytest.raises(UploadNotKept):
        upload_of(EBBA, "elsewhere")


def test_after_a_day_they_are_gone(folder: Path):
    kept = keep_upload(EBBA, [Sent("services.csv")])
    long_ago = time.time() - 25 * 3600
    os.utime(folder / kept.id, (long_ago, long_ago))
    with pytest.raises(UploadNotKept):
        upload_of(EBBA, kept.id)
    keep_upload(EBBA, [Sent("units.csv")])
    assert not (folder / kept.id).exists()


def test_forgotten_files_are_gone_at_once(folder: Path):
    kept = keep_upload(EBBA, [Sent("services.csv")])
    forget_upload(kept)
    forget_upload(kept)
    assert list(folder.iterdir()) == []


def test_what_is_not_sent_anew_is_taken_over():
    first = keep_upload(EBBA, [Sent("ledger.csv")], Sent("ledger.toml", b"old"))
    mended = keep_upload(EBBA, [Sent("ledger 2.csv")], before=first)
    mapped = keep_upload(EBBA, [], Sent("better.toml", b"new"), before=mended)
    assert mended.mapping is not None
    assert mended.mapping.path.read_bytes() == b"old"
    assert (mapped.names, mapped.mapping.name) == (("ledger 2.csv",), "better.toml")


@pytest.mark.parametrize(
    ("files", "mapping", "refusal", "told"),
    [
        ([], None, NoFileChosen, "No file was chosen"),
        ([Sent("services.csv", b"")], None, FileEmpty, "“services.csv” is empty"),
        ([Sent("photo.jpeg")], None, FileKindNotRead, "“photo.jpeg” is of a kind"),
        ([Sent("services.csv")], Sent("map.yaml"), FileKindNotRead, "one of .toml"),
    ],
)
def test_what_cannot_be_read_is_refused(files, mapping, refusal, told):
    with pytest.raises(refusal, match=told):
        keep_upload(EBBA, files, mapping)


def test_folder_that_cannot_be_written_is_said(folder: Path):
    folder.write_text("in the way")
    with pytest.raises(UploadNotStored, match="Nothing was changed"):
        keep_upload(EBBA, [Sent("services.csv")])


@pytest.mark.django_db
def test_only_what_was_seen_is_loaded_and_then_forgotten():
    kept = keep_upload(EBBA, [Sent("services.csv")])
    unseen = load_upload(EBBA, kept, "").report
    assert (unseen.is_other, unseen.loaded) == (True, False)
    seen = check_upload(EBBA, kept).report
    assert not seen.loaded
    assert load_upload(EBBA, kept, seen.digest).report.loaded
    with pytest.raises(UploadNotKept):
        upload_of(EBBA, kept.id)
