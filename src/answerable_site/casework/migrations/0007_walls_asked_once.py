"""The wall around cases asks once for whom a statement runs, not once for each row, and the latest
reports are found without sorting all.

Among half a million cases a list could not be read otherwise. What the wall lets through is the
same as before.
"""

from django.db import migrations, models

WITH_A_FORCE = ("casedue", "casefinding")
BESIDE_A_CASE = (
    *("caseevent", "casebreach", "casereference"),
    *("caseshare", "caseassignment", "caseopening"),
)
OWN = "casework_is_product() OR force_id IN (SELECT casework_organisations())"
BUILD = (
    """
    CREATE FUNCTION casework_is_shared(the_case bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        SELECT EXISTS (
            SELECT 1 FROM casework_caseshare share
            WHERE share.case_id = the_case AND share.ended_at IS NULL
              AND share.organisation_id IN (SELECT casework_organisations())
        )
    $$
    """,
    f"ALTER POLICY casework_wall ON casework_case USING ({OWN} OR casework_is_shared(id))",
    *(
        f"ALTER POLICY casework_wall ON casework_{table} USING "
        f"({OWN} OR casework_is_shared(case_id))"
        for table in WITH_A_FORCE
    ),
    *(
        # Of the cases, only those are found here that their own wall lets through.
        f"ALTER POLICY casework_wall ON casework_{table} USING "
        "(EXISTS (SELECT 1 FROM casework_case one WHERE one.id = case_id))"
        for table in BESIDE_A_CASE
    ),
)
REMOVE = (
    "ALTER POLICY casework_wall ON casework_case USING (casework_within_reach(id))",
    *(
        f"ALTER POLICY casework_wall ON casework_{table} USING (casework_within_reach(case_id))"
        for table in (*WITH_A_FORCE, *BESIDE_A_CASE)
    ),
    "DROP FUNCTION casework_is_shared(bigint)",
)


def build(_apps, schema_editor):
    _run(schema_editor, BUILD)


def remove(_apps, schema_editor):
    _run(schema_editor, REMOVE)


def _run(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_stage")]

    operations = [
        migrations.RunPython(build, remove),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["-reported_on", "-id"], name="casework_by_report"),
        ),
    ]
