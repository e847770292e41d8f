"""Everything that names somebody links to her record."""

from django.db import migrations

from domestique.parties.migrations._people_linked import Named, people_linked

KINDS = {
    "alternative": Named(sometimes=("heard_by",)),
    "complaint": Named(sometimes=("acknowledged_by", "person", "verdict_by")),
    "pulse": Named(sometimes=("noted_by", "person")),
    "surveyanswer": Named(sometimes=("person",)),
    "valuescore": Named(always=("scored_by",)),
}


class Migration(migrations.Migration):
    dependencies = [("parties", "0005_people_linked"), ("satisfaction", "0006_time_of_pulses")]

    operations = [
        *people_linked("satisfaction", KINDS),
    ]
