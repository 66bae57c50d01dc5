"""An index of the words of responses: of each text its latest version, Welsh apart.

A later migration that makes SQLite rebuild one of these tables must run `remove` before and
`install` after: a rebuilt table has lost its triggers, and tests of the search fail.
"""

from django.db import migrations

from answerable_site.fulltext import schema

TABLE = "responses_search"
TEXTS = {
    "responses_chiefofficercomments": "text, language",
    "responses_bodycomments": "text, language, welsh",
    "responses_reply": "text, language, welsh",
    "responses_explanation": "text, language, welsh",
}
"""Each table of texts, with the columns that say what stands in a row."""
IN_BOTH = ("text, language", "welsh, 'cy-GB'")
"""A text, and the same in Welsh beside it, which is empty where there is none."""
EVENTS = (
    ("response_new", "INSERT", "responses_response", "NEW.id"),
    *(
        event
        for table, columns in TEXTS.items()
        for event in (
            (f"{table}_new", "INSERT", table, "NEW.response_id"),
            (f"{table}_changed", f"UPDATE OF {columns}", table, "NEW.response_id"),
            (f"{table}_gone", "DELETE", table, "OLD.response_id"),
        )
    ),
    (
        "inspection_changed",
        "UPDATE OF title",
        "register_inspection",
        "SELECT id FROM responses_response WHERE inspection_id = NEW.id",
    ),
    (
        "recommendation_withdrawn",
        "UPDATE OF withdrawn_at",
        "register_recommendation",
        "SELECT response_id FROM responses_explanation WHERE recommendation_id = NEW.id",
    ),
)
SAID = " UNION ALL ".join(
    (
        *(
            f"SELECT {one} FROM {table} AS t WHERE t.response_id = r.id AND NOT EXISTS "
            f"(SELECT 1 FROM {table} AS l WHERE l.response_id = r.id AND l.version > t.version)"
            for table, one in (
                ("responses_chiefofficercomments", "text, language"),
                *(("responses_bodycomments", one) for one in IN_BOTH),
                *(("responses_reply", one) for one in IN_BOTH),
            )
        ),
        *(
            f"SELECT {one} FROM responses_explanation AS e"
            " JOIN register_recommendation AS n ON n.id = e.recommendation_id"
            " WHERE e.response_id = r.id AND n.withdrawn_at IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM responses_explanation AS l WHERE l.response_id = r.id"
            " AND l.recommendation_id = e.recommendation_id AND l.version > e.version)"
            for one in ("e.text, e.language", "e.welsh, 'cy-GB'")
        ),
    )
)
FROM = "FROM responses_response AS r JOIN register_inspection AS i ON i.id = r.inspection_id"
IN_WELSH = "said.language = 'cy-GB'"

SQLITE_ENGLISH = (
    "SELECT r.id, i.title || ' ' || coalesce("
    f"(SELECT group_concat(said.text, ' ') FROM ({SAID}) AS said), '') {FROM}"
)
SQLITE_WELSH = (
    "SELECT r.id, coalesce("
    f"(SELECT group_concat(said.text, ' ') FROM ({SAID}) AS said WHERE {IN_WELSH}), '') {FROM}"
)
ENGLISH = f"concat_ws(' ', i.title, (SELECT string_agg(said.text, ' ') FROM ({SAID}) AS said))"
WELSH = (
    f"coalesce((SELECT string_agg(said.text, ' ') FROM ({SAID}) AS said WHERE {IN_WELSH}), '')"
)
POSTGRESQL = f"""
CREATE FUNCTION {TABLE}_refresh(which bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO {TABLE} (id, words, welsh)
    SELECT r.id, {schema.postgresql_english(ENGLISH)}, {schema.postgresql_welsh(WELSH)}
    {FROM} WHERE r.id = ANY (which)
    ON CONFLICT (id) DO UPDATE SET words = excluded.words, welsh = excluded.welsh
$$;
SELECT {TABLE}_refresh(ARRAY(SELECT id FROM responses_response));
"""


def _on_postgresql(name, event, table, which):
    ids = f"ARRAY({which})" if which.startswith("SELECT") else f"ARRAY[{which}]"
    return f"""
CREATE FUNCTION {TABLE}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM {TABLE}_refresh({ids}); RETURN NULL; END
$$;
CREATE TRIGGER {TABLE}_{name} AFTER {event} ON {table}
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_{name}();
"""


def _on_sqlite(name, event, table, which):
    return (
        f"CREATE TRIGGER {TABLE}_{name} AFTER {event} ON {table} BEGIN"
        f" DELETE FROM {TABLE} WHERE rowid IN ({which});"
        f" DELETE FROM {TABLE}_welsh WHERE rowid IN ({which});"
        f" INSERT INTO {TABLE} (rowid, words) {SQLITE_ENGLISH} WHERE r.id IN ({which});"
        f" INSERT INTO {TABLE}_welsh (rowid, words) {SQLITE_WELSH} WHERE r.id IN ({which}); END"
    )


def install(_apps, schema_editor):
    """Make the index, fill it, and keep it true from now on."""
    if schema_editor.connection.vendor == "postgresql":
        made = schema.postgresql_table(TABLE, "id", of="responses_response", has_welsh=True)
        kept = "".join(_on_postgresql(*event) for event in EVENTS)
        schema_editor.execute(made + POSTGRESQL + kept, params=None)
        return
    for statement in (
        schema.sqlite_english(TABLE),
        schema.sqlite_welsh(TABLE),
        f"INSERT INTO {TABLE} (rowid, words) {SQLITE_ENGLISH}",
        f"INSERT INTO {TABLE}_welsh (rowid, words) {SQLITE_WELSH}",
        *(_on_sqlite(*event) for event in EVENTS),
        f"CREATE TRIGGER {TABLE}_response_gone AFTER DELETE ON responses_response BEGIN"
        f" DELETE FROM {TABLE} WHERE rowid = OLD.id;"
        f" DELETE FROM {TABLE}_welsh WHERE rowid = OLD.id; END",
    ):
        schema_editor.execute(statement, params=None)


def remove(_apps, schema_editor):
    """Take the index away."""
    if schema_editor.connection.vendor == "postgresql":
        for name, _, table, _ in EVENTS:
            schema_editor.execute(f"DROP TRIGGER {TABLE}_{name} ON {table}")
            schema_editor.execute(f"DROP FUNCTION {TABLE}_{name}")
        schema_editor.execute(f"DROP FUNCTION {TABLE}_refresh")
        schema_editor.execute(f"DROP TABLE {TABLE}")
        return
    for name in ("response_gone", *(name for name, *_ in EVENTS)):
        schema_editor.execute(f"DROP TRIGGER {TABLE}_{name}")
    schema_editor.execute(f"DROP TABLE {TABLE}_welsh")
    schema_editor.execute(f"DROP TABLE {TABLE}")


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_search_of_inspections"),
        ("responses", "0003_welsh_beside_english"),
    ]
    operations = [migrations.RunPython(install, remove)]
