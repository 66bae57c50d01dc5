"""What an installation lacks, and how to mend it: told from facts that were gathered elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LATEST_RUN: Final = timedelta(minutes=45)
"""Three quarters of an hour: two runs of what is due may fail."""
LONGEST_WAIT: Final = timedelta(minutes=10)
"""Within it a worker takes up whatever waits."""
OLDEST_BACKUP: Final = timedelta(hours=26)
"""A day, and two hours for making it."""
CLOCK_TOLERANCE: Final = timedelta(seconds=30)
"""One-time codes of a second factor are good for that long."""
LEAST_FREE: Final = 0.1
"""Share of a disk."""
LEAST_POSTGRESQL: Final = 15
TRIGGERS: Final = frozenset(
    {"audit_only_erasing", "audit_index_only_erasing"},
)
"""That keep the record of acts append-only, on either database."""
_OTHERS: Final = 0o007


class State(StrEnum):
    """How things stand."""

    GOOD = "good"
    LOOK = "look"
    """It works, and somebody should know."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: str
    state: State
    sentence: str
    mend: str = ""
    """What to do; nothing where all is good."""

    def as_json(self) -> dict[str, str]:
        """Plain data."""
        return {
            "about": self.about,
            "state": self.state.value,
            "sentence": self.sentence,
            "mend": self.mend,
        }


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the site needs."""

    setting: str
    path: str
    is_there: bool
    is_writable: bool
    rights: int = 0
    free_share: float = 1.0
    """Of its disk."""
    free_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """The last one that the record of acts tells of."""

    made_at: datetime
    was_verified: bool


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What was found of a database that answered."""

    product: str
    major: int
    pending: int = 0
    """Migrations of this version that were not carried out."""
    triggers: frozenset[str] = frozenset()
    open_tables: tuple[str, ...] = ()
    """Tables of cases without their wall; on PostgreSQL only."""
    unindexed: tuple[str, ...] = ()
    """Indexes of words that have fewer or more rows than what they are of."""
    clock_differs: timedelta = timedelta()
    holds_cases: bool = False
    dump_major: int | None = None
    """Of the program pg_dump on this machine; None without."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was gathered of an installation."""

    now: datetime
    is_production: bool
    complaints: tuple[tuple[str, str, bool], ...] = ()
    """Of Django’s checks and our own: what, how to mend it, and whether it is an error."""
    database: DatabaseFacts | None = None
    database_problem: str = ""
    case_keys: str = ""
    """What is wrong with the keys of cases; nothing if they are good."""
    has_case_keys: bool = True
    folders: tuple[Folder, ...] = ()
    static_files: bool = True
    has_audit_key: bool = True
    ran_at: datetime | None = None
    """When what is due was last done."""
    worked_at: datetime | None = None
    """When a worker last gave a sign of life."""
    waits_since: datetime | None = None
    """Since when the oldest piece of background work waits."""
    failed_work: int = 0
    backup: Backup | None = None
    has_backup_key: bool = True
    mail: str | None = ""
    """Why the mail server cannot be reached; None where none is set up."""
    zone: str = ""
    """What is wrong with Europe/London; nothing if it is there."""


def findings(facts: Facts) -> tuple[Finding, ...]:
    """All that was looked at, in the order in which one would mend it."""
    return (
        *_settings(facts),
        *_database(facts),
        *_keys(facts),
        *_folders(facts),
        *_running(facts),
        *_backups(facts),
        *_surroundings(facts),
    )


def worst(found: tuple[Finding, ...]) -> State:
    """How the installation stands as a whole."""
    states = {one.state for one in found}
    return next((one for one in (State.WRONG, State.LOOK) if one in states), State.GOOD)


def _settings(facts: Facts) -> Iterator[Finding]:
    if not facts.is_production:
        yield Finding(
            "settings",
            State.LOOK,
            "The settings are those for one’s own machine.",
            "Where an office works, set DJANGO_SETTINGS_MODULE to "
            "answerable_site.config.settings.production.",
        )
    for sentence, mend, is_error in facts.complaints:
        state = State.WRONG if is_error or facts.is_production else State.LOOK
        yield Finding("settings", state, sentence, mend or "See docs/reference/settings.md.")
    if facts.is_production and not facts.complaints:
        yield Finding("settings", State.GOOD, "The settings are complete and safe.")


def _database(facts: Facts) -> Iterator[Finding]:
    found = facts.database
    if found is None:
        yield Finding(
            "database",
            State.WRONG,
            f"The database does not answer: {facts.database_problem}.",
            "Check that it runs, and ANSWERABLE_DATABASE_URL; if there is none yet, run "
            "“answerable migrate”.",
        )
        return
    yield Finding("database", State.GOOD, f"{found.product} answers.")
    is_postgresql = found.product.startswith("PostgreSQL")
    if is_postgresql and found.major < LEAST_POSTGRESQL:
        yield Finding(
            "database",
            State.WRONG,
            f"PostgreSQL {found.major} is older than the product is tested with.",
            f"Use PostgreSQL {LEAST_POSTGRESQL} or later.",
        )
    if found.pending:
        many = "1 migration was" if found.pending == 1 else f"{found.pending} migrations were"
        yield Finding(
            "database", State.WRONG, f"{many} not carried out.", "Run “answerable upgrade”."
        )
        return
    if missing := sorted(TRIGGERS - found.triggers):
        yield Finding(
            "record of acts",
            State.WRONG,
            f"The database lets the record of acts be changed: {', '.join(missing)} is missing.",
            "Find out who took it away, run “answerable audit verify”, and restore a backup from "
            "before.",
        )
    else:
        yield Finding("record of acts", State.GOOD, "The database lets it only grow.")
    yield from _walls(found, is_postgresql=is_postgresql)
    yield _search(found)


def _search(found: DatabaseFacts) -> Finding:
    if found.unindexed:
        return Finding(
            "search",
            State.WRONG,
            f"The search misses rows, or has rows that are gone: {', '.join(found.unindexed)}.",
            "Run “answerable rebuild-search”.",
        )
    return Finding("search", State.GOOD, "Every row that can be searched for is indexed.")


def _walls(found: DatabaseFacts, *, is_postgresql: bool) -> Iterator[Finding]:
    if not is_postgresql:
        yield Finding(
            "walls around cases",
            State.LOOK if found.holds_cases else State.GOOD,
            "SQLite has no walls around rows: they stand in the site alone.",
            "For real cases move to PostgreSQL: “answerable move --to ADDRESS”.",
        )
    elif found.open_tables:
        yield Finding(
            "walls around cases",
            State.WRONG,
            f"There is no wall around rows of {', '.join(found.open_tables)}.",
            "Run “answerable migrate” as the owner; if it stays, restore from a backup.",
        )
    else:
        yield Finding("walls around cases", State.GOOD, "Rows of cases are behind their walls.")


def _keys(facts: Facts) -> Iterator[Finding]:
    if facts.case_keys:
        yield Finding(
            "keys of cases",
            State.WRONG,
            facts.case_keys,
            "Set ANSWERABLE_CASE_HASH_KEY and ANSWERABLE_CASE_KEYS from the copy that you keep "
            "apart.",
        )
    elif not facts.has_case_keys:
        yield Finding(
            "keys of cases",
            State.LOOK,
            "There are no keys for references of cases, so none can be recorded.",
            "Where cases are kept, add what “answerable make-case-keys” prints to the settings.",
        )
    else:
        yield Finding("keys of cases", State.GOOD, "They open what is kept under them.")
    if not facts.has_audit_key:
        yield Finding(
            "record of acts",
            State.LOOK,
            "The record of acts is not signed: there is no key.",
            "Make one with “answerable audit make-key”.",
        )


def _folders(facts: Facts) -> Iterator[Finding]:
    for folder in facts.folders:
        if not folder.is_there:
            yield Finding(
                "folders",
                State.WRONG,
                f"The folder {folder.path} is not there.",
                f"Make it, or set {folder.setting} to another.",
            )
        elif not folder.is_writable:
            yield Finding(
                "folders",
                State.WRONG,
                f"The site cannot write into {folder.path}.",
                f"Give it to the account that runs the site: chown on the folder of "
                f"{folder.setting}.",
            )
        elif folder.rights & _OTHERS:
            yield Finding(
                "folders",
                State.WRONG,
                f"Other accounts of this machine can open {folder.path}.",
                f"chmod 700 on the folder of {folder.setting}.",
            )
        else:
            yield Finding("folders", State.GOOD, f"{folder.path} can be written to.")
        if folder.is_there and folder.free_share < LEAST_FREE:
            yield Finding(
                "disk",
                State.WRONG,
                f"The disk of {folder.path} is almost full: {folder.free_bytes / 1e9:.1f} GB are "
                "free.",
                "Make room: old backups and data cuts first. The runbook says how.",
            )
    if not facts.static_files:
        yield Finding(
            "static files",
            State.WRONG,
            "Styles and scripts were not collected, so no page can be shown.",
            "Run “answerable migrate”, which collects them, too.",
        )


def _running(facts: Facts) -> Iterator[Finding]:
    if facts.database is None or facts.database.pending:
        return
    if facts.ran_at is None or facts.now - facts.ran_at > LATEST_RUN:
        yield Finding(
            "what is due",
            State.WRONG,
            f"What is due was last done {_ago(facts.ran_at, facts.now)}.",
            "Start the scheduler or the timer: systemctl start answerable-due.timer.",
        )
    else:
        yield Finding(
            "what is due", State.GOOD, f"It was last done {_ago(facts.ran_at, facts.now)}."
        )
    waits = facts.waits_since is not None and facts.now - facts.waits_since > LONGEST_WAIT
    if waits or facts.worked_at is None or facts.now - facts.worked_at > LATEST_RUN:
        said = (
            f"Background work waits since {_ago(facts.waits_since, facts.now)}"
            if waits
            else f"A worker was last seen {_ago(facts.worked_at, facts.now)}"
        )
        yield Finding(
            "background work",
            State.WRONG,
            f"{said}.",
            "Start the worker: systemctl start answerable-worker.",
        )
    else:
        yield Finding(
            "background work",
            State.GOOD,
            f"A worker was last seen {_ago(facts.worked_at, facts.now)}.",
        )
    if facts.failed_work:
        yield Finding(
            "background work",
            State.LOOK,
            f"{facts.failed_work} pieces of background work failed within a day.",
            "The log of the worker says where: journalctl -u answerable-worker.",
        )


def _backups(facts: Facts) -> Iterator[Finding]:
    if not facts.has_backup_key:
        yield Finding(
            "backups",
            State.WRONG,
            "There is no key for backups, so none can be made.",
            "Make one with “answerable make-backup-key”, and keep a copy apart.",
        )
    found = facts.database
    if found and found.product.startswith("PostgreSQL"):
        if found.dump_major is None:
            yield Finding(
                "backups",
                State.WRONG,
                "The program pg_dump is not on this machine.",
                "On Debian: apt install postgresql-client.",
            )
        elif found.dump_major < found.major:
            yield Finding(
                "backups",
                State.WRONG,
                f"pg_dump is of version {found.dump_major}, the server of {found.major}: it keeps "
                "no newer server.",
                f"Install postgresql-client-{found.major}.",
            )
    if facts.backup is None:
        yield Finding(
            "backups",
            State.WRONG,
            "No backup was ever made.",
            "Run “answerable backup”, then start its timer: systemctl enable --now "
            "answerable-backup.timer.",
        )
        return
    ago = _ago(facts.backup.made_at, facts.now)
    if facts.now - facts.backup.made_at > OLDEST_BACKUP:
        yield Finding(
            "backups",
            State.WRONG,
            f"The last backup was made {ago}.",
            "journalctl -u answerable-backup says why none followed.",
        )
    elif facts.backup.was_verified:
        yield Finding("backups", State.GOOD, f"The last was made {ago}, opened and found whole.")
    else:
        yield Finding(
            "backups",
            State.LOOK,
            f"The last was made {ago}, and not opened here.",
            "Run “answerable verify” on the machine that has the secret key.",
        )


def _surroundings(facts: Facts) -> Iterator[Finding]:
    if facts.zone:
        yield Finding(
            "clock",
            State.WRONG,
            facts.zone,
            "Install the zone files: apt install tzdata, or the package tzdata of Python.",
        )
    if facts.database and abs(facts.database.clock_differs) > CLOCK_TOLERANCE:
        yield Finding(
            "clock",
            State.WRONG,
            f"The clocks of this machine and of the database differ by "
            f"{abs(facts.database.clock_differs).total_seconds():.0f} seconds.",
            "Have both follow a time server: timedatectl set-ntp true.",
        )
    elif facts.database:
        yield Finding("clock", State.GOOD, "This machine and the database agree on the time.")
    if facts.mail is None:
        yield Finding(
            "e-mail",
            State.LOOK,
            "No mail server is set up, so nobody is told by e-mail of what is due.",
            "Set ANSWERABLE_EMAIL_URL and ANSWERABLE_EMAIL_FROM.",
        )
    elif facts.mail:
        yield Finding(
            "e-mail",
            State.WRONG,
            f"The mail server cannot be reached: {facts.mail}.",
            "Check ANSWERABLE_EMAIL_URL, and that this machine may reach it.",
        )
    else:
        yield Finding("e-mail", State.GOOD, "The mail server answers.")


def _ago(then: datetime | None, now: datetime) -> str:
    if then is None:
        return "never"
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 2:
        return "just now"
    if minutes < 120:
        return f"{minutes} minutes ago"
    hours = minutes // 60
    return f"{hours} hours ago" if hours < 48 else f"{hours // 24} days ago"
