"""On PostgreSQL, the database itself keeps which case a bundle was made of as it keeps the case."""

from django.db import migrations

BUILD = (
    "ALTER TABLE casereviews_bundlesource ENABLE ROW LEVEL SECURITY",
    """
    CREATE POLICY casereviews_wall ON casereviews_bundlesource
    USING (EXISTS (SELECT 1 FROM casereviews_frameentry one WHERE one.id = entry_id))
    """,
)
REMOVE = (
    "DROP POLICY casereviews_wall ON casereviews_bundlesource",
    "ALTER TABLE casereviews_bundlesource DISABLE ROW LEVEL SECURITY",
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
    dependencies = [("casereviews", "0003_panels")]

    operations = [migrations.RunPython(build, remove)]
