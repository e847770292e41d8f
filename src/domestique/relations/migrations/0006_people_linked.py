"""Everything that names somebody links to her record."""

from django.db import migrations

from domestique.parties.migrations._people_linked import Named, people_linked

KINDS = {
    "decision": Named(always=("decided_by",), sometimes=("told_back_by",), several=("told_to",)),
    "escalation": Named(always=("raised_by",)),
    "meeting": Named(sometimes=("chair",), several=("participants",)),
    "meetingitem": Named(sometimes=("owner",)),
    "needstep": Named(always=("person",)),
    "preparation": Named(sometimes=("prepared_by",)),
    "promise": Named(always=("given_by",), sometimes=("given_to",)),
    "requirement": Named(sometimes=("established_by",)),
    "contact": Named(several=("our_people", "their_people")),
}


class Migration(migrations.Migration):
    dependencies = [("parties", "0005_people_linked"), ("relations", "0005_need_asks_for")]

    operations = [
        *people_linked("relations", KINDS),
    ]
