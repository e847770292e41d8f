"""Reading folders of CSV, and zips of such folders without unpacking them anywhere."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from domestique.exchange.files import archives
from domestique.exchange.files.sheets import read_sheets

SERVICES = b"id,name_en\nS01,ERP core\n"
GOALS = b"id,customer,goal\nG1,C04,Sell more\n"


def names(path: Path) -> list[str]:
    sheets, problems = read_sheets(path)
    assert problems == []
    return [sheet.name for sheet in sheets]


def reasons(path: Path) -> list[str]:
    return [str(problem.reason) for problem in read_sheets(path)[1]]


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_folder_gives_a_table_for_each_csv_file(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(SERVICES)
    (tmp_path / "Goals.TSV").write_bytes(GOALS.replace(b",", b"\t"))
    (tmp_path / "readme.txt").write_text("read me")
    (tmp_path / "._services.csv").write_bytes(b"\0\1")
    assert names(tmp_path) == ["goals", "services"]


def test_a_single_csv_file_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(SERVICES)
    assert names(tmp_path / "services.csv") == ["services"]


@pytest.mark.parametrize("folder", ["", "demo/"])
def test_a_zip_is_read_with_and_without_its_folder(tmp_path: Path, folder: str) -> None:
    files = {f"{folder}services.csv": SERVICES, f"{folder}goals.csv": GOALS}
    junk = {f"__MACOSX/{folder}._services.csv": b"\0", f"{folder}.goals.csv": b"\0"}
    path = zipped(tmp_path / "demo.zip", **files, **junk)
    assert names(path) == ["goals", "services"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_that_leads_out_of_a_zip_writes_nothing_there(tmp_path: Path) -> None:
    path = zipped(tmp_path / "evil.zip", **{"/goals.csv": GOALS, "../services.csv": SERVICES})
    (sheet,), _ = read_sheets(path)
    assert sheet.file == "goals.csv"
    assert not (tmp_path.parent / "services.csv").exists()


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 2**20)
    path = zipped(tmp_path / "bomb.zip", **{"services.csv": b"0" * (2**20 + 1)})
    assert path.stat().st_size < 5_000
    (reason,) = reasons(path)
    assert reason.startswith("Unpacked this would be 1 files of 1 megabytes together.")


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "lie.zip", **{"services.csv": b"id\n" + b"0" * 5_000})
    said, true = (1).to_bytes(4, "little"), (5_003).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, said))
    assert "services.csv in it cannot be unpacked" in reasons(path)[0]


def test_a_zip_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 1)
    path = zipped(tmp_path / "many.zip", **{"services.csv": SERVICES, "goals.csv": GOALS})
    assert "2 files" in reasons(path)[0]


@pytest.mark.parametrize("name", ["broken.zip", "broken.xlsx", "broken.ods"])
def test_a_damaged_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 and then nothing")
    assert "damaged or is not what its name says" in reasons(tmp_path / name)[0]


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "no CSV file in it"), ("absent", "nothing at this path"), ("x.pdf", "not read")],
)
def test_what_holds_no_table_is_refused(tmp_path: Path, name: str, said: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    if name == "x.pdf":
        (folder / name).write_bytes(b"%PDF")
    assert said in reasons(folder / name)[0]


def test_a_zip_without_tables_is_refused(tmp_path: Path) -> None:
    assert "no CSV file in it" in reasons(zipped(tmp_path / "x.zip", **{"a/b/c.csv": GOALS}))[0]


def test_the_same_table_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agreement_lines.csv").write_bytes(b"agreement,service\n")
    (tmp_path / "Agreement lines.csv").write_bytes(b"agreement,service\n")
    _, (problem,) = read_sheets(tmp_path)
    assert (problem.file, problem.table) == ("agreement_lines.csv", "agreement_lines")
    assert "there twice" in str(problem.reason)


def test_problems_of_all_files_come_together(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_bytes(b"")
    (tmp_path / "needs.csv").write_bytes(b"id\n1,2\n")
    (tmp_path / "services.csv").write_bytes(SERVICES)
    sheets, problems = read_sheets(tmp_path)
    assert [sheet.name for sheet in sheets] == ["needs", "services"]
    assert [(problem.file, problem.row) for problem in problems] == [
        ("goals.csv", None),
        ("needs.csv", 2),
    ]
