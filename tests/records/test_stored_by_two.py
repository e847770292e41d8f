"""Two processes on one database: after one has written, neither shows an older figure, nor does one that starts then."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from own_databases import own_database, run, surroundings

__all__ = ["own_database"]

LOAD_DEMO = """
import django; django.setup()
from domestique.exchange.loading import load_demo
from domestique.records.viewer import Viewer
assert load_demo(viewer=Viewer("Ebba")).loaded
"""
# Tells what it shows, and what a reckoning from nothing comes to; then how many answers it took from files.
ACTOR = """
import hashlib, sys
from datetime import date
import django; django.setup()
from django.db import transaction
from domestique.answers.today.today import today_for
from domestique.delivery.models import Outage
from domestique.findings.queries import findings_counted
from domestique.parties.models import Customer, Person
from domestique.portfolio.models import Service
from domestique.records.memory import remembering, stored
from domestique.records.viewer import Viewer
from domestique.satisfaction.models import Pulse
remembering.WORTH_SECONDS = stored.PAUSE_SECONDS = 0
DAY, VIEWER, taken = date(2026, 11, 21), Viewer("Ebba"), []
load = stored._Values.load
stored._Values.load = lambda self: taken.append(1) or load(self)
write = stored.values_written
def written(answer):
    as_bytes = write(answer)
    load(stored._Values(stored.BytesIO(as_bytes)))  # what is written can be read
    return as_bytes
stored.values_written = written
def told():
    shown = repr((today_for(VIEWER, DAY), findings_counted(VIEWER, DAY)))
    return hashlib.sha256(shown.encode()).hexdigest()
def rename(number):
    service = Service.objects.order_by("id")[0]
    owner, _ = Person.objects.get_or_create(id=f"Owner {number}", name=f"Owner {number}")
    service.name_en, service.owner = f"Named {number}", owner.id
    service.save()
def feel(number):
    customer = Customer.objects.order_by("id")[0]
    person, _ = Person.objects.get_or_create(id=f"P{number}", name=f"P{number}")
    Pulse.objects.create(customer=customer, date=DAY, face="negative", person=person.id)
def fail(number):
    service = Service.objects.order_by("id")[0]
    Outage.objects.create(id=f"X{number}", service=service, starts="2026-10-20 10:00", ends="2026-10-20 23:00")
for line in sys.stdin:
    deed, number = line.split()
    if deed != "look":
        globals()[deed](number)
    shown = told()
    with transaction.atomic():
        fresh = told()
    print(shown, fresh, len(taken), flush=True)
"""


def actor(database: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ACTOR],
        env={**surroundings(database), "XDG_DATA_HOME": str(folder), "PYTHONHASHSEED": "0"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def asked(one: subprocess.Popen[str], deed: str, number: int) -> list[str]:
    assert one.stdin is not None
    assert one.stdout is not None
    one.stdin.write(f"{deed} {number}\n")
    one.stdin.flush()
    return one.stdout.readline().split()


def test_no_process_shows_what_another_has_changed(own_database: str, tmp_path: Path) -> None:
    run(own_database, LOAD_DEMO).check_returncode()
    both = [actor(own_database, tmp_path), actor(own_database, tmp_path)]
    choice, every = random.Random(8), set()
    for number in range(8):
        deed = choice.choice(("rename", "feel", "fail"))
        writer, reader = choice.sample(both, 2)
        shown, fresh, _ = asked(writer, deed, number)
        assert shown == fresh
        assert asked(reader, "look", 0)[:2] == [fresh, fresh]
        every.add(shown)
    assert len(every) > 3
    assert all(int(asked(one, "look", 0)[2]) for one in both)
    later = actor(own_database, tmp_path)
    shown, fresh, taken = asked(later, "look", 0)
    for one in (*both, later):
        one.communicate()
    assert (shown, fresh, int(taken) > 0) == (fresh, fresh, True)
