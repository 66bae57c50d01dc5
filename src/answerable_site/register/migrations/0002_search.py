"""The search index of recommendations and the triggers that keep it true.

A later migration that makes SQLite rebuild one of these tables must run `install` again: a
rebuilt table has lost its triggers.
"""

from django.db import migrations

SQLITE_WORDS = """
    SELECT r.id, i.title || ' ' || r.number || ' ' || r.text || ' ' || coalesce(
        (SELECT group_concat(l.text, ' ') FROM register_limb l WHERE l.recommendation_id = r.id), ''
    )
    FROM register_recommendation r JOIN register_inspection i ON i.id = r.inspection_id
    WHERE {which}
"""
SQLITE_REFRESH = """
    CREATE TRIGGER register_search_{name} AFTER {event} BEGIN
        DELETE FROM register_search WHERE rowid IN ({ids});
        INSERT INTO register_search (rowid, words) {words};
    END
"""
SQLITE_EVENTS = (
    ("recommendation_new", "INSERT ON register_recommendation", "NEW.id"),
    (
        "recommendation_changed",
        "UPDATE OF number, text, inspection_id ON register_recommendation",
        "NEW.id",
    ),
    ("limb_new", "INSERT ON register_limb", "NEW.recommendation_id"),
    ("limb_changed", "UPDATE OF text ON register_limb", "NEW.recommendation_id"),
    ("limb_gone", "DELETE ON register_limb", "OLD.recommendation_id"),
    (
        "inspection_changed",
        "UPDATE OF title ON register_inspection",
        "SELECT id FROM register_recommendation WHERE inspection_id = NEW.id",
    ),
)
POSTGRESQL = """
CREATE TABLE register_search (
    recommendation_id bigint PRIMARY KEY
        REFERENCES register_recommendation (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    words tsvector NOT NULL
);
CREATE INDEX register_search_words ON register_search USING gin (words);
CREATE FUNCTION register_search_refresh(which bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO register_search (recommendation_id, words)
    SELECT r.id, to_tsvector('english', concat_ws(' ', i.title, r.number, r.text, (
        SELECT string_agg(l.text, ' ') FROM register_limb l WHERE l.recommendation_id = r.id
    )))
    FROM register_recommendation r JOIN register_inspection i ON i.id = r.inspection_id
    WHERE r.id = ANY (which)
    ON CONFLICT (recommendation_id) DO UPDATE SET words = excluded.words
$$;
CREATE FUNCTION register_search_of_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM register_search_refresh(ARRAY[NEW.id]); RETURN NULL; END
$$;
CREATE FUNCTION register_search_of_limb() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM register_search_refresh(ARRAY[
            CASE TG_OP WHEN 'DELETE' THEN OLD.recommendation_id ELSE NEW.recommendation_id END
        ]);
        RETURN NULL;
    END
$$;
CREATE FUNCTION register_search_of_inspection() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM register_search_refresh(
            ARRAY(SELECT id FROM register_recommendation WHERE inspection_id = NEW.id)
        );
        RETURN NULL;
    END
$$;
CREATE TRIGGER register_search_recommendation
    AFTER INSERT OR UPDATE OF number, text, inspection_id ON register_recommendation
    FOR EACH ROW EXECUTE FUNCTION register_search_of_recommendation();
CREATE TRIGGER register_search_limb
    AFTER INSERT OR DELETE OR UPDATE OF text ON register_limb
    FOR EACH ROW EXECUTE FUNCTION register_search_of_limb();
CREATE TRIGGER register_search_inspection
    AFTER UPDATE OF title ON register_inspection
    FOR EACH ROW EXECUTE FUNCTION register_search_of_inspection();
"""
POSTGRESQL_REMOVAL = """
DROP TRIGGER register_search_inspection ON register_inspection;
DROP TRIGGER register_search_limb ON register_limb;
DROP TRIGGER register_search_recommendation ON register_recommendation;
DROP FUNCTION register_search_of_inspection;
DROP FUNCTION register_search_of_limb;
DROP FUNCTION register_search_of_recommendation;
DROP FUNCTION register_search_refresh;
DROP TABLE register_search;
"""


def install(_apps, schema_editor):
    """Make the index, fill it, and keep it true from now on."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        schema_editor.execute(
            "SELECT register_search_refresh(ARRAY(SELECT id FROM register_recommendation))"
        )
        return
    schema_editor.execute(
        "CREATE VIRTUAL TABLE register_search USING fts5("
        "words, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    schema_editor.execute(
        f"INSERT INTO register_search (rowid, words) {SQLITE_WORDS.format(which='1')}"
    )
    for name, event, ids in SQLITE_EVENTS:
        words = SQLITE_WORDS.format(which=f"r.id IN ({ids})")
        schema_editor.execute(
            SQLITE_REFRESH.format(name=name, event=event, ids=ids, words=words)
        )
    schema_editor.execute(
        "CREATE TRIGGER register_search_recommendation_gone "
        "AFTER DELETE ON register_recommendation "
        "BEGIN DELETE FROM register_search WHERE rowid = OLD.id; END"
    )


def remove(_apps, schema_editor):
    """Take the index and its triggers away."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_REMOVAL)
        return
    for name in [name for name, _, _ in SQLITE_EVENTS] + ["recommendation_gone"]:
        schema_editor.execute(f"DROP TRIGGER register_search_{name}")
    schema_editor.execute("DROP TABLE register_search")


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
