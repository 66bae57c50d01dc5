"""`answerable audit …`: the record of acts, its key and its heads."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.output import Format, FormatOption
from answerable_site.config.progress import progress
from answerable_site.config.site_commands import SiteCommands

if TYPE_CHECKING:
    from answerable_site.audit.queries import Verification

KeyOption = Annotated[
    str, typer.Option("--key", help="Fingerprint of the key that must have signed.")
]
KeysOption = Annotated[
    list[str] | None,
    typer.Option(
        "--key",
        help="Fingerprint of a key that you vouch for; repeat it where a key was lost.",
    ),
]


@dataclass(frozen=True, slots=True)
class AuditCommands(SiteCommands):
    """The commands of the group, each with its own help."""

    start_without_database: Callable[[], None]

    def plug_into(self, audit: typer.Typer) -> None:
        """Add the commands to their group."""
        for command in (
            *(self.verify, self.head, self.make_key, self.replace_key),
            *(self.prove_entry, self.prove_growth, self.check_proof),
        ):
            audit.command(epilog=_EXAMPLES[command.__name__])(command)

    def verify(
        self,
        heads: Annotated[
            list[Path] | None,
            typer.Option(
                "--heads", help="A file or folder of heads that was kept elsewhere; repeat it."
            ),
        ] = None,
        key: KeysOption = None,
        output: FormatOption = Format.TABLE,
    ) -> None:
        """Follow the record, compare it with signed heads; exit status 1 if anything is wrong."""
        self.start()
        from answerable_site.audit import queries

        own = queries.own_file()
        try:
            copies = [queries.read_heads(path, has_gaps=True) for path in heads or ()]
            trusted = self._trusted(key or (), is_asked_for=bool(copies) or own.exists())
            with progress("Following the record", "entries") as tell:
                found = queries.verify(
                    own=partial(queries.read_if_begun, own),
                    copies=copies,
                    trusted=trusted,
                    tell=tell,
                )
        except (queries.CannotReadHeads, queries.NoKey) as problem:
            self.refuse(str(problem))
        _print_found(found, output)
        raise typer.Exit(0 if found.is_whole else 1)

    def head(self) -> None:
        """Sign the record as it stands now, and write the head outside the database."""
        self.start()
        from django.utils import timezone

        from answerable_site.audit import operations, queries
        from answerable_site.config.schedule import heads
        from answerable_site.people.rules import PRODUCT

        try:
            head = operations.sign_head(
                by=PRODUCT,
                at=timezone.now(),
                key=queries.key_path(),
                file=queries.own_file(),
            )
        except (queries.NoKey, queries.CannotReadHeads, operations.HeadsAreGone) as problem:
            self.refuse(str(problem))
        typer.echo(heads.in_words(head))
        if not_sent := heads.send_to_witness(head):
            typer.echo(not_sent, err=True)
            raise typer.Exit(1)

    def make_key(self) -> None:
        """Make the key that signs heads, in a file that only you may read."""
        self.start_without_database()
        from answerable_site.audit import operations, queries

        path = queries.key_path()
        try:
            fingerprint = operations.make_key(path)
        except operations.KeyExists as problem:
            self.refuse(str(problem))
        except OSError as problem:
            self.refuse(f"The key cannot be written to {path}: {problem.strerror}.")
        typer.echo(f"The key is at {path}. Its fingerprint is:\n{fingerprint}")

    def replace_key(
        self,
        lost: Annotated[
            bool, typer.Option("--lost", help="The old key is lost: begin without its word.")
        ] = False,
        reason: Annotated[str, typer.Option(help="With --lost: how it was lost.")] = "",
    ) -> None:
        """Put a new key in place of the old one; both sign the head that introduces it.

        With --lost the new key signs alone, and its first head says that the old one was lost.
        """
        self.start()
        from django.utils import timezone

        from answerable_site.audit import operations, queries
        from answerable_site.config.schedule import heads
        from answerable_site.people.rules import PRODUCT

        if lost != bool(reason.strip()):
            self.refuse("Give --lost and --reason together: how was the key lost?")
        act: dict[str, Any] = {
            "by": PRODUCT,
            "at": timezone.now(),
            "key": queries.key_path(),
            "file": queries.own_file(),
        }
        try:
            if lost:
                head = operations.replace_lost_key(**act, reason=reason)
            else:
                head = operations.replace_key(**act)
        except (
            *(queries.NoKey, queries.CannotReadHeads),
            *(operations.HeadsAreGone, operations.KeyIsNotLost),
        ) as problem:
            self.refuse(str(problem))
        typer.echo(f"The fingerprint of the new key is:\n{head.next_key}")
        if not_sent := heads.send_to_witness(head):
            typer.echo(not_sent, err=True)
            raise typer.Exit(1)

    def prove_entry(
        self, number: Annotated[int, typer.Argument(help="Which entry of the record.", min=1)]
    ) -> None:
        """Print a proof that an entry is in the record over which the last head was signed."""
        self.start()
        from answerable_site.audit import queries

        try:
            proof = queries.prove_entry(number, queries.own_file())
        except (queries.CannotProve, queries.CannotReadHeads) as problem:
            self.refuse(str(problem))
        typer.echo(json.dumps(proof, ensure_ascii=False, indent=2))

    def prove_growth(
        self, number: Annotated[int, typer.Argument(help="Which head of the record.", min=1)]
    ) -> None:
        """Print a proof that the record only grew between a head and the last one."""
        self.start()
        from answerable_site.audit import queries

        try:
            proof = queries.prove_growth(number, queries.own_file())
        except (queries.CannotProve, queries.CannotReadHeads) as problem:
            self.refuse(str(problem))
        typer.echo(json.dumps(proof, ensure_ascii=False, indent=2))

    def check_proof(
        self,
        file: Annotated[
            Path, typer.Argument(help="What prove-entry or prove-growth printed.", dir_okay=False)
        ],
        key: KeyOption = "",
    ) -> None:
        """Check a proof without the database; exit status 1 if it does not hold."""
        from answerable_site.audit import rules

        try:
            proved = rules.check_proof(file.read_text(encoding="utf-8"))
        except OSError as problem:
            self.refuse(f"The file {file} cannot be read: {problem.strerror}.")
        except UnicodeDecodeError:
            self.refuse(f"The file {file} is no text.")
        except rules.NotProved as problem:
            typer.echo(str(problem), err=True)
            raise typer.Exit(1) from None
        if key and proved.head.key != key:
            typer.echo(f"The head is signed with another key: {proved.head.key}.", err=True)
            raise typer.Exit(1)
        typer.echo(proved.sentence)
        if not key:
            typer.echo(
                f"It is signed with the key {proved.head.key}. Compare that with the fingerprint "
                "that the office made known."
            )

    def _trusted(self, named: Sequence[str], *, is_asked_for: bool) -> frozenset[str]:
        """Fingerprints of keys to trust: those that were named, or else the office’s own."""
        from answerable_site.audit import queries

        if named:
            return frozenset(named)
        if not is_asked_for:
            return frozenset()
        try:
            return frozenset({queries.fingerprint_of(queries.key_path())})
        except queries.NoKey as problem:
            self.refuse(f"{problem} To check heads without the key, name it: --key FINGERPRINT.")


def _print_found(found: Verification, output: Format) -> None:
    if output is Format.JSON:
        told = {
            "entries": found.entries,
            "head": found.head,
            "root": found.root,
            "heads_compared": found.heads,
            "faults_in_all": found.faults_in_all,
            "faults": [
                {"kind": fault.kind, "entry": fault.entry, "sentence": fault.sentence}
                for fault in found.faults
            ],
        }
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for fault in found.faults:
        typer.echo(fault.sentence, err=True)
    if more := found.faults_in_all - len(found.faults):
        typer.echo(f"There are {more} more faults.", err=True)
    counts = (
        _counted(found.entries, "entry", "entries"),
        f"{_counted(found.heads, 'head', 'heads')} compared",
        _counted(found.faults_in_all, "fault", "faults"),
    )
    typer.echo(f"{', '.join(counts)}. Last hash: {found.head}")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


_EXAMPLES = {
    "verify": (
        "Examples:\n\n  answerable audit verify\n\n"
        "  answerable audit verify --heads /mnt/witness/answerable --format json"
    ),
    "head": "Example:\n\n  answerable audit head",
    "make_key": "Example:\n\n  answerable audit make-key",
    "replace_key": (
        "Examples:\n\n  answerable audit replace-key\n\n"
        "  answerable audit replace-key --lost --reason 'The disk broke; the safe held no copy.'"
    ),
    "prove_entry": "Example:\n\n  answerable audit prove-entry 12 > entry-12.json",
    "prove_growth": "Example:\n\n  answerable audit prove-growth 3 > since-head-3.json",
    "check_proof": "Example:\n\n  answerable audit check-proof entry-12.json",
}
