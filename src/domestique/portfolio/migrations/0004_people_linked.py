"""Everything that names somebody links to her record."""

from django.db import migrations, models

from domestique.parties.migrations._people_linked import Named, people_linked

KINDS = {
    "service": Named(sometimes=("owner",)),
}


class Migration(migrations.Migration):
    dependencies = [("parties", "0005_people_linked"), ("portfolio", "0003_supplier_contracts")]

    operations = [
        migrations.AddField(
            model_name="historicalservice",
            name="owner_team",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=models.DO_NOTHING,
                related_name="+",
                to="parties.customerteam",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="owner_team",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=models.DO_NOTHING,
                related_name="+",
                to="parties.customerteam",
            ),
        ),
        *people_linked("portfolio", KINDS),
    ]
