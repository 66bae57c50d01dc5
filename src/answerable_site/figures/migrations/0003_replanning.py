"""Until when a cut is needed can be planned anew. On PostgreSQL, behind the wall of its cut."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OWN = "casework_is_product() OR force_id = ANY (ARRAY(SELECT figures_forces()))"
BUILD = (
    "ALTER TABLE figures_replanning ENABLE ROW LEVEL SECURITY",
    f"CREATE POLICY figures_wall ON figures_replanning USING ({OWN})",
)
REMOVE = ("DROP POLICY figures_wall ON figures_replanning",)


def build(_apps, schema_editor):
    _run(BUILD, schema_editor)


def remove(_apps, schema_editor):
    _run(REMOVE, schema_editor)


def _run(statements, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


def points(to, **how):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **how)


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_cuts_behind_a_wall")]

    operations = [
        migrations.CreateModel(
            name="Replanning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("last_day", models.DateField()),
                ("why", models.TextField()),
                ("planned_at", models.DateTimeField()),
                ("cut", points("figures.datacut", related_name="replannings")),
                ("force", points("people.organisation", related_name="+")),
                ("planned_by", points(settings.AUTH_USER_MODEL, related_name="+")),
            ],
            options={"ordering": ("planned_at", "pk")},
        ),
        migrations.RunPython(build, remove),
    ]
