"""People get ids, which are their names where they had none, and everything that names them links to them."""

from django.db import migrations, models

from domestique.parties.migrations._people_linked import Named, people_linked
from domestique.records.fields import IdListField

KINDS = {
    "customer": Named(sometimes=("accepted_by", "person")),
    "customerteam": Named(
        sometimes=("customer_manager", "delivery_manager"), several=("service_owners",)
    ),
    "mandate": Named(always=("person",), sometimes=("delegated_by",)),
    "orderer": Named(sometimes=("person",)),
    "roleinit": Named(always=("person",)),
    "teammember": Named(always=("person",)),
    "unit": Named(sometimes=("head",)),
}


SIDES = [("business", "business"), ("it", "it"), ("supplier", "supplier")]
NEW = {
    "telephone": models.CharField(blank=True, max_length=200),
    "other_emails": IdListField(blank=True, default=list),
    "side": models.CharField(blank=True, choices=SIDES, max_length=10),
    "unit": models.ForeignKey(
        "parties.unit",
        models.DO_NOTHING,
        blank=True,
        null=True,
        db_constraint=False,
        related_name="+",
    ),
    "starts": models.DateField(blank=True, null=True),
    "ends": models.DateField(blank=True, null=True),
}


def ids_are_names(apps, editor):
    """Until now a name was one person's."""
    for kind in ("Person", "HistoricalPerson"):
        people = apps.get_model("parties", kind).objects.using(editor.connection.alias)
        people.update(id=models.F("name"))


class Migration(migrations.Migration):
    dependencies = [("parties", "0004_terms_in_contracts")]

    operations = [
        migrations.AlterModelOptions(
            "person", {"ordering": ["name", "id"], "verbose_name_plural": "people"}
        ),
        migrations.RemoveConstraint("person", "one_person_per_name"),
        migrations.AlterField(
            "historicalperson", "id", models.CharField(blank=True, db_index=True, max_length=200)
        ),
        migrations.AlterField(
            "person", "id", models.CharField(blank=True, max_length=200, primary_key=True, serialize=False)
        ),
        migrations.RunPython(ids_are_names, migrations.RunPython.noop),
        *(
            migrations.AddField(model, name, field.clone())
            for model in ("person", "historicalperson")
            for name, field in NEW.items()
        ),
        *people_linked("parties", KINDS),
    ]
