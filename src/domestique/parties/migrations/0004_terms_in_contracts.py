"""What suppliers promise stands in their contracts, and no longer beside their names."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("parties", "0003_overruled_roles"),
        ("portfolio", "0003_supplier_contracts"),
    ]

    operations = [
        migrations.RemoveField(model, field)
        for model in ("historicalsupplier", "supplier")
        for field in ("availability", "contract_ends", "notice_months", "services")
    ]
