from __future__ import annotations

import pytest

from answerable_site.upkeep.rules.locking import ANY_TABLE, Lock, Waiting, locks


class TestLocks:
    @pytest.mark.parametrize(
        ("statement", "waiting"),
        [
            ('CREATE INDEX "i" ON "a" ("b")', Waiting.NO_WRITES),
            ('-- on field b\nCREATE UNIQUE INDEX "i" ON "a" ("b") WHERE "c"', Waiting.NO_WRITES),
            ('ALTER TABLE "a" ADD CONSTRAINT "u" UNIQUE ("b")', Waiting.NO_WRITES),
            ('ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (b > 0)', Waiting.READS_ALL),
            (
                'ALTER TABLE "a" ADD CONSTRAINT "f" FOREIGN KEY ("b") REFERENCES "c" ("id")',
                Waiting.READS_ALL,
            ),
            (
                'ALTER TABLE "a" ADD COLUMN "b" bigint NULL CONSTRAINT "f" REFERENCES "c"("id")',
                Waiting.READS_ALL,
            ),
            ('ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL', Waiting.READS_ALL),
            ('ALTER TABLE "a" ALTER COLUMN "b" TYPE jsonb USING "b"::jsonb', Waiting.REWRITES),
            ('ALTER TABLE "a" DROP COLUMN "b" CASCADE', Waiting.BREAKS),
            ('ALTER TABLE "a" RENAME COLUMN "b" TO "c"', Waiting.BREAKS),
            ('DROP TABLE "a" CASCADE', Waiting.BREAKS),
        ],
    )
    def test_are_found(self, statement, waiting):
        assert Lock("a", waiting) in locks([statement])

    @pytest.mark.parametrize(
        "statement",
        [
            'ALTER TABLE "a" ADD COLUMN "b" integer NULL',
            'ALTER TABLE "a" ADD COLUMN "b" varchar(9) DEFAULT \'\' NOT NULL',
            'ALTER TABLE "a" ALTER COLUMN "b" DROP NOT NULL',
            'ALTER TABLE "a" ALTER COLUMN "b" TYPE varchar(200)',
            'CREATE INDEX CONCURRENTLY "i" ON "a" ("b")',
            'ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (b > 0) NOT VALID',
            'CREATE TABLE "a" ("id" bigint NOT NULL)',
        ],
    )
    def test_are_none_where_nobody_waits(self, statement):
        assert locks([statement]) == ()

    def test_are_none_on_a_table_that_is_made_by_the_same_migration(self):
        assert locks(['CREATE TABLE "a" ("b" bigint)', 'CREATE INDEX "i" ON "a" ("b")']) == ()

    def test_of_a_programme_are_not_known(self):
        assert locks([], has_programme=True) == (Lock(ANY_TABLE, Waiting.UNKNOWN),)
