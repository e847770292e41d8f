"""``domestique survey``: who would be invited, letters, what came back, the report."""

from __future__ import annotations

import pytest
from django.core import mail

from asking import answer, ask
from domestique.satisfaction.models import Survey
from domestique.site.mail import mail_settings

pytestmark = pytest.mark.usefixtures("demo", "db")


@pytest.fixture
def not_sent_yet(db):
    """The orderers' survey as if nothing of it had gone out from elsewhere."""
    Survey.objects.filter(pk="SV2").update(delivered=None)


def test_what_was_sent_from_elsewhere_is_refused():
    result = ask("survey", "send", "SV2", "--dry-run")
    assert result.exit_code == 1
    assert "nobody is asked a second time" in " ".join(result.stderr.split())


@pytest.mark.usefixtures("not_sent_yet")
def test_dry_run_tells_and_sends_nothing():
    result = ask("survey", "send", "SV2", "--dry-run")
    assert "30 would be invited." in result.stdout
    assert mail.outbox == []


def test_letters_go_to_the_addresses_of_a_file(tmp_path):
    file = tmp_path / "users.csv"
    file.write_text("a@norrhjul.example,fi\n\nb@norrhjul.example\n", encoding="utf-8")
    result = ask("survey", "send", "SV2", "--to", str(file), "--address", "https://it.example")
    assert "2 letters sent" in result.stdout
    assert "https://it.example/answer/" in mail.outbox[0].body
    assert "miten IT" in mail.outbox[0].body
    assert "invited already" in ask("survey", "send", "SV2", "--to", str(file)).stdout


def test_what_is_no_address_is_refused_with_its_line(tmp_path):
    file = tmp_path / "users.csv"
    file.write_text("Mira Falk\n", encoding="utf-8")
    result = ask("survey", "send", "SV2", "--to", str(file))
    assert result.exit_code == 1
    assert "Line 1" in result.stderr
    assert "“Mira Falk” is not an e-mail address" in result.stderr


@pytest.mark.usefixtures("not_sent_yet")
def test_bounced_letters_and_reminders():
    ask("survey", "send", "SV2")
    assert (
        "1 of 1 were invited"
        in ask("survey", "bounced", "SV2", "mira.falk@norrhjul.example").stdout
    )
    assert (
        "0 letters sent" in ask("survey", "remind", "SV2").stdout
    )  # sent today; nobody is pressed


def test_report_for_people_machines_and_paper(tmp_path):
    told = ask("survey", "report", "SV2").stdout
    assert "18 of 28 have answered: 64 %." in told
    assert "What was answered is shown after 4 Dec 2026" in told
    assert answer("survey", "report", "SV2")["questions"] == []
    told = answer("survey", "report", "SV0")
    assert (told["delivered"], len(told["questions"])) == (29, 4)
    ask("survey", "report", "SV2", str(tmp_path / "report.pdf"))
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_survey_that_is_not_there_is_refused():
    result = ask("survey", "report", "SV77")
    assert (result.exit_code, "There is no survey SV77" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("chosen", "backend", "host", "port", "tls", "ssl", "sender"),
    [
        ("smtp://a%40b.se:p%3Aw@mail.b.se", "smtp", "mail.b.se", 587, True, False, "a@b.se"),
        ("smtps://u:p@mail.b.se?from=it@b.se", "smtp", "mail.b.se", 465, False, True, "it@b.se"),
        ("smtp://localhost:25", "smtp", "localhost", 25, False, False, "domestique@localhost"),
        ("console", "console", "", 25, False, False, "domestique@localhost"),
        ("", "dummy", "", 25, False, False, "domestique@localhost"),
        ("post office", "dummy", "", 25, False, False, "domestique@localhost"),
    ],
)
def test_how_letters_are_sent(chosen, backend, host, port, tls, ssl, sender):
    mailer = mail_settings(chosen)
    assert mailer.backend == f"django.core.mail.backends.{backend}.EmailBackend"
    assert (mailer.host, mailer.port, mailer.uses_tls, mailer.uses_ssl) == (host, port, tls, ssl)
    assert mailer.sender == sender
