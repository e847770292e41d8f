"""A log-in is a person's, by her id; who had one and no record gets one."""

from django.db import migrations

from domestique.parties.migrations._people_linked import enter_people
from domestique.records.fields import PersonField, PersonIsThere


def enter(apps, editor):
    """Enter who logs in and is named nowhere else."""
    accounts = apps.get_model("access", "Account").objects.using(editor.connection.alias)
    enter_people(apps, editor, {*accounts.values_list("name", flat=True)})


class Migration(migrations.Migration):

    dependencies = [
        ("access", "0002_calendar_address"),
        ("parties", "0005_people_linked"),
    ]

    operations = [
        migrations.RunPython(enter, migrations.RunPython.noop),
        migrations.RenameField("account", "name", "person"),
        migrations.AlterField("account", "person", PersonField(unique=True)),
        migrations.AlterModelOptions("account", {"ordering": ["person"]}),
        migrations.AddConstraint(
            "account", PersonIsThere(field="person", name="access_account_person_there")
        ),
    ]
