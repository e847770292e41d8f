"""Answer a survey by many people at once: eight clients, every link, some of them twice and some by all at the same moment.

    python -m bench.survey                       # 10,000 invitations
    python -m bench.survey --invitations 2000    # what the tests do

Each client is a process of its own that sends the whole form through the whole product, as a browser would, on the same
database: a SQLite file, or what ``DOMESTIQUE_DATABASE`` names (it must be empty and is left as it is afterwards). The links are
shuffled, a tenth of them is tried again by another client (a forwarded letter), and a hundredth is tried by all
clients at once. Then the answers are counted in the database, past Django's own idea of them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from multiprocessing import get_context

CLIENTS = 8
GIVEN = {"q1": "4", "q2": "9", "q3": "positive", "q4": "Small steps"}


def set_up() -> None:
    """Prepare Django, and the database's tables."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "domestique.site.settings")
    django.setup()
    from domestique.cli.preparing import prepare_database

    prepare_database()


def invite_many(count: int) -> list[str]:
    """Make a survey of four questions and so many invitations; return the secrets of their links."""
    from domestique.access.link_secret import hash_of, new_secret
    from domestique.satisfaction.models import Invitation, Survey, SurveyQuestion

    today = date.today()  # noqa: DTZ011 - the calendar's own, as the pages read it
    Survey(
        id="BENCH", name="Bench", role="user", opens_on=today, closes_on=today + timedelta(days=1)
    ).save()
    for number, kind in enumerate(("csat", "nps", "face", "words"), 1):
        SurveyQuestion(
            survey_id="BENCH", number=number, kind=kind, text_en=f"Question {number}?"
        ).save()
    secrets = [new_secret() for _ in range(count)]
    Invitation.objects.bulk_create(
        (
            Invitation(
                survey_id="BENCH",
                person=f"Person {number}",
                email=f"person{number}@norrhjul.example",
                secret_hash=hash_of(secret),
                sent_on=today,
            )
            for number, secret in enumerate(secrets)
        ),
        batch_size=1000,
    )
    return secrets


def shared_out(secrets: list[str], clients: int) -> list[list[str]]:
    """Give every link to one client, a tenth to another one too, and a hundredth to all."""
    chance = random.Random(20261121)
    work: list[list[str]] = [[] for _ in range(clients)]
    for number, secret in enumerate(secrets):
        work[number % clients].append(secret)
        if number % 10 == 3:
            work[(number + 1) % clients].append(secret)
    for one in work:
        chance.shuffle(one)
    everybody = secrets[::100]
    return [[*everybody, *one] for one in work]


def answer_all(secrets: list[str]) -> dict[int, int]:
    """Be one client: send the form of every link, and count by status what came of it."""
    from django.db import connection
    from django.test import Client

    connection.close()  # what was opened before the fork belongs to the other process
    browser, seen = Client(enforce_csrf_checks=True), Counter[int]()
    for secret in secrets:
        seen[browser.post(f"/answer/{secret}/", GIVEN).status_code] += 1
    return dict(seen)


def run(count: int, clients: int = CLIENTS) -> dict[str, int | float]:
    """Let all clients answer at the same time; return what was counted."""
    set_up()
    from django.db import connection

    work = shared_out(invite_many(count), clients)
    answer_all(["not-a-link"])  # the pages are read in once, not by every client for itself
    connection.close()
    began = time.perf_counter()
    told = Counter[int]()
    with get_context("fork").Pool(clients) as pool:
        for seen in pool.imap_unordered(answer_all, work, chunksize=1):
            told.update(seen)
    seconds = round(time.perf_counter() - began, 1)
    return {"seconds": seconds, "tried": sum(map(len, work)), **counted(told)}


def counted(told: Counter[int]) -> dict[str, int]:
    """Count sheets and answers in the database, and what the clients were told."""
    from django.db import connection

    def ask(query: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return int(cursor.fetchone()[0])

    return {
        "invitations": ask("SELECT count(*) FROM satisfaction_invitation"),
        "used": ask("SELECT count(*) FROM satisfaction_invitation WHERE is_answered"),
        "sheets": ask("SELECT count(DISTINCT sheet) FROM satisfaction_surveyanswer"),
        "answers": ask("SELECT count(*) FROM satisfaction_surveyanswer"),
        "taken": told[200],
        "refused": told[410],
        "failed": sum(count for status, count in told.items() if status not in (200, 410)),
    }


def main() -> None:
    """Read what is asked, run it on a database of its own unless one is named, and print what was counted."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    reader.add_argument("--invitations", type=int, default=10_000)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DOMESTIQUE_DATABASE", f"{folder}/survey.sqlite3")
        found = run(asked.invitations)
    print(json.dumps(found))
    whole = found["invitations"]
    right = (found["used"], found["sheets"], found["taken"], found["answers"]) == (
        whole,
        whole,
        whole,
        4 * whole,
    )
    sys.exit(0 if right and not found["failed"] else 1)


if __name__ == "__main__":
    main()
