"""The database refuses every change to the record but one: the erasure that the record tells of."""

from django.db import migrations

KEPT = (
    *("id", "sequence", "at", "actor_id", "actor_name", "acting_as", "act", "kind", "subject"),
    *("content_hash", "previous_hash", "hash"),
)
TELLS_OF_IT = """
    EXISTS (
        SELECT 1 FROM audit_auditentry
        WHERE act = 'audit.erase_content' AND kind = 'erasure'
        AND subject = 'audit.entry:' || OLD.sequence AND sequence > OLD.sequence
    )
"""
IS_ERASED = "EXISTS (SELECT 1 FROM audit_auditentry WHERE id = OLD.entry_id AND content IS NULL)"
REFUSE_DELETE = "audit entries are never deleted"
REFUSE_UPDATE = "audit entries are never changed, but their content is erased where an entry says so"
REFUSE_INDEX = "the index of the record follows its entries"

SQLITE = (
    f"""
    CREATE TRIGGER audit_only_erasing BEFORE UPDATE ON audit_auditentry
    WHEN NOT (
        {" AND ".join(f"NEW.{name} IS OLD.{name}" for name in KEPT)}
        AND NEW.content IS NULL AND NEW.salt IS NULL AND OLD.content IS NOT NULL AND {TELLS_OF_IT}
    )
    BEGIN SELECT RAISE(ABORT, '{REFUSE_UPDATE}'); END
    """,
    f"""
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_auditentry
    BEGIN SELECT RAISE(ABORT, '{REFUSE_DELETE}'); END
    """,
    # INSERT OR REPLACE deletes without asking the trigger above.
    f"""
    CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit_auditentry
    WHEN EXISTS (
        SELECT 1 FROM audit_auditentry WHERE id = NEW.id OR sequence = NEW.sequence
    )
    BEGIN SELECT RAISE(ABORT, '{REFUSE_DELETE}'); END
    """,
    f"""
    CREATE TRIGGER audit_index_no_update BEFORE UPDATE ON audit_auditedrecord
    BEGIN SELECT RAISE(ABORT, '{REFUSE_INDEX}'); END
    """,
    f"""
    CREATE TRIGGER audit_index_only_erasing BEFORE DELETE ON audit_auditedrecord
    WHEN NOT {IS_ERASED}
    BEGIN SELECT RAISE(ABORT, '{REFUSE_INDEX}'); END
    """,
)
POSTGRESQL = (
    "DROP FUNCTION audit_refuse()",
    f"""
    CREATE FUNCTION audit_only_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION '{REFUSE_DELETE}';
        END IF;
        IF to_jsonb(NEW) - 'content' - 'salt' = to_jsonb(OLD) - 'content' - 'salt'
            AND NEW.content IS NULL AND NEW.salt IS NULL AND OLD.content IS NOT NULL
            AND {TELLS_OF_IT}
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION '{REFUSE_UPDATE}';
    END $$
    """,
    """
    CREATE TRIGGER audit_only_erasing BEFORE UPDATE OR DELETE ON audit_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_only_erasing()
    """,
    f"""
    CREATE FUNCTION audit_index_only_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND {IS_ERASED} THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION '{REFUSE_INDEX}';
    END $$
    """,
    """
    CREATE TRIGGER audit_index_only_erasing BEFORE UPDATE OR DELETE ON audit_auditedrecord
    FOR EACH ROW EXECUTE FUNCTION audit_index_only_erasing()
    """,
)


def add_triggers(_apps, schema_editor):
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        # Without parameters, so that a percent sign stays one.
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_content_apart")]

    operations = [migrations.RunPython(add_triggers)]
