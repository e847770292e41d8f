"""What suppliers promise stands in their contracts: the step that makes these takes it from beside their names."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("parties", "0003_overruled_roles")]
