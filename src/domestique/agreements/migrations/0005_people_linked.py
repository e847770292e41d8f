"""Everything that names somebody links to her record."""

from django.db import migrations

from domestique.parties.migrations._people_linked import Named, people_linked

KINDS = {
    "agreement": Named(sometimes=("accepted_by", "ending_asked_by", "proposed_by")),
    "agreementline": Named(sometimes=("confirmed_by",)),
    "amendment": Named(sometimes=("proposed_by", "accepted_by")),
}


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0004_amendments"),
        ("parties", "0005_people_linked"),
    ]

    operations = [
        *people_linked("agreements", KINDS),
    ]
