"""Single tamperings: each changes one thing that an honest office never changes.

Those of `THOROUGH` are by somebody who can write the database and compute every hash, but has
neither the key nor the heads that are kept elsewhere: no check of the database alone finds them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from django.db.models import F
from tests.site.audit.acts import Office
from tests.site.audit.tampering import disarm, rewrite_from

from answerable_site.audit import rules
from answerable_site.audit.models import AuditedRecord, AuditEntry, ChainHead
from bench.tampering.records import Dump, restore

Attack = Callable[[random.Random, Office, Dump], None]
HASH = "5a" * 32


def any_entry(chance: random.Random, **wanted: object) -> AuditEntry:
    """One entry of the record."""
    return chance.choice(list(AuditEntry.objects.filter(**wanted)))


def edit(field: str, other: Callable[[AuditEntry, random.Random], object]) -> Attack:
    """Change one field of one entry."""

    def attack(chance: random.Random, _office: Office, _dump: Dump) -> None:
        entry = any_entry(chance, content__isnull=False)
        AuditEntry.objects.filter(pk=entry.pk).update(**{field: other(entry, chance)})

    return attack


def moved(entry: AuditEntry, chance: random.Random) -> object:
    """Another moment, perhaps a microsecond away."""
    return entry.at + timedelta(microseconds=chance.choice([1, -1, 10**6, -(10**9), 10**12]))


def remove(numbers: list[int]) -> None:
    """Delete entries with their index."""
    AuditedRecord.objects.filter(entry__sequence__in=numbers).delete()
    AuditEntry.objects.filter(sequence__in=numbers).delete()


def delete(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Take out one entry."""
    remove([any_entry(chance).sequence])


def insert_at_the_end(_chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Add an entry that is chained well, and leave the note of the end."""
    last = AuditEntry.objects.latest("sequence")
    last.pk, last.sequence, last.previous_hash = None, last.sequence + 1, last.hash
    last.hash = rules.chained_hash(last.leaf().hash(), last.previous_hash)
    last.save(force_insert=True)


def insert_between(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Add an entry among the others, which move on by one."""
    entry = any_entry(chance)
    later = AuditEntry.objects.filter(sequence__gte=entry.sequence)
    for number in later.order_by("-sequence").values_list("sequence", flat=True):
        AuditEntry.objects.filter(sequence=number).update(sequence=F("sequence") + 1)
    entry.pk = None
    entry.save(force_insert=True)


def reorder(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Let two entries change places."""
    one, other = chance.sample(list(AuditEntry.objects.values_list("pk", "sequence")), 2)
    AuditEntry.objects.filter(pk=one[0]).update(sequence=10**9)
    AuditEntry.objects.filter(pk=other[0]).update(sequence=one[1])
    AuditEntry.objects.filter(pk=one[0]).update(sequence=other[1])


def cut_plainly(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Delete the last entries, and leave the note of the end."""
    last = AuditEntry.objects.latest("sequence").sequence
    remove(list(range(last - chance.randrange(3), last + 1)))


def cut_thoroughly(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Delete entries from the end, and mend the note of the end."""
    last = AuditEntry.objects.latest("sequence").sequence
    erasures = AuditEntry.objects.filter(act=rules.ERASE_CONTENT).order_by("sequence").last()
    # Content stays blank, so whoever cuts off the entry that tells of its erasure gives it away.
    least = erasures.sequence if erasures else 1
    keep = chance.randint(least, last - 2)
    remove(list(range(keep + 1, last + 1)))
    rewrite_from(keep + 1)


def chain_anew(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Change an entry that a head covers, and compute every hash after it again."""
    last = AuditEntry.objects.latest("sequence").sequence
    entry = any_entry(chance, sequence__lt=last, content__isnull=False, act="casework.open_list")
    if chance.random() < 0.5:
        entry.actor_name = "Somebody Else"
    else:
        entry.content = entry.content.replace("Review of July", "Nothing")
        entry.content_hash = rules.content_hash(entry.salt, entry.content)
    entry.save()
    rewrite_from(entry.sequence)


def restore_older(_chance: random.Random, _office: Office, dump: Dump) -> None:
    """Put an older backup in place of the database."""
    restore(dump)


def clock_back(chance: random.Random, office: Office, _dump: Dump) -> None:
    """Act after the clock was put back."""
    office.now -= timedelta(minutes=chance.randint(7, 3000))
    office.act(chance.randint(1, 3))


def blank(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Blank content, as an erasure would, of which no entry tells."""
    entry = any_entry(chance, content__isnull=False)
    AuditEntry.objects.filter(pk=entry.pk).update(content=None, salt=None)
    AuditedRecord.objects.filter(entry=entry).delete()


def index_removed(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Take a row out of the index."""
    AuditedRecord.objects.filter(pk=chance.choice(index_rows())).delete()


def index_changed(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Let a row of the index name another record."""
    AuditedRecord.objects.filter(pk=chance.choice(index_rows())).update(record="casework.case:99")


def index_added(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Add a row to the index."""
    AuditedRecord.objects.create(entry=any_entry(chance), record="casework.case:99")


def index_rows() -> list[int]:
    """All rows of the index."""
    return list(AuditedRecord.objects.values_list("pk", flat=True))


def end_noted_otherwise(chance: random.Random, _office: Office, _dump: Dump) -> None:
    """Change the database’s note of where the chain ends."""
    field, value = chance.choice([("sequence", 1), ("hash", HASH), ("frontier", HASH)])
    ChainHead.objects.update(**{field: value})


ON_THE_DATABASE: dict[str, Attack] = {
    "moment edited": edit("at", moved),
    "actor edited": edit("actor_id", lambda entry, _: (entry.actor_id or 0) + 1),
    "name edited": edit("actor_name", lambda _, chance: chance.choice(["", "Somebody Else"])),
    "assignment edited": edit("acting_as", lambda entry, _: f"{entry.acting_as} "),
    "act edited": edit("act", lambda entry, _: f"{entry.act}s"),
    "kind edited": edit("kind", lambda entry, _: "" if entry.kind else "collection"),
    "subject edited": edit("subject", lambda entry, _: f"{entry.subject}0"),
    "content edited": edit("content", lambda entry, _: f"{entry.content} "),
    "salt edited": edit("salt", lambda _entry, _chance: HASH),
    "content hash edited": edit("content_hash", lambda _entry, _chance: HASH),
    "link edited": edit("previous_hash", lambda _entry, _chance: HASH),
    "hash edited": edit("hash", lambda _entry, _chance: HASH),
    "entry deleted": delete,
    "entry inserted at the end": insert_at_the_end,
    "entry inserted between": insert_between,
    "entries reordered": reorder,
    "tail cut, note left": cut_plainly,
    "clock put back": clock_back,
    "content blanked": blank,
    "index row removed": index_removed,
    "index row changed": index_changed,
    "index row added": index_added,
    "end noted otherwise": end_noted_otherwise,
}
THOROUGH: dict[str, Attack] = {
    "tail cut, note mended": cut_thoroughly,
    "suffix chained anew": chain_anew,
    "older database restored": restore_older,
}


def carry_out(attack: Attack, chance: random.Random, office: Office, dump: Dump) -> None:
    """Take the triggers away and tamper."""
    disarm()
    attack(chance, office, dump)
