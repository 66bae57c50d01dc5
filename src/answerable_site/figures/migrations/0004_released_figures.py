"""Results, protected and released figures, and the ledger of what was ever released. On PostgreSQL
the wall keeps what holds hidden counts from whoever does not work with figures of the force. An
entry of the ledger is never changed or deleted, on both databases."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

OWN = "casework_is_product() OR force_id = ANY (ARRAY(SELECT figures_forces()))"
WALLED = ("results", "protectedfigures", "ledgerentry")
STATES = [(one, one) for one in ("waiting", "making", "made", "refused")]
SQLITE = tuple(
    f"""
    CREATE TRIGGER figures_ledger_no_{verb} BEFORE {verb} ON figures_ledgerentry
    BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END
    """
    for verb in ("update", "delete")
)
POSTGRESQL = (
    *(
        statement
        for table in WALLED
        for statement in (
            f"ALTER TABLE figures_{table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY figures_wall ON figures_{table} USING ({OWN})",
        )
    ),
    """
    CREATE FUNCTION figures_ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the ledger is never changed'; END $$
    """,
    """
    CREATE TRIGGER figures_ledger_no_change BEFORE UPDATE OR DELETE ON figures_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION figures_ledger_refuse()
    """,
)
SQLITE_BEFORE = tuple(f"DROP TRIGGER figures_ledger_no_{verb}" for verb in ("update", "delete"))
POSTGRESQL_BEFORE = (
    "DROP TRIGGER figures_ledger_no_change ON figures_ledgerentry",
    "DROP FUNCTION figures_ledger_refuse()",
    *(f"DROP POLICY figures_wall ON figures_{table}" for table in WALLED),
)
BUILD = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
REMOVE = {"sqlite": SQLITE_BEFORE, "postgresql": POSTGRESQL_BEFORE}


def build(_apps, schema_editor):
    for statement in BUILD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove(_apps, schema_editor):
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def points(to, **how):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **how)


def person(**how):
    return points(settings.AUTH_USER_MODEL, related_name="+", **how)


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def work():
    """The fields that everything has which is done in the background."""
    return [
        ("id", key()),
        ("state", models.CharField(choices=STATES, max_length=10)),
        ("asked_at", models.DateTimeField()),
        ("last_sign_at", models.DateTimeField()),
        ("ended_at", models.DateTimeField(null=True)),
        ("refusal", models.TextField(blank=True)),
        ("asked_by", person()),
        ("force", points("people.organisation", related_name="+")),
    ]


def once_made(name):
    return models.CheckConstraint(
        condition=Q(state="made", content__isnull=False)
        | ~Q(state="made") & Q(content__isnull=True),
        name=name,
    )


class Migration(migrations.Migration):
    dependencies = [("figures", "0003_replanning")]

    operations = [
        migrations.CreateModel(
            name="Results",
            fields=[
                *work(),
                ("questions", models.JSONField()),
                ("content", models.BinaryField(null=True)),
                ("cut", points("figures.datacut", related_name="results")),
            ],
            options={
                "ordering": ("-asked_at", "-pk"),
                "constraints": [once_made("figures_results_are_there_once_made")],
            },
        ),
        migrations.CreateModel(
            name="ProtectedFigures",
            fields=[
                *work(),
                ("profile", models.CharField(max_length=40)),
                ("note", models.TextField(blank=True)),
                ("content", models.BinaryField(null=True)),
                ("content_hash", models.CharField(blank=True, max_length=64)),
                ("told", models.JSONField(null=True)),
                ("sent_back_at", models.DateTimeField(null=True)),
                ("sent_back_because", models.TextField(blank=True)),
                ("sent_back_by", person(null=True)),
                ("results", points("figures.results", related_name="protected")),
            ],
            options={"ordering": ("-asked_at", "-pk")},
        ),
        migrations.CreateModel(
            name="ReleasedFigures",
            fields=[
                ("id", key()),
                ("profile", models.CharField(max_length=40)),
                ("marking", models.CharField(blank=True, max_length=40)),
                ("as_of", models.DateField()),
                ("digest", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("note", models.TextField(blank=True)),
                ("released_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                ("asked_by", person()),
                ("corrects", points("figures.releasedfigures", null=True, related_name="corrected_by")),
                ("force", points("people.organisation", related_name="+")),
                ("prepared_by", person()),
                (
                    "protected",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="released",
                        to="figures.protectedfigures",
                    ),
                ),
                ("released_by", person()),
                ("withdrawn_by", person(null=True)),
            ],
            options={
                "ordering": ("-released_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(released_by=F("prepared_by")) & ~Q(released_by=F("asked_by")),
                        name="figures_released_by_somebody_else",
                    ),
                    models.CheckConstraint(
                        condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                        | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                        & ~Q(withdrawn_because=""),
                        name="figures_withdrawn_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="protectedfigures",
            name="corrects",
            field=points("figures.releasedfigures", null=True, related_name="corrections"),
        ),
        migrations.AddConstraint(
            model_name="protectedfigures",
            constraint=once_made("figures_protected_are_there_once_made"),
        ),
        migrations.AddConstraint(
            model_name="protectedfigures",
            constraint=models.CheckConstraint(
                condition=Q(corrects__isnull=True, note="")
                | Q(corrects__isnull=False) & ~Q(note=""),
                name="figures_corrected_with_a_note",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectedfigures",
            constraint=models.CheckConstraint(
                condition=Q(sent_back_at__isnull=True, sent_back_by__isnull=True)
                | Q(sent_back_at__isnull=False, sent_back_by__isnull=False)
                & ~Q(sent_back_because=""),
                name="figures_sent_back_with_a_reason",
            ),
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("id", key()),
                ("number", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                ("force", points("people.organisation", related_name="+")),
                ("released", points("figures.releasedfigures", related_name="entries")),
            ],
            options={
                "ordering": ("force_id", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("force", "number"), name="figures_ledger_entries_follow"
                    )
                ],
            },
        ),
        migrations.RunPython(build, remove),
    ]
