"""Links stand behind the wall of cases: a link is its source’s own, and the force’s once somebody
whose reference it is has accepted it."""

from django.db import migrations

ORGANISATIONS = "ARRAY(SELECT casework_organisations())"
LINK = (
    f"casework_is_product() OR organisation_id = ANY ({ORGANISATIONS}) "
    f"OR (accepted_at IS NOT NULL AND force_id = ANY ({ORGANISATIONS}))"
)
# Of the links, only those are found here that their own wall lets through.
LINK_IS_OPEN = "EXISTS (SELECT 1 FROM intake_link one WHERE one.id = link_id)"
WALLS = {"link": LINK, "linkrow": LINK_IS_OPEN, "linkedload": LINK_IS_OPEN}
BUILD = tuple(
    statement
    for table, rows in WALLS.items()
    for statement in (
        f"ALTER TABLE intake_{table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY intake_wall ON intake_{table} USING ({rows})",
    )
)
REMOVE = tuple(
    statement
    for table in reversed(WALLS)
    for statement in (
        f"DROP POLICY intake_wall ON intake_{table}",
        f"ALTER TABLE intake_{table} DISABLE ROW LEVEL SECURITY",
    )
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
    dependencies = [("intake", "0004_links")]

    operations = [migrations.RunPython(build, remove)]
