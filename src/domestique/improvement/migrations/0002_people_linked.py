"""Everything that names somebody links to her record."""

from django.db import migrations

from domestique.parties.migrations._people_linked import Named, people_linked

KINDS = {
    "improvement": Named(sometimes=("owner", "raised_by")),
    "inboxitem": Named(sometimes=("answered_by", "triaged_by")),
}


class Migration(migrations.Migration):
    dependencies = [("improvement", "0001_initial"), ("parties", "0005_people_linked")]

    operations = [
        *people_linked("improvement", KINDS),
    ]
