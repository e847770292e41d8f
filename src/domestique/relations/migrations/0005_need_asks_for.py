"""What a need asks for is a column; the words its note used for a new service propose it, once."""

from django.db import migrations, models

CHOICES = [
    ("use", "use"), ("order", "order"), ("change", "change"), ("new service", "new service"), ("level", "level"),
    ("price", "price"),
]  # fmt: skip
SAYS_NEW = ("new service", "candidate product", "no service covers")


def propose(apps, editor):
    """Store what the three phrases, read until now, say of the needs that stand."""
    needs = apps.get_model("relations", "Need").objects.using(editor.connection.alias)
    for words in SAYS_NEW:
        needs.filter(note__icontains=words).update(asks_for="new service")


class Migration(migrations.Migration):

    dependencies = [("relations", "0004_proposed_step")]

    operations = [
        *(
            migrations.AddField(
                model_name=model,
                name="asks_for",
                field=models.CharField(blank=True, choices=CHOICES, max_length=12),
            )
            for model in ("need", "historicalneed")
        ),
        migrations.RunPython(propose, migrations.RunPython.noop, elidable=True),
    ]
