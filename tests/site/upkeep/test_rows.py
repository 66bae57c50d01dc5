from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from answerable_site.upkeep.rules.rows import Column, Digesting, Held, Kind, Table, differences

UNIQUE = UUID("6f1b1f2c-1a6f-4a35-9f0e-5b0f4d0f2f11")


def digest(kind: Kind, *values: object, places: int = 0) -> str:
    digesting = Digesting(Table("one", (Column("value", kind, places),)))
    digesting.take([(value,) for value in values])
    return digesting.held().digest


class TestTheFormOfAValue:
    @pytest.mark.parametrize(
        ("kind", "of_sqlite", "of_postgresql"),
        [
            (Kind.TRUTH, 1, True),
            (
                Kind.MOMENT,
                "2026-03-01 12:30:00.123456",
                datetime(2026, 3, 1, 12, 30, 0, 123456, tzinfo=UTC),
            ),
            (Kind.DAY, "2026-03-01", date(2026, 3, 1)),
            (Kind.TIME, "09:30:00", time(9, 30)),
            (Kind.JSON, '{"b": [1.0, null], "a": 1}', '{"a": 1, "b": [1, null]}'),
            (Kind.JSON, "1e22", "10000000000000000000000"),
            (Kind.UUID, UNIQUE.hex, UNIQUE),
            (Kind.BYTES, b"abc", memoryview(b"abc")),
            (Kind.SPAN, 90_000_001, timedelta(seconds=90, microseconds=1)),
            (Kind.ADDRESS, "192.0.2.1", "192.0.2.1/32"),
            (Kind.PLAIN, None, None),
        ],
    )
    def test_is_the_same_from_both_databases(self, kind, of_sqlite, of_postgresql):
        assert digest(kind, of_sqlite) == digest(kind, of_postgresql)

    def test_of_a_number_has_its_places(self):
        assert digest(Kind.NUMBER, 1.5, places=2) == digest(Kind.NUMBER, Decimal("1.50"), places=2)

    def test_tells_a_change_of_a_microsecond(self):
        earlier, later = "2026-03-01 12:30:00.000001", "2026-03-01 12:30:00.000002"
        assert digest(Kind.MOMENT, earlier) != digest(Kind.MOMENT, later)


class TestADigest:
    def test_does_not_depend_on_the_order(self):
        assert digest(Kind.PLAIN, 1, 2, 3) == digest(Kind.PLAIN, 3, 1, 2)

    def test_counts_a_row_that_stands_twice(self):
        assert digest(Kind.PLAIN, 1, 1) != digest(Kind.PLAIN, 1)

    def test_tells_text_from_a_number_and_nothing_from_an_empty_text(self):
        assert len({digest(Kind.PLAIN, one) for one in (1, "1", None, "")}) == 4


class TestDifferences:
    def test_are_none_between_equals(self):
        assert differences({"a": Held(1, "x")}, {"a": Held(1, "x")}) == []

    def test_name_what_is_missing_short_and_other(self):
        before = {"a": Held(1, "x"), "b": Held(2, "y"), "c": Held(3, "z")}
        after = {"b": Held(1, "y"), "c": Held(3, "w")}
        assert differences(before, after) == [
            "The table a is missing.",
            "The table b has 1 rows in place of 2.",
            "The table c has as many rows, and not the same ones.",
        ]


class TestATable:
    def test_is_read_back_from_what_it_tells(self):
        table = Table("one", (Column("a"), Column("b", Kind.NUMBER, 2)))
        assert Table.read(table.as_json()) == table
