"""Rows of the first schema, made up by the rules of that schema alone.

No release was made yet, so there is no first released schema. What stands in its place is the
earliest state that the migrations can make of the apps that the product began with. Each table is
filled through the models of that state: values of the field’s kind, drawn until the database takes
them.
"""

from __future__ import annotations

import importlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

FIRST: Final = (
    ("people", "0001_initial"),
    ("audit", "0002_append_only"),
    ("register", "0002_search"),
    ("publication", "0001_initial"),
    ("responses", "0001_initial"),
    ("sessions", "0001_initial"),
)
OURS: Final = tuple(app for app, _ in FIRST)
ROWS: Final = 30
"""Of each table, where its constraints allow so many."""
ACTS: Final = 500
TRIES: Final = 400
BEGIN: Final = datetime(2026, 1, 5, 9, 30, 15, 123456, tzinfo=UTC)


def build() -> StateApps:
    """Make the first schema in the empty database; gives its models."""
    executor = MigrationExecutor(connection)
    return executor.migrate(list(FIRST)).apps


def fill(first: StateApps) -> dict[str, int]:
    """Fill every table; how many rows each has.

    Raises:
        RuntimeError: a table took no row.
    """
    chance, made = Random(7), {}
    waiting = [
        model
        for model in first.get_models(include_auto_created=True)
        if model._meta.app_label in OURS and model._meta.app_label != "audit"
    ]
    while waiting:
        model = next(one for one in waiting if not _parents(one) & {*waiting} - {one})
        waiting.remove(model)
        count = sum(_insert(model, number, chance) for number in range(ROWS))
        if not count:
            raise RuntimeError(f"{model._meta.db_table} took no row.")
        made[model._meta.db_table] = count
    made["audit_auditentry"] = _record(first)
    return made


def _parents(model: type[models.Model]) -> set[type[models.Model]]:
    return {
        field.related_model
        for field in model._meta.local_concrete_fields
        if field.is_relation and not field.null
    }


def _insert(model: type[models.Model], number: int, chance: Random) -> bool:
    for _ in range(TRIES):
        try:
            values = {
                field.attname: _value(field, number, chance)
                for field in model._meta.local_concrete_fields
                if not (field.primary_key and field.get_internal_type().endswith("AutoField"))
            }
            with transaction.atomic():
                model.objects.create(**values)
        except (IntegrityError, _NoParent):
            continue
        return True
    return False


class _NoParent(Exception):
    """A row that has to point to another has none to point to."""


def _value(field: models.Field, number: int, chance: Random) -> Any:
    if field.null and chance.random() < 0.5:
        return None
    if field.is_relation:
        keys = list(field.related_model.objects.values_list("pk", flat=True)[:ROWS])
        if not keys:
            if field.null:
                return None
            raise _NoParent
        return chance.choice(keys)
    if field.choices:
        return chance.choice([value for value, _ in field.flatchoices])
    # Addresses of people are in small letters since: two in other letters would be one person.
    kind = "EmailField" if field.name == "email" else field.get_internal_type()
    return _OF_KIND[kind](field, number, chance)


def _text(field: models.Field, number: int, chance: Random) -> str:
    if field.blank and not field.unique and chance.random() < 0.5:
        return ""
    words = f"{field.name} {number} Ærø “so” {chance.randrange(10**6)}"
    if isinstance(field, models.SlugField):
        words = f"{field.name}-{number}-{chance.randrange(10**6)}"
    return words[: field.max_length or None]


_OF_KIND: Final[dict[str, Any]] = {
    **dict.fromkeys(("CharField", "TextField", "SlugField", "FileField", "URLField"), _text),
    "EmailField": lambda _field, number, chance: f"p{number}.{chance.random()}@example.org",
    **dict.fromkeys(
        ("IntegerField", "BigIntegerField", "PositiveIntegerField", "SmallIntegerField"),
        lambda _field, number, _chance: number + 1,
    ),
    **dict.fromkeys(
        ("PositiveSmallIntegerField", "PositiveBigIntegerField"),
        lambda _field, number, _chance: number + 1,
    ),
    "BooleanField": lambda _field, _number, chance: chance.random() < 0.5,
    "DateField": lambda _field, number, _chance: date(2026, 1, 5) + timedelta(days=number),
    "DateTimeField": lambda _field, number, _chance: BEGIN + timedelta(minutes=number),
    "DecimalField": lambda _field, number, _chance: Decimal(number),
    "FloatField": lambda _field, _number, chance: chance.random(),
    "JSONField": lambda _field, number, _chance: {"b": [number, None, 1.5], "a": "Ærø"},
    "UUIDField": lambda _field, _number, chance: UUID(int=chance.getrandbits(128)),
    "BinaryField": lambda _field, _number, chance: chance.randbytes(300),
    "DurationField": lambda _field, number, _chance: timedelta(seconds=number),
}


def _record(first: StateApps) -> int:
    """A record of acts, chained as it was then."""
    then = importlib.import_module("answerable_site.audit.migrations.0003_content_apart")
    entry_model = first.get_model("audit", "AuditEntry")
    last, rows = then.GENESIS, []
    for number in range(1, ACTS + 1):
        entry = entry_model(
            sequence=number,
            at=BEGIN + timedelta(seconds=number),
            actor_id=None,
            actor_name="Answerable (automatic)",
            acting_as="",
            act="register.add_document",
            subject=f"register.document:{number}",
            details={"number": number, "words": "Ærø"},
            previous_hash=last,
        )
        entry.hash = last = then.old_hash(entry, last)
        rows.append(entry)
    entry_model.objects.bulk_create(rows)
    first.get_model("audit", "ChainHead").objects.update_or_create(
        id=1, defaults={"sequence": ACTS, "hash": last}
    )
    return ACTS
