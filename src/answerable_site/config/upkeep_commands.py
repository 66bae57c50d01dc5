"""`answerable backup`, `verify`, `restore` and what else keeps an installation alive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.output import Format, FormatOption, print_json
from answerable_site.config.progress import progress
from answerable_site.config.site_commands import SiteCommands

if TYPE_CHECKING:
    from answerable_site.upkeep.making import Made

KeyOption = Annotated[
    Path | None,
    typer.Option("--key", help="File with the key of backups; ANSWERABLE_BACKUP_KEY unless given."),
]
KEYS_ARE_NOT_IN_IT = (
    "Not in it: the keys of cases (ANSWERABLE_CASE_HASH_KEY, ANSWERABLE_CASE_KEYS), the secret "
    "key, and the key and heads of the record of acts. Keep a copy of each apart: without the keys "
    "of cases no reference of a case can be read again."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was made."""

    made: Made
    at: datetime
    was_verified: bool

    def record(self) -> None:
        """Leave the act in the record, which has to be of this version."""
        from answerable_site.people.rules import PRODUCT
        from answerable_site.upkeep import operations

        operations.record_backup(
            by=PRODUCT,
            at=self.at,
            path=self.made.path,
            size=self.made.size,
            sha256=self.made.sha256,
            entries=self.made.entries,
            was_verified=self.was_verified,
        )

    def tell(self, output: Format) -> None:
        """Say what is in it, and aloud what is not."""
        made = self.made
        if output is Format.JSON:
            print_json(
                {
                    "file": str(made.path),
                    "bytes": made.size,
                    "sha256": made.sha256,
                    "rows": made.rows,
                    "files": made.files,
                    "files_gone_meanwhile": made.gone,
                    "entries": made.entries,
                    "verified": self.was_verified,
                    "left_out": list(made.left_out),
                }
            )
            return
        typer.echo(
            f"{made.path} has {made.rows:,} rows, {made.files:,} files and {made.entries:,} "
            f"entries of the record of acts in {made.size:,} bytes."
        )
        if made.gone:
            typer.echo(f"{made.gone:,} files were erased while it was made, and are not in it.")
        for sentence in made.left_out:
            typer.echo(sentence, err=True)
        typer.echo(
            "It was opened again and is whole."
            if self.was_verified
            else "It was read back from the disk and not opened, for the secret key is not here: "
            "run “answerable verify” where it is."
        )
        typer.echo(KEYS_ARE_NOT_IN_IT, err=True)


@dataclass(frozen=True, slots=True)
class UpkeepCommands(SiteCommands):
    """The commands of whoever runs an installation."""

    start_without_database: Callable[[], None]

    def plug_into(self, app: typer.Typer) -> None:
        """Add the commands."""
        for command in (
            *(self.make_backup_key, self.backup, self.verify, self.restore),
            *(self.move, self.upgrade, self.doctor, self.retention, self.rebuild_search),
        ):
            app.command(epilog=_EXAMPLES[command.__name__])(command)

    def make_backup_key(
        self,
        out: Annotated[
            Path | None,
            typer.Option(
                help="Where it goes; where ANSWERABLE_BACKUP_KEY says unless given.", dir_okay=False
            ),
        ] = None,
    ) -> None:
        """Make the key of backups, in a file that only you may read, and print its recipient.

        With the recipient alone in its place, a machine makes backups and can open none.
        """
        self.start_without_database()
        from django.conf import settings

        from answerable_site.upkeep import sealing

        path = out or settings.BACKUP_KEY
        try:
            recipient = sealing.make_key(path)
        except OSError as problem:
            self.refuse(f"The key cannot be written to {path}: {problem.strerror}.")
        typer.echo(f"The key is at {path}. Its recipient is:\n{recipient}")
        typer.echo("Keep a copy of the key apart: without it no backup can be opened.", err=True)

    def backup(
        self,
        to: Annotated[
            Path | None,
            typer.Option(help="Folder; ANSWERABLE_BACKUPS unless given.", file_okay=False),
        ] = None,
        key: KeyOption = None,
        output: FormatOption = Format.TABLE,
    ) -> None:
        """Keep database and files as they are now in one encrypted file, while people work on.

        Where the key file has the secret key, the backup is opened again and read to its end.
        """
        self.start_without_database()
        kept = self._kept(to, key)
        kept.record()
        kept.tell(output)

    def verify(
        self,
        file: Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)],
        key: KeyOption = None,
        output: FormatOption = Format.TABLE,
    ) -> None:
        """Read a backup to its last byte and compare all it holds; restores nothing, asks nothing.

        Exit status 1 if it was changed, is cut off or is for another key.
        """
        self.start_without_database()
        from django.conf import settings

        from answerable_site.upkeep import making, sealing

        try:
            keys = sealing.read_keys(key or settings.BACKUP_KEY)
            found = making.look_through(file, keys, progress=progress)
        except sealing.UnusableKey as problem:
            self.refuse(str(problem))
        except OSError as problem:
            self.refuse(f"The backup {file} cannot be read: {problem.strerror or problem}.")
        except sealing.CannotBeOpened as problem:
            typer.echo(str(problem), err=True)
            raise typer.Exit(1) from None
        rows = sum(one["rows"] for one in found.about["tables"])
        told: dict[str, Any] = {
            "made_at": found.about["made_at"],
            "version": found.about["version"],
            "database": found.about["database"],
            "rows": rows,
            "files": len(found.members) - 2,
            "entries": found.about["audit"]["entries"],
            "root": found.about["audit"]["root"],
        }
        if output is Format.JSON:
            print_json(told)
            return
        typer.echo(
            f"Whole and unchanged. Made {told['made_at']} by version {told['version']} from "
            f"{told['database']}: {rows:,} rows, {told['files']:,} files, "
            f"{told['entries']:,} entries of the record of acts with the root {told['root']}."
        )

    def restore(
        self,
        file: Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)],
        key: KeyOption = None,
        migrate: Annotated[
            bool, typer.Option("--migrate", help="Then bring it to this version.")
        ] = False,
    ) -> None:
        """Put a backup back where there is nothing yet, and compare every row, file and entry.

        Refused where the database has tables or the folders have files. Exit status 1 if what was
        put back differs, or the record of acts is not whole.
        """
        self.start_without_database()
        from django.conf import settings
        from django.core.management import call_command
        from django.db import Error

        from answerable_site.casework import wall
        from answerable_site.upkeep import making, sealing
        from answerable_site.upkeep.engines import CannotBeCopied

        try:
            keys = sealing.read_keys(key or settings.BACKUP_KEY)
            with wall.as_product():
                put_back = making.restore(file, keys, progress=progress)
        except (sealing.UnusableKey, making.SomethingIsThere, CannotBeCopied) as problem:
            self.refuse(str(problem))
        except OSError as problem:
            self.refuse(f"The backup cannot be restored: {problem.strerror or problem}.")
        except Error as problem:
            self.refuse(f"The database does not answer: {str(problem).splitlines()[0]}.")
        except (sealing.CannotBeOpened, making.NotTheSame) as problem:
            typer.echo(str(problem), err=True)
            raise typer.Exit(1) from None
        typer.echo(
            f"Put back and compared: {put_back.rows:,} rows, {put_back.files:,} files. "
            f"{KEYS_ARE_NOT_IN_IT}"
        )
        if migrate and not put_back.is_of_this_version:
            call_command("migrate", interactive=False)
        elif not put_back.is_of_this_version:
            typer.echo(
                "It is of an earlier version. Run “answerable migrate”, then “answerable audit "
                "verify”."
            )
            return
        self._follow(put_back.entries, put_back.root)

    def move(
        self,
        to: Annotated[
            str, typer.Option(help="The empty database: postgresql://user:password@host/name.")
        ],
    ) -> None:
        """Move every row from SQLite to an empty PostgreSQL database, and compare both sides.

        All or nothing. Stop the site first: nobody can write meanwhile, and what is written here
        afterwards is not there. Files stay where they are.
        """
        self.start()
        from django.core.exceptions import ImproperlyConfigured
        from django.db import Error

        from answerable_site.config import env, upgrading
        from answerable_site.upkeep import moving

        try:
            moved = moving.move(
                env.database_at(to, called="--to"),
                make_tables=lambda: upgrading.migrate_elsewhere(to),
                progress=progress,
            )
        except (ImproperlyConfigured, moving.CannotBeMoved, upgrading.NotMigrated) as problem:
            self.refuse(str(problem))
        except Error as problem:
            self.refuse(f"Nothing was moved: {str(problem).splitlines()[0]}.")
        typer.echo(
            f"{moved.rows:,} rows of {moved.tables} tables were moved, and are the same on both "
            "sides. Set ANSWERABLE_DATABASE_URL to the new address, run “answerable "
            "database-roles” for it, and start the site. Put the SQLite file away."
        )

    def upgrade(
        self,
        to: Annotated[
            Path | None,
            typer.Option(help="Folder of the backup; ANSWERABLE_BACKUPS unless given."),
        ] = None,
        key: KeyOption = None,
        preview: Annotated[
            bool, typer.Option("--preview", help="Say what would be done, and do nothing.")
        ] = False,
        without_backup: Annotated[
            bool, typer.Option("--without-backup", help="You made one by other means.")
        ] = False,
    ) -> None:
        """Bring the database to this version: back up, migrate, and see that nothing was lost.

        Says beforehand which tables people wait for. Exit status 1 if rows got lost on the way.
        """
        self.start_without_database()
        from django.db import OperationalError

        from answerable_site.config import upgrading

        steps = upgrading.steps()
        if not steps:
            typer.echo("The database is up to date.")
            if not preview:
                upgrading.collect_static_files()
            return
        for step in steps:
            typer.echo(step.in_words())
        if preview:
            return
        before = upgrading.kept(progress=progress)
        kept = self._kept(to, key) if before and not without_backup else None
        if kept:
            kept.tell(Format.TABLE)
        try:
            upgrading.migrate()
        except OperationalError as problem:
            self.refuse(
                f"It was not brought to this version: {str(problem).splitlines()[0]}. What was "
                "migrated until then is whole. Try again when fewer people work, or stop the site."
            )
        upgrading.collect_static_files()
        if kept:
            # Before, the record may have had another form than this version writes.
            kept.record()
        if lost := upgrading.lost(before, progress=progress):
            for sentence in lost:
                typer.echo(sentence, err=True)
            typer.echo("Rows got lost. Stop the site and restore the backup.", err=True)
            raise typer.Exit(1)
        typer.echo(f"Up to date: {len(steps)} migrations, and no row was lost.")

    def doctor(self, output: FormatOption = Format.TABLE) -> None:
        """Say what is wrong with this installation, and how to mend it; changes nothing.

        Exit status 1 if something is wrong.
        """
        self.start_without_database()
        from answerable_site.config import gathering
        from answerable_site.upkeep.rules.findings import State, findings, worst

        found = findings(gathering.facts())
        if output is Format.JSON:
            print_json({"state": worst(found), "findings": [one.as_json() for one in found]})
        else:
            for one in found:
                typer.echo(f"{one.state.value:<6} {one.about}: {one.sentence}")
                if one.mend:
                    typer.echo(f"       {one.mend}")
            wrong = sum(one.state is State.WRONG for one in found)
            typer.echo(f"{wrong} wrong, {len(found)} looked at.")
        raise typer.Exit(1 if worst(found) is State.WRONG else 0)

    def retention(
        self,
        run: Annotated[
            bool, typer.Option("--run", help="Erase it now; only say what is due unless given.")
        ] = False,
        output: FormatOption = Format.TABLE,
    ) -> None:
        """Say how long what is kept, on which ground, and what has served its time.

        The scheduler erases it by itself; exit status 1 if something could not be erased.
        """
        self.start()
        from django.utils import timezone

        from answerable_site.config import retaining

        at = timezone.now()
        told = retaining.told(at)
        if output is Format.JSON and not run:
            print_json({"periods": told, "due": retaining.foreseen(at)})
            return
        if not run:
            for one in told:
                typer.echo(f"{one['what']}: {one['days']} days ({one['citation']}). {one['note']}")
            for sentence in retaining.foreseen(at) or ["Nothing has served its time."]:
                typer.echo(sentence)
            return
        outcome = retaining.run(at)
        if output is Format.JSON:
            print_json({"done": list(outcome.done), "failed": list(outcome.failed)})
        else:
            for sentence in outcome.done or ("Nothing had served its time.",):
                typer.echo(sentence)
            for sentence in outcome.failed:
                typer.echo(sentence, err=True)
        raise typer.Exit(1 if outcome.failed else 0)

    def rebuild_search(self) -> None:
        """Index anew everything that can be searched for, while nobody else writes.

        The database keeps the indexes true by itself: this is for when “answerable doctor” says
        that one misses rows.
        """
        self.start()
        from django.utils import timezone

        from answerable_site.people.rules import PRODUCT
        from answerable_site.publication import operations as publication
        from answerable_site.search import operations as search

        at = timezone.now()
        with progress("Indexing", "rows") as tell:
            rows = search.rebuild_indexes(by=PRODUCT, at=at, tell=tell)
        with progress("Reading what is public", "pages") as tell:
            texts = publication.find_anew(by=PRODUCT, at=at, tell=tell)
        typer.echo(f"{rows:,} rows and {texts:,} public texts are indexed anew.")

    def _kept(self, to: Path | None, key: Path | None) -> Kept:
        """Make a backup, and open it again where the key can."""
        from django.conf import settings
        from django.db import Error
        from django.utils import timezone

        from answerable_site.casework import wall
        from answerable_site.upkeep import making, sealing
        from answerable_site.upkeep.engines import CannotBeCopied

        at = timezone.now()
        path = (to or settings.BACKUPS) / f"answerable-{at:%Y%m%dT%H%M%SZ}.age"
        try:
            keys = sealing.read_keys(key or settings.BACKUP_KEY)
            with wall.as_product():
                made = making.make(path, keys, at=at, progress=progress)
                if keys.identities:
                    making.look_through(path, keys, progress=progress)
        except (sealing.UnusableKey, sealing.CannotBeOpened, CannotBeCopied) as problem:
            self.refuse(str(problem))
        except OSError as problem:
            self.refuse(f"The backup cannot be written to {path}: {problem.strerror or problem}.")
        except Error as problem:
            self.refuse(f"The database does not answer: {str(problem).splitlines()[0]}.")
        return Kept(made, at, was_verified=bool(keys.identities))

    def _follow(self, entries: int, root: str) -> None:
        """Follow the record that was put back, and compare its root with what the backup says."""
        from answerable_site.audit import queries

        with progress("Following the record", "entries") as tell:
            found = queries.verify(tell=tell)
        if not found.is_whole or (found.entries, found.root) != (entries, root):
            for fault in found.faults:
                typer.echo(fault.sentence, err=True)
            typer.echo(
                "The record of acts is not that of the backup. Do not use this database.", err=True
            )
            raise typer.Exit(1)
        typer.echo(
            f"The record of acts is whole: {entries:,} entries, root {root}. Compare it with heads "
            "that were kept elsewhere: “answerable audit verify --heads FILE”."
        )


_EXAMPLES = {
    "make_backup_key": (
        "Examples:\n\n  answerable make-backup-key\n\n"
        "  answerable make-backup-key --out /root/answerable-backup.key"
    ),
    "backup": "Examples:\n\n  answerable backup\n\n  answerable backup --to /mnt/elsewhere",
    "verify": (
        "Examples:\n\n  answerable verify answerable-20261201T020000Z.age\n\n"
        "  answerable verify answerable-20261201T020000Z.age --key /mnt/safe/backup.key"
    ),
    "move": (
        "Example:\n\n  answerable move --to postgresql://answerable:password@127.0.0.1/answerable"
    ),
    "upgrade": (
        "Examples:\n\n  answerable upgrade --preview\n\n  answerable upgrade --to /mnt/elsewhere"
    ),
    "doctor": "Examples:\n\n  answerable doctor\n\n  answerable doctor --format json",
    "retention": (
        "Examples:\n\n  answerable retention\n\n  answerable retention --run\n\n"
        "  answerable retention --format json"
    ),
    "rebuild_search": "Example:\n\n  answerable rebuild-search",
    "restore": (
        "Examples:\n\n  answerable restore answerable-20261201T020000Z.age\n\n"
        "  answerable restore answerable-20261201T020000Z.age --key backup.key --migrate"
    ),
}
