"""Lists: asked, paged, sorted, kept as views, downloaded, and refused in sentences that keep what was typed."""

from __future__ import annotations

import pytest

from domestique.lists.models import SavedView

pytestmark = pytest.mark.usefixtures("demo", "db")


def keys(page) -> list[str]:
    return [row.th.text.strip() for row in page.select(".listed tbody tr")]


def test_list_tells_how_many_rows_there_are(read):
    assert read("/lists/services/").h1.text == "services has 40 rows."
    assert read("/lists/services/?where=kind:is:supporting").h1.text.endswith(
        "of 40 rows in services are as you ask."
    )


def test_links_are_shown_by_name_and_lead_to_their_pages(read):
    page = read("/lists/needs/?q=N12")
    (row,) = page.select(".listed tbody tr")
    assert row.find("a", href="/customers/C04/").text.endswith("C04")
    assert row.find("a", href="/customers/C04/").text != "C04"
    assert row.find("a", href="/services/S18/")


def test_what_is_not_known_is_said_so(read):
    row = read("/lists/units/?where=parent:unknown:&rows=20").select_one(".listed tbody tr")
    assert row.find("td", attrs={"data-is": "parent"}).text == "not known"


def test_picked_columns_are_shown_and_the_heads_sort(read):
    page = read("/lists/services/?show=owner&sort=owner")
    heads = [head.text.strip() for head in page.select(".listed thead th a")]
    assert heads == ["id", "owner ▲"]
    assert page.select_one("[aria-sort=ascending] a")["href"].endswith("sort=-owner")


def test_what_is_typed_becomes_an_address(client):
    typed = {
        "q": "",
        "sort": "",
        "rows": "50",
        "column": ["state", "rto_minutes", ""],
        "operator": ["is", "between", "is"],
        "value": ["live", "60", ""],
        "until": ["", "240", ""],
    }
    response = client.get("/lists/services/", typed)
    assert response.status_code == 302
    assert response["Location"] == "?where=state%3Ais%3Alive&where=rto_minutes%3Abetween%3A60..240"
    dropped = client.get("/lists/services/", {**typed, "drop": "0"})
    assert dropped["Location"] == "?where=rto_minutes%3Abetween%3A60..240"


def test_another_condition_is_added_by_asking(read, client):
    typed = {"column": "state", "operator": "is", "value": "live", "until": "", "more": "1"}
    location = client.get("/lists/services/", typed)["Location"]
    page = read(f"/lists/services/{location}")
    assert len(page.select(".ask select[name=column]")) == 3


def test_pages_turn_and_keep_what_was_asked(read):
    page = read("/lists/actual_consumption/?where=month:at-most:2026-06&rows=20&page=3")
    assert "41 to 60 of" in page.select_one(".pages").text
    assert (
        page.find("a", rel="next")["href"]
        == "/lists/actual_consumption/?where=month%3Aat-most%3A2026-06&rows=20&page=4"
    )


@pytest.mark.parametrize(
    ("query", "told", "kept"),
    [
        ("where=impact_level:is:9", "9 is out of range", ("value", "9")),
        ("where=owner:is:", "Write the value owner is held against", ("column", "owner")),
        ("where=colour:is:red", "There is no column “colour” in services", ("column", "colour")),
        ("where=kind:soon:x", "“soon” cannot be asked of kind", ("value", "x")),
        ("sort=bar", "There is no column “bar”", ("sort", "bar")),
        ("show=colour", "There is no column “colour”", ("q", "")),
        ("rows=7&q=shop", "“7” rows to a page are not offered", ("rows", "7")),
        ("page=abc&q=shop", "“abc” is not a whole number", ("q", "shop")),
        ("page=0", "“0” is not a whole number", ("q", "")),
    ],
)
def test_nonsense_gets_a_sentence_and_stays(read, query, told, kept):
    page = read(f"/lists/services/?{query}", status=400)
    assert any(told in alert.text for alert in page.find_all(role="alert"))
    field = page.find("form", class_="ask").find(attrs={"name": kept[0]})
    typed = field.get("value") or (field.find("option", selected=True) or field).text
    assert typed.strip() == kept[1]


def test_no_row_and_no_table_are_told_apart(read):
    assert "No row is as you ask" in read("/lists/services/?q=zeppelin").text
    assert len(read("/lists/zeppelins/", status=404).h1.text.split()) > 4


def test_table_that_is_not_loaded_offers_to_enter_a_row(read):
    SavedView.objects.all().delete()
    from domestique.relations.models import Need

    Need.objects.all().delete()
    page = read("/lists/needs/")
    assert "not loaded yet" in page.text
    assert page.find("a", href="/edit/needs/new/")


def test_download_holds_the_rows_and_columns_of_the_list(client):
    response = client.get("/lists/services/export.csv?where=id:is:S03&show=owner")
    assert response.content.decode() == "id,owner\nS03,Noor Rahimi\n"
    assert "services.csv" in response["Content-Disposition"]


def test_download_of_nonsense_is_answered_on_the_list(read):
    assert read("/lists/services/export.xlsx?sort=bar", status=400).find(role="alert")
    assert "xlsx or csv" in read("/lists/services/export.pdf", status=404).h1.text


def test_old_addresses_of_tables_lead_to_lists(client):
    response = client.get("/records/services/?page=1")
    assert (response.status_code, response["Location"]) == (302, "/lists/services/?page=1")


def test_view_is_kept_counted_and_forgotten(client, read):
    sent = {"query": "where=kind%3Ais%3Asupporting", "name": "Beneath", "shared": "1"}
    response = client.post("/lists/services/views/", sent)
    page = read(response["Location"])
    current = page.select_one(".views [aria-current]")
    assert current.find(string=True) == "Beneath"
    assert current.em.text in page.h1.text
    view = SavedView.objects.get()
    client.post(f"/lists/services/views/{view.pk}/")
    assert not SavedView.objects.exists()


def test_view_without_a_name_is_refused_and_the_list_stays(client):
    sent = {"query": "where=kind%3Ais%3Asupporting", "name": " ", "shared": "1"}
    response = client.post("/lists/services/views/", sent)
    assert response.status_code == 400
    assert b"A view needs a name" in response.content
    assert b"where=kind%3Ais%3Asupporting" in response.content


def test_views_of_others_cannot_be_forgotten(client):
    view = SavedView.objects.create(table="services", name="Hers", person="Ebba", is_shared=True)
    assert client.post(f"/lists/services/views/{view.pk}/").status_code == 404
    assert SavedView.objects.exists()
