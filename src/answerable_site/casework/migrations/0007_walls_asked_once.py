"""The wall around cases asks once for whom a statement runs, not once for each row, and the latest
reports are found without sorting all.

Among half a million cases a list could not be read otherwise. What the wall lets through is the
same as before.
"""

from django.db import migrations, models

ORGANISATIONS = "ARRAY(SELECT casework_organisations())"
OWN = f"casework_is_product() OR force_id = ANY ({ORGANISATIONS})"
# Of the cases, only those are found here that their own wall lets through.
CASE_IS_OPEN = "EXISTS (SELECT 1 FROM casework_case one WHERE one.id = case_id)"
POLICIES = {
    "case": f"{OWN} OR casework_is_shared(id, {ORGANISATIONS})",
    **dict.fromkeys(
        ("casedue", "casefinding"), f"{OWN} OR casework_is_shared(case_id, {ORGANISATIONS})"
    ),
    "caseshare": (
        f"casework_is_product() OR (ended_at IS NULL AND organisation_id = ANY ({ORGANISATIONS})) "
        f"OR {CASE_IS_OPEN}"
    ),
    **dict.fromkeys(
        ("caseevent", "casebreach", "casereference", "caseassignment", "caseopening"), CASE_IS_OPEN
    ),
}
BUILD = (
    """
    CREATE FUNCTION casework_is_shared(the_case bigint, organisations bigint[]) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM casework_caseshare share
            WHERE share.case_id = the_case AND share.ended_at IS NULL
              AND share.organisation_id = ANY (organisations)
        );
    END $$
    """,
    *(
        f"ALTER POLICY casework_wall ON casework_{table} USING ({rows})"
        for table, rows in POLICIES.items()
    ),
)
REMOVE = (
    *(
        "ALTER POLICY casework_wall ON casework_"
        f"{table} USING (casework_within_reach({'id' if table == 'case' else 'case_id'}))"
        for table in POLICIES
    ),
    "DROP FUNCTION casework_is_shared(bigint, bigint[])",
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
        migrations.AddIndex(
            model_name="caseshare",
            index=models.Index(
                fields=["organisation", "-shared_at", "-case"],
                condition=models.Q(ended_at__isnull=True),
                name="casework_by_organisation",
            ),
        ),
    ]
