"""What a customer considers doing is a column; what people wrote about it proposes it, once."""

import re

from django.db import migrations, models

CHOICES = [
    ("nothing", "nothing"), ("complain", "complain"), ("go around", "go around"), ("buy elsewhere", "buy elsewhere"),
    ("outsource", "outsource"), ("cut", "cut"),
]  # fmt: skip
WRITTEN = {
    "nothing": {"nothing", "inget", "ingenting", "mitään"},
    "complain": {"complain", "complaint", "klaga", "klagomål", "valittaa", "valitus"},
    "go around": {"around", "own", "shadow", "runt", "egen", "eget", "kiertää", "oma"},
    "buy elsewhere": {"saas", "buy", "buying", "elsewhere", "köpa", "ostaa"},
    "outsource": {"outsource", "outsourcing", "utkontraktera", "ulkoistaa"},
    "cut": {"cut", "cutting", "less", "fewer", "skära", "mindre", "vähentää"},
}


def propose(apps, editor):
    """Store what the words that stand say where they say one thing."""
    pulses = apps.get_model("satisfaction", "Pulse").objects.using(editor.connection.alias)
    for key, words in pulses.exclude(contemplating="").values_list("pk", "contemplating"):
        written = set(re.findall(r"\w+", words.casefold()))
        meant = [code for code, hints in WRITTEN.items() if written & hints]
        if len(meant) == 1:
            pulses.filter(pk=key).update(considers=meant[0])


class Migration(migrations.Migration):

    dependencies = [("satisfaction", "0004_verdict_by")]

    operations = [
        *(
            migrations.AddField(
                model_name=model,
                name="considers",
                field=models.CharField(blank=True, choices=CHOICES, max_length=13),
            )
            for model in ("pulse", "historicalpulse")
        ),
        migrations.RunPython(propose, migrations.RunPython.noop, elidable=True),
    ]
