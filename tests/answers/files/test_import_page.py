"""Loading in the browser: choose, see what would change and what is wrong where, load exactly that, look back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from domestique.answers.files import import_page as importing
from domestique.exchange.models import LoadRun
from domestique.exchange.sent import uploads
from domestique.portfolio.models import Service

pytestmark = pytest.mark.django_db

SERVICES = "id,name_en,owner\nS1,Web shop,Noor Rahimi\nS2,Payroll,Mats Ullén\n"
WRONG = "id,name_en,kind,rto_minutes\nS1,Web shop,facing,240\nS2,Payroll,supporting,soon\n"
MAPPING = '[[table]]\nfill = "services"\nfrom = "ledger"\n[table.columns]\nid = "Application"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(uploads, "uploads_folder", lambda: tmp_path / "uploads")
    return tmp_path / "uploads"


def sent(name: str, text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


@pytest.fixture
def send(client: Client):
    """Send a form and return the page it leads to, parsed."""

    def post(status: int = 200, **fields: object) -> BeautifulSoup:
        response = client.post("/import/", fields, follow=True)
        assert response.status_code == status, response.content[:300]
        return BeautifulSoup(response.content, "html.parser")

    return post


def load_it(page: BeautifulSoup, send, **typed: object) -> BeautifulSoup:
    """Press “Load it” on a page that shows what would change."""
    fields = {
        name: page.find("input", attrs={"name": name})["value"] for name in ("upload", "seen")
    }
    return send(**{**fields, **typed})


def cells(page: BeautifulSoup, caption: str) -> list[list[str]]:
    table = page.find(lambda tag: tag.name == "table" and caption in (tag.caption or tag).text)
    return [
        [cell.text.strip() for cell in row.find_all(["th", "td"])]
        for row in table.tbody.find_all("tr")
    ]


def test_empty_database_begins_with_the_template(read):
    page = read("/import/")
    assert page.h1.text == "Bring your tables. You see what they change before they do."
    assert page.find("a", href="/import/template.xlsx")
    assert page.find("input", id="files").has_attr("multiple")


def test_what_would_change_is_shown_and_nothing_is_changed(send):
    page = send(files=sent("services.csv", SERVICES))
    assert page.h1.text == "services.csv would add 2 rows."
    assert cells(page, "What would become of the rows") == [["services", "2", "0", "0", "0"]]
    assert [key.text for key in page.select(".keys li")] == ["S1", "S2"]
    assert Service.objects.count() == 0


def test_load_it_loads_and_leads_to_what_was_changed(send, folder):
    page = load_it(send(files=sent("services.csv", SERVICES)), send, why="The first two")
    assert page.h1.text == "services.csv added 2 rows."
    assert "in the browser" in page.text
    assert page.q.text == "The first two"
    assert page.select_one(".keys a")["href"] == "/records/services/S1/"
    assert Service.history.first().history_change_reason == "The first two"
    assert list(folder.iterdir()) == []


def test_changes_are_told_field_by_field_before_and_after(send):
    load_it(send(files=sent("services.csv", SERVICES)), send)
    page = send(files=sent("services.csv", "id,owner\nS1,\nS2,Gustav Hjort\n"))
    told = [["S1", "owner", "Noor Rahimi", "empty"], ["S2", "owner", "Mats Ullén", "Gustav Hjort"]]
    assert page.h1.text == "services.csv would change 2 rows."
    assert cells(page, "services") == told
    assert cells(load_it(page, send), "services") == told


def test_wrong_cells_are_marked_where_they_stand(send):
    page = send(files=sent("services.csv", WRONG))
    assert page.h1.text == "2 things must be mended before services.csv can be loaded."
    assert [mark.text.split(": ")[1] for mark in page.select(".wrong mark")] == ["facing", "soon"]
    rows = [row.th.text for row in page.select(".wrong tbody tr") if row.th]
    assert rows == ["2", "3"]
    assert "“facing” is not one of customer-facing, supporting" in page.select(".remarks")[0].text
    assert page.find("button", string="Load it") is None


def test_several_csv_files_are_one_folder(send):
    plans = "customer,service,year,units\nC1,S1,2026,40\n"
    files = [sent("services.csv", SERVICES), sent("planned_consumption.csv", plans)]
    page = send(files=files)
    assert page.h1.text == "services.csv and 1 more file would add 3 rows."
    assert "customers is not loaded yet" in page.text
    load_it(page, send)
    assert LoadRun.objects.get().files == ["services.csv", "planned_consumption.csv"]


def test_zip_is_read_and_never_unpacked(send, folder):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../services.csv", SERVICES)
        archive.writestr("tables/units.csv", "id,name\nU1,Retail\n")
    page = send(files=sent("all.zip", packed.getvalue()))
    assert "all.zip would add" in page.h1.text
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {"0.zip", "list.json"}


def test_template_filled_in_is_loaded(client, send):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(client.get("/import/template.xlsx").content))
    book["customers"].append(["C1", "Retail", "Samira Haddad", "accepted"])
    book["services"].append(["S1", "Web shop", "customer-facing", "order"])
    book["planned_consumption"].append(["C1", "S1", 2026, 40])
    filled = io.BytesIO()
    book.save(filled)
    page = send(files=sent("picture.xlsx", filled.getvalue()))
    assert page.h1.text == "picture.xlsx would add 3 rows."
    assert page.find(string=lambda text: "units is not loaded yet" in text)


def test_mapping_beside_the_file_reads_someone_elses_sheet(send):
    ledger = sent("ledger.csv", "Application,Cost\nshop,12\n")
    page = send(files=ledger, mapping=sent("ours.toml", MAPPING))
    assert page.h1.text == "ledger.csv would add 1 row."
    assert "Read through the mapping ours.toml." in page.text
    load_it(page, send)
    assert (LoadRun.objects.get().mapping, Service.objects.get().pk) == ("ours.toml", "shop")


def test_wrong_mapping_is_told_by_its_own_name_and_mended_alone(send):
    ledger = sent("ledger.csv", "App,Cost\nshop,12\n")
    page = send(files=ledger, mapping=sent("ours.toml", MAPPING))
    assert page.select_one(".wrong h3").text.split() == ["services", "ours.toml"]
    kept = page.find("input", attrs={"name": "upload"})["value"]
    mended = sent("ours.toml", MAPPING.replace("Application", "App"))
    assert send(upload=kept, mapping=mended).h1.text == "ledger.csv would add 1 row."


def test_changed_meanwhile_is_said_and_shown_anew(send):
    page = send(files=sent("services.csv", SERVICES))
    Service.objects.create(id="S1", name_en="Web shop", owner="Ilmari Vesterinen")
    again = load_it(page, lambda **fields: send(status=409, **fields), why="October")
    assert "Something has changed since you looked" in again.find(role="alert").text
    assert again.h1.text == "services.csv would add 1 and change 1 rows."
    assert again.find("input", id="why")["value"] == "October"
    assert load_it(again, send).h1.text == "services.csv added 1 and changed 1 rows."


def test_loading_the_same_again_says_that_nothing_changes(send):
    load_it(send(files=sent("services.csv", SERVICES)), send)
    page = send(files=sent("services.csv", SERVICES))
    assert page.h1.text == "services.csv would change nothing: all of it is loaded already."


def test_second_press_of_load_it_finds_the_files_gone(send):
    page = send(files=sent("services.csv", SERVICES))
    load_it(page, send)
    gone = load_it(page, lambda **fields: send(status=410, **fields))
    assert "no longer kept: they have been loaded" in gone.find(role="alert").text


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (None, "No file was chosen"),
        (sent("services.csv", ""), "“services.csv” is empty"),
        (sent("photo.jpeg", "x"), "“photo.jpeg” is of a kind that is not read"),
    ],
)
def test_what_cannot_be_taken_gets_a_sentence(send, files, told):
    page = send(status=400, **({"files": files} if files else {}))
    assert told in page.find(role="alert").text
    assert page.find("input", id="files")


def test_file_that_is_no_workbook_gets_a_sentence(send):
    page = send(files=sent("book.xlsx", "this is no workbook"))
    assert "This file is damaged or is not what its name says" in page.select_one(".wrong").text
    assert page.select_one(".wrong h3").text == "book.xlsx"


def test_too_large_is_refused_before_it_is_read(send, monkeypatch):
    monkeypatch.setattr(importing, "MOST_BYTES", 100)
    page = send(status=400, files=sent("services.csv", SERVICES))
    assert "megabytes together" in page.find(role="alert").text


def test_broken_upload_gets_a_sentence(client):
    response = client.post("/import/", b"nonsense", content_type="multipart/form-data; boundary=x")
    assert response.status_code == 400
    broken = client.post("/import/", b"x", content_type="multipart/form-data")
    assert (broken.status_code, b"did not arrive whole" in broken.content) == (400, True)


def test_expired_upload_gets_a_sentence(read):
    page = read("/import/?upload=AAAAAAAAAAAAAAAAAAAAAA", status=410)
    assert "no longer kept" in page.find(role="alert").text


def test_form_of_another_site_is_refused():
    stranger = Client(enforce_csrf_checks=True)
    response = stranger.post("/import/", {"files": sent("services.csv", SERVICES)})
    assert response.status_code == 403


def test_last_loads_are_listed_the_newest_first(send, read):
    load_it(send(files=sent("services.csv", SERVICES)), send)
    load_it(send(files=sent("services.csv", "id\nS3\n")), send)
    page = read("/import/")
    assert page.h1.text.startswith("The picture was last loaded on ")
    rows = cells(page, "Last loads")
    assert [row[3] for row in rows] == ["1", "2"]


def test_load_that_never_was_gets_a_sentence(read):
    assert read("/import/runs/77/", status=404).h1.text == "There was no load 77."
    assert read("/import/runs/last/", status=404)


def test_everything_is_downloaded_as_a_workbook(client, demo):
    response = client.get("/export.xlsx")
    assert response.content[:2] == b"PK"
    assert response["Content-Disposition"] == 'attachment; filename="domestique-2026-11-21.xlsx"'
