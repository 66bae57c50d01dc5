"""Three indexes go whose column is the first of another index of the same table: whoever looks for
it is served by that one, and every case and event that is added is written once less.

SQLite would make the tables anew for this, without their triggers: only the indexes are touched.
"""

import django.db.models.deletion
from django.db import migrations, models

INDEXES = {
    "casework_case_force_id_304163ec": ("casework_case", "force_id"),
    "casework_casereference_case_id_daa6b6cf": ("casework_casereference", "case_id"),
    "casework_caseevent_case_id_46aaa1c4": ("casework_caseevent", "case_id"),
}


def key_to(model, name):
    return models.ForeignKey(
        db_index=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name=name,
        to=model,
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0009_whose_cases_planned_once")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX {name}", f"CREATE INDEX {name} ON {table} ({column})"
                )
                for name, (table, column) in INDEXES.items()
            ],
            state_operations=[
                migrations.AlterField("case", "force", key_to("people.organisation", "+")),
                migrations.AlterField("casereference", "case", key_to("casework.case", "references")),
                migrations.AlterField("caseevent", "case", key_to("casework.case", "events")),
            ],
        )
    ]
