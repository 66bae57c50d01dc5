"""On PostgreSQL, the database itself keeps frames and reviews as it keeps cases, and what somebody
said of a file from everybody else until every review of the file is locked.

Of a case, only those rows are found that its own wall lets through. Whether the reviews of a file
are locked is asked of all of them, so the function that asks is not bound by the wall.
"""

from django.db import migrations

ENTRY_IS_OPEN = "EXISTS (SELECT 1 FROM casereviews_frameentry one WHERE one.id = entry_id)"
WALLS = {
    "frameentry": "EXISTS (SELECT 1 FROM casework_case one WHERE one.id = case_id)",
    "filereview": ENTRY_IS_OPEN,
    "reconciliation": ENTRY_IS_OPEN,
    "score": (
        "casework_is_product() OR (EXISTS (SELECT 1 FROM casereviews_filereview one "
        "WHERE one.id = review_id) AND casereviews_may_be_read(review_id))"
    ),
}
BUILD = (
    """
    CREATE FUNCTION casereviews_may_be_read(the_review bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE
        viewer text := COALESCE(current_setting('answerable.viewer', true), '');
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM casereviews_filereview own
            WHERE own.id = the_review AND own.reviewer_id::text = viewer
        ) OR NOT EXISTS (
            SELECT 1 FROM casereviews_filereview this
            JOIN casereviews_frameentry entry ON entry.id = this.entry_id
            WHERE this.id = the_review
              AND (SELECT count(*) FROM casereviews_filereview other
                   WHERE other.entry_id = entry.id AND other.locked_at IS NOT NULL
                     AND other.taken_back_at IS NULL)
                  < CASE WHEN entry.is_double THEN 2 ELSE 1 END
        );
    END $$
    """,
    *(
        statement
        for table, rows in WALLS.items()
        for statement in (
            f"ALTER TABLE casereviews_{table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY casereviews_wall ON casereviews_{table} USING ({rows})",
        )
    ),
)
REMOVE = (
    *(
        statement
        for table in reversed(WALLS)
        for statement in (
            f"DROP POLICY casereviews_wall ON casereviews_{table}",
            f"ALTER TABLE casereviews_{table} DISABLE ROW LEVEL SECURITY",
        )
    ),
    "DROP FUNCTION casereviews_may_be_read(bigint)",
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
    dependencies = [
        ("casereviews", "0001_initial"),
        ("casework", "0010_indexes_begun_by_others"),
    ]

    operations = [migrations.RunPython(build, remove)]
