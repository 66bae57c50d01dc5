"""Following the whole record, and comparing it with heads kept outside the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from django.db import connection, transaction

from answerable_site.audit import rules
from answerable_site.audit.models import AuditedRecord, AuditEntry, ChainHead
from answerable_site.audit.queries.head_files import HeadsFile
from answerable_site.audit.rules import Fault, FaultKind, Follower, HeadsSeen, Row

CHUNK = 2000
Reading = Callable[[], HeadsFile]


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole record found."""

    entries: int
    head: str
    """The hash of the last entry."""
    root: str
    """The root of the Merkle tree over all entries."""
    heads: int
    """How many signed heads the record was compared with."""
    faults: tuple[Fault, ...]
    """The first faults, each with its sentence; empty if the record is whole."""
    faults_in_all: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults_in_all


def verify(
    *,
    own: Reading | None = None,
    copies: Iterable[HeadsFile] = (),
    trusted: frozenset[str] = frozenset(),
    tell: Callable[[int], object] = lambda _count: None,
) -> Verification:
    """Follow the record from its first entry, recompute every hash and compare every head.

    Memory does not grow with the record, but for its erasures and the heads.

    Args:
        own: reads the office’s own heads. The record names each of them, so one that is
            missing there is a fault; they are read anew at the end, for heads that are written
            meanwhile.
        copies: heads that were kept elsewhere; they may end sooner and have gaps.
        trusted: fingerprints of keys that the office or its witness vouches for. Every head must
            be signed with one of them, or with a key that one of them introduced or was
            introduced by. Where a key was lost, that is a finding, unless both the lost key and
            the one that follows it are vouched for.
        tell: is called after every few thousand entries with how many were followed.
    """
    # Heads first: what they were signed over is then in the record that is read after them.
    files = [*([own()] if own else []), *copies]
    follower = Follower(seen=[HeadsSeen(str(file.path), file.heads) for file in files])
    signed: dict[int, tuple[int, str]] = {}
    with as_of_one_moment():
        follower.begin()
        try:
            for entry, indexed in _entries():
                follower.follow(_row(entry, indexed))
                if entry.act == rules.SIGN_HEAD:
                    _note_signed(entry, signed)
                if follower.count % CHUNK == 0:
                    tell(follower.count)
        except (ValueError, OverflowError) as problem:
            # SQLite gives back whatever somebody wrote into a column of moments.
            follower.faults.add(
                FaultKind.CHANGED,
                follower.sequence + 1,
                f"Beyond entry {follower.sequence} the record cannot be read: {problem}.",
            )
        follower.end()
        _check_chain_head(follower)
    former: frozenset[str] = frozenset()
    for file in files:
        # The office’s own file comes first: it tells the keys of copies that have gaps.
        trusted = rules.vouched_keys(file.heads, trusted)
        former |= rules.keys_before_a_loss(file.heads, trusted)
        _check_file(file, trusted | former, follower.faults)
    _tell_losses(files, trusted, follower.faults)
    if own:
        _check_signed(own(), signed, follower.faults)
    return Verification(
        entries=follower.count,
        head=follower.hash,
        root=follower.frontier.root(),
        heads=sum(len(file.heads) for file in files),
        faults=tuple(follower.faults.worded),
        faults_in_all=follower.faults.count,
    )


@contextmanager
def as_of_one_moment() -> Iterator[None]:
    """Reads of the database that see it as it was when the first one was made.

    Writers do not wait meanwhile.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        # Django’s own transactions would keep writers out.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def _entries() -> Iterator[tuple[AuditEntry, frozenset[str]]]:
    """All entries in order, each with what the index by record says of it."""
    ordered = AuditEntry.objects.order_by("sequence", "pk").iterator(chunk_size=CHUNK)
    while entries := list(islice(ordered, CHUNK)):
        indexed: dict[int, list[str]] = {}
        rows = AuditedRecord.objects.filter(
            entry__sequence__range=(entries[0].sequence, entries[-1].sequence)
        )
        for pk, name in rows.values_list("entry", "record"):
            indexed.setdefault(pk, []).append(name)
        for entry in entries:
            yield entry, frozenset(indexed.get(entry.pk, ()))


def _row(entry: AuditEntry, indexed: frozenset[str]) -> Row:
    if entry.at is None:
        raise ValueError(f"entry {entry.sequence} has no moment")
    return Row(
        leaf=entry.leaf(),
        at=entry.at,
        content=entry.content,
        salt=entry.salt,
        indexed=indexed,
        previous_hash=entry.previous_hash,
        hash=entry.hash,
    )


def _check_chain_head(follower: Follower) -> None:
    head = ChainHead.objects.first()
    held = (head.sequence, head.hash, head.peaks()) if head else (0, rules.GENESIS, [])
    if held != (follower.sequence, follower.hash, follower.frontier.peaks):
        follower.faults.add(
            FaultKind.CHAIN_HEAD,
            held[0],
            f"The database notes that the chain ends at entry {held[0]}, and what it notes of it "
            f"differs from the record, which ends at entry {follower.sequence}.",
        )


def _check_file(file: HeadsFile, trusted: frozenset[str], faults: rules.Faults) -> None:
    for problem in file.problems:
        faults.add(FaultKind.HEADS_FILE, None, f"{problem[:-1]} ({file.path}).")
    stranger = next((head for head in file.heads if head.key not in trusted), None)
    if stranger:
        faults.add(
            FaultKind.HEADS_FILE,
            None,
            f"Head {stranger.number} is signed with the key {stranger.key}, which is not the "
            f"office’s ({file.path}).",
        )


def _tell_losses(files: Iterable[HeadsFile], trusted: frozenset[str], faults: rules.Faults) -> None:
    """Say where a key was lost, once each, unless whoever asks vouches for both sides."""
    losses = {head.digest(): head for file in files for head in file.heads if head.lost_key}
    for head in losses.values():
        if not {head.lost_key, head.key} <= trusted:
            faults.add(
                FaultKind.LOST_KEY,
                head.size,
                f"Trust breaks at head {head.number}, signed over {head.size} entries: the office "
                f"says there that its key {head.lost_key} was lost, and began with the key "
                f"{head.key}, for which no earlier key vouches. This is no sign that the record "
                "was changed. Compare both fingerprints with what the office made known.",
            )


def _note_signed(entry: AuditEntry, signed: dict[int, tuple[int, str]]) -> None:
    """Keep what the record says of a head that was signed; changed content is a fault already."""
    if entry.content is not None and rules.is_content(
        entry.content, entry.salt, entry.content_hash
    ):
        details = entry.details
        signed[details.get("number", 0)] = (entry.sequence, details.get("digest", ""))


def _check_signed(
    file: HeadsFile, signed: dict[int, tuple[int, str]], faults: rules.Faults
) -> None:
    digests = {head.number: head.digest() for head in file.heads}
    for number, (sequence, digest) in signed.items():
        if digests.get(number) != digest:
            faults.add(
                FaultKind.HEADS_FILE,
                sequence,
                f"Entry {sequence} says that head {number} was signed; it is not in {file.path}.",
            )
