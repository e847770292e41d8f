"""What suppliers promise stands in contracts: those that were, and since when, follow from what was told twice before.

A supplier's row with terms was the contract ``<id>-1``. A service's supplier whose row did not carry it had one without
level or end, ``<id>-0``. The history of both is told anew as the history of the contracts.
"""

import sys
from collections import defaultdict
from itertools import groupby

import django.db.models.deletion
import simple_history.models
from django.db import migrations, models
from django.utils import timezone

import domestique.records.fields

OF_SUPPLIER = {
    "services": domestique.records.fields.IdListField(blank=True, default=list),
    "availability": domestique.records.fields.ExactDecimalField(blank=True, decimal_places=6, null=True),
    "contract_ends": models.DateField(blank=True, null=True),
    "notice_months": models.PositiveIntegerField(blank=True, null=True),
}
TERMS = tuple(OF_SUPPLIER)
WHEN = ("history_date", "history_user_id", "history_change_reason")
KINDS = ("SupplierContract", "HistoricalSupplierContract")
EMPTY = ([], None, None, None)
OF_CONTRACT = [
    ("services", domestique.records.fields.IdListField(blank=True, default=list)),
    ("availability", domestique.records.fields.ExactDecimalField(blank=True, decimal_places=6, null=True)),
    ("starts", models.DateField(blank=True, null=True)),
    ("ends", models.DateField(blank=True, null=True)),
    ("notice_months", models.PositiveIntegerField(blank=True, null=True)),
    ("price_per_year", domestique.records.fields.ExactDecimalField(blank=True, decimal_places=2, null=True)),
    ("currency", models.CharField(blank=True, max_length=3)),
    ("review_on", models.DateField(blank=True, null=True)),
]  # fmt: skip


class Told:
    """What was told of suppliers at a moment: their terms, and whom each service named."""

    def __init__(self):
        """Begin with nothing."""
        self.terms = {}
        self.supplier_of = {}
        self.named = defaultdict(set)

    def terms_of(self, supplier, *terms):
        """Take what a supplier's row says; return the suppliers for whom something changes."""
        self.terms[supplier] = terms
        return {supplier}

    def service(self, service, supplier):
        """Take whom a service names; return the suppliers for whom something changes."""
        before = self.supplier_of.get(service)
        self.named[before].discard(service)
        self.named[supplier].add(service)
        self.supplier_of[service] = supplier
        return {before, supplier} - {None}

    def contracts_of(self, supplier):
        """Yield the ids of a supplier's two contracts, and what each says; ``None`` if there is none."""
        terms = self.terms.get(supplier, EMPTY)
        yield f"{supplier}-1", terms if any(one not in (None, []) for one in terms) else None
        bare = sorted(self.named[supplier] - {*terms[0]})
        yield f"{supplier}-0", (bare, None, None, None) if bare else None


class Contracts:
    """The contracts that come of it, with their history."""

    def __init__(self, kind, stage):
        """Begin with none."""
        self.kind, self.stage = kind, stage
        self.now = {}
        self.history = []

    def follow(self, told, suppliers, **entered):
        """Enter what has changed for some suppliers."""
        for supplier in sorted(suppliers):
            for id_, said in told.contracts_of(supplier):
                before = self.now.get(id_)
                if said == (before and before[1]):
                    continue
                version = before[0] + (said is not None) if before else 1
                kind = "-" if said is None else "~" if before else "+"
                values = self.values(supplier, version, said or before[1])
                self.history.append(self.stage(id=id_, history_type=kind, **values, **entered))
                self.now[id_] = (version, said, supplier)
                if said is None:
                    del self.now[id_]

    def values(self, supplier, version, said):
        """Return the fields of a contract."""
        services, level, ends, notice = said
        return {
            "version": version,
            "supplier_id": supplier,
            "services": services,
            "availability": level,
            "ends": ends,
            "notice_months": notice,
        }

    def store(self, database):
        """Store the contracts there are, and their history."""
        self.kind.objects.using(database).bulk_create(
            [
                self.kind(id=id_, **self.values(supplier, version, said))
                for id_, (version, said, supplier) in self.now.items()
            ],
            batch_size=100,
        )
        self.stage.objects.using(database).bulk_create(self.history, batch_size=50)


def make_contracts(apps, schema_editor):
    """Make the contracts there are, and tell their history; what was told in one place only is reported."""
    database = schema_editor.connection.alias
    contracts, told = Contracts(*(apps.get_model("portfolio", one) for one in KINDS)), Told()
    for (date, user, reason), events in groupby(events_of(apps, database), key=lambda event: event[0]):
        touched = {one for _, _, take, values in events for one in getattr(told, take)(*values)}
        contracts.follow(
            told,
            touched,
            history_date=date,
            history_user_id=user or None,
            history_change_reason=reason or None,
        )
    told, everybody = as_it_stands(apps, database), {*told.terms, *told.named}
    contracts.follow(
        told,
        {*everybody, *told.terms, *told.named} - {None},
        history_date=timezone.now(),
        history_change_reason="Carried over from suppliers and services",
    )
    contracts.store(database)
    for id_, (_, said, supplier) in sorted(contracts.now.items()):
        if id_ == f"{supplier}-0":
            services = " ".join(said[0])
            sys.stderr.write(
                f"{services}: supplier {supplier} was named, but its row did not carry this; contract {id_} now does, "
                "without level or end.\n"
            )


def events_of(apps, database):
    """Return what was told of suppliers, in the order of time: when, by whom and why, and what."""
    suppliers = apps.get_model("parties", "HistoricalSupplier").objects.using(database).values_list(
        *WHEN, *("history_id", "history_type", "id"), *TERMS
    )
    services = apps.get_model("portfolio", "HistoricalService").objects.using(database).values_list(
        *WHEN, "history_id", "history_type", "id", "supplier_id"
    )
    events = [
        ((date, user or "", reason or ""), number, "terms_of", (id_, *(EMPTY if kind == "-" else terms)))
        for date, user, reason, number, kind, id_, *terms in suppliers.iterator()
    ]
    events += [
        ((date, user or "", reason or ""), number, "service", (id_, None if kind == "-" else supplier))
        for date, user, reason, number, kind, id_, supplier in services.iterator()
    ]
    return sorted(events, key=lambda event: event[:3])


def as_it_stands(apps, database):
    """Return what suppliers and services tell now."""
    told = Told()
    for supplier in apps.get_model("parties", "Supplier").objects.using(database).values_list("id", *TERMS):
        told.terms_of(*supplier)
    services = apps.get_model("portfolio", "Service").objects.using(database)
    for service in services.exclude(supplier=None).values_list("id", "supplier_id"):
        told.service(*service)
    return told


class KnownOfSuppliers(migrations.AddField):
    """A column of a supplier's row is there, even where her room took all its steps before carrying over broke off."""

    def state_forwards(self, app_label, state):  # noqa: ARG002 - Django's own signature
        """Say that it is there."""
        if self.name not in state.models["parties", self.model_name_lower].fields:
            super().state_forwards("parties", state)

    def database_forwards(self, *_):
        """Leave the table as it is."""


class TakenFromSuppliers(migrations.RemoveField):
    """A column of a supplier's row that contracts have taken the place of."""

    def state_forwards(self, app_label, state):  # noqa: ARG002 - Django's own signature
        """Say that it is gone."""
        super().state_forwards("parties", state)

    def database_forwards(self, app_label, *states):  # noqa: ARG002 - Django's own signature
        """Take it away."""
        super().database_forwards("parties", *states)


class Migration(migrations.Migration):
    dependencies = [
        ("parties", "0003_overruled_roles"),
        ("portfolio", "0002_purpose"),
    ]

    operations = [
        *(
            KnownOfSuppliers(model, name, field.clone())
            for model in ("historicalsupplier", "supplier")
            for name, field in OF_SUPPLIER.items()
        ),
        migrations.CreateModel(
            name="SupplierContract",
            fields=[
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("id", models.CharField(max_length=100, primary_key=True, serialize=False)),
                (
                    "supplier",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="parties.supplier",
                    ),
                ),
                *OF_CONTRACT,
            ],
            options={"ordering": ["id"], "abstract": False},
        ),
        migrations.CreateModel(
            name="HistoricalSupplierContract",
            fields=[
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("id", models.CharField(db_index=True, max_length=100)),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="parties.supplier",
                    ),
                ),
                *OF_CONTRACT,
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_user_id", models.CharField(blank=True, max_length=200, null=True)),
                ("history_change_reason", models.TextField(blank=True, null=True)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical supplier contract",
                "verbose_name_plural": "historical supplier contracts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(make_contracts, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField("historicalservice", "supplier"),
        migrations.RemoveField("service", "supplier"),
        *(
            TakenFromSuppliers(model, name)
            for model in ("historicalsupplier", "supplier")
            for name in OF_SUPPLIER
        ),
    ]
