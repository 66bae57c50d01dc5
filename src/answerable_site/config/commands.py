"""The site's part of the `answerable` command. Django loads only where a command needs it."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from answerable.output import Format, FormatOption
from answerable_site.config.account_commands import AccountCommands
from answerable_site.config.audit_commands import AuditCommands
from answerable_site.config.case_commands import CaseCommands
from answerable_site.config.cut_commands import CutCommands
from answerable_site.config.intake_commands import IntakeCommands
from answerable_site.config.public_commands import PublicCommands
from answerable_site.config.translation_commands import TranslationCommands
from answerable_site.config.upkeep_commands import UpkeepCommands
from answerable_site.people.rules import BodyType, OrganisationKind

LOCAL = "answerable_site.config.settings.local"


def plug_into(app: typer.Typer) -> None:
    """Add the site's commands to the product's command line."""
    for command in (
        *(demo, serve, migrate, worker, scheduler, run_due),
        *(add_office, add_organisation, succeed_body, database_roles, tracker),
    ):
        app.command(epilog=_EXAMPLES[command.__name__])(command)
    app.command(
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        epilog=_EXAMPLES["manage"],
        add_help_option=False,
    )(manage)
    CaseCommands(
        start=_start_on_the_database,
        start_without_database=_start_django,
        refuse=_refuse,
    ).plug_into(app)
    AccountCommands(
        start=_start_on_the_database, ask_password=_ask_password, refuse=_refuse
    ).plug_into(app)
    UpkeepCommands(
        start=_start_on_the_database,
        start_without_database=_start_django,
        refuse=_refuse,
    ).plug_into(app)
    IntakeCommands(start=_start_on_the_database, refuse=_refuse).plug_into(_group(app, "intake"))
    CutCommands(start=_start_on_the_database, refuse=_refuse).plug_into(_group(app, "cut"))
    public = typer.Typer(help="What the public can get.", no_args_is_help=True)
    PublicCommands(start=_start_on_the_database, refuse=_refuse).plug_into(public)
    app.add_typer(public, name="public")
    translations = typer.Typer(help="What is said in Welsh.", no_args_is_help=True)
    TranslationCommands(start=_start_django).plug_into(translations)
    app.add_typer(translations, name="translations")
    audit = typer.Typer(help="The record of who did what.", no_args_is_help=True)
    AuditCommands(
        start=_start_on_the_database,
        start_without_database=_start_django,
        refuse=_refuse,
    ).plug_into(audit)
    app.add_typer(audit, name="audit")


def _group(app: typer.Typer, name: str) -> typer.Typer:
    """The commands under a word: the library’s own, if it has some."""
    for group in app.registered_groups:
        if group.name == name and group.typer_instance is not None:
            return group.typer_instance
    made = typer.Typer()
    app.add_typer(made, name=name)
    return made


def demo(
    port: Annotated[int, typer.Option(help="First port to try on this machine.")] = 8000,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin again from nothing.")] = False,
    serving: Annotated[
        bool, typer.Option("--serve/--prepare-only", help="Serve, or only load.")
    ] = True,
) -> None:
    """Load an invented office and serve it on this machine only."""
    if os.environ.get("DJANGO_SETTINGS_MODULE", LOCAL) != LOCAL:
        _refuse(
            "The demonstration does not run with production settings. "
            "Unset DJANGO_SETTINGS_MODULE and try again."
        )
    if "ANSWERABLE_DATABASE_URL" in os.environ:
        _refuse(
            "The demonstration keeps its own database and will not touch another. "
            "Unset ANSWERABLE_DATABASE_URL and try again."
        )
    data = Path(os.environ.get("ANSWERABLE_DATA", "var")) / "demonstration"
    os.environ["ANSWERABLE_DATA"] = str(data.absolute())
    os.environ["ANSWERABLE_DEMONSTRATION"] = "yes"

    from answerable_site.config import demonstration, servers

    demonstration.prepare(data, fresh=fresh, start_django=_start_django)
    if serving:
        chosen = servers.free_port(port)
        os.environ.setdefault("ANSWERABLE_PUBLIC_ADDRESS", f"http://127.0.0.1:{chosen}")
        demonstration.announce(f"http://127.0.0.1:{chosen}/")
        raise typer.Exit(servers.run(host="127.0.0.1", port=chosen, web_workers=1))


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    web_workers: Annotated[int, typer.Option(help="Web processes.")] = 3,
) -> None:
    """Run the web server, one background worker and the scheduler until stopped."""
    _start_django()
    from django.conf import settings

    from answerable_site.config import servers

    # Web processes of before count no more: each adds to files of its own.
    for left in settings.METRICS_FOLDER.glob("*.db"):
        left.unlink()
    raise typer.Exit(servers.run(host=host, port=port, web_workers=web_workers))


def migrate() -> None:
    """Bring the database to this version and collect the static files."""
    _start_django()
    from django.conf import settings
    from django.core.management import call_command

    from answerable_site.config import upgrading

    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False)
    upgrading.collect_static_files()


def worker() -> None:
    """Run background work, such as reading documents, until stopped."""
    _start_django()
    from django.core.management import call_command

    call_command("db_worker", reload=False)


def scheduler() -> None:
    """Do what is due every 15 minutes, such as e-mails about what is due, until stopped."""
    _start_django()
    from answerable_site.config.schedule.loop import run_until_stopped

    run_until_stopped()


def run_due(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    output: FormatOption = Format.TABLE,
) -> None:
    """Do once what is due now; exit status 1 if something failed. Safe to run twice at once."""
    _start_on_the_database()
    from django.utils import timezone

    from answerable_site.config import schedule

    if dry_run:
        foreseen = schedule.foresee_due(timezone.now())
        _print_jobs({job: {"would": said} for job, said in foreseen.items()}, output)
        return
    report = schedule.run_due(timezone.now())
    _print_jobs(
        {
            job: {"done": outcome.done, "failed": outcome.failed}
            for job, outcome in report.outcomes.items()
        },
        output,
    )
    raise typer.Exit(0 if report.is_whole else 1)


def add_office(
    body: Annotated[str, typer.Option(help="Name of the local policing body.")],
    holder_title: Annotated[str, typer.Option(help="Title of its holder.")],
    administrator: Annotated[
        list[str],
        typer.Option(help="“Full name <address>”; give two, for some roles need two people."),
    ],
    force: Annotated[
        str,
        typer.Option(
            help="Name of the force it holds to account; none for a body that succeeds another."
        ),
    ] = "",
    chief_officer_title: Annotated[str, typer.Option(help="Title of the chief officer.")] = "",
    body_type: Annotated[
        BodyType, typer.Option(help="What the body is in law.")
    ] = BodyType.COMMISSIONER,
) -> None:
    """Add a local policing body, its force and its first two administrators."""
    _start_on_the_database()
    from answerable_site.config import offices

    try:
        offices.add(
            body=body,
            holder_title=holder_title,
            force=force,
            chief_officer_title=chief_officer_title,
            body_type=body_type,
            administrators=administrator,
            ask_password=_ask_password,
        )
    except offices.CannotAddOffice as problem:
        _refuse(str(problem))
    typer.echo(f"{body} is ready. Its administrators can sign in and add people.")


def add_organisation(
    kind: Annotated[
        OrganisationKind,
        typer.Option(help="cps_area, inspectorate, support_service or national_body."),
    ],
    name: Annotated[str, typer.Option(help="Its name.")],
    administrator: Annotated[
        list[str],
        typer.Option(help="“Full name <address>”; give two, for some roles need two people."),
    ],
) -> None:
    """Add a CPS Area, inspectorate, support service or national body with two administrators."""
    _start_on_the_database()
    from answerable_site.config import offices

    try:
        offices.add_organisation(
            kind=kind, name=name, administrators=administrator, ask_password=_ask_password
        )
    except offices.CannotAddOffice as problem:
        _refuse(str(problem))
    typer.echo(f"{name} is ready. Its administrators can sign in and add people.")


def succeed_body(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The body that ends, as its addresses name it.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The body that takes over, likewise.")],
    on: Annotated[
        datetime,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="First day of the new body: 2028-05-04."
        ),
    ],
    reason: Annotated[str, typer.Option(help="Why, such as the law that says so.")],
    by: Annotated[str, typer.Option(help="Your address, as an administrator of either body.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would pass; change nothing.")
    ] = False,
) -> None:
    """Pass what is open, and the force, from a local policing body to the one that succeeds it."""
    _start_on_the_database()
    from answerable_site.config import succession
    from answerable_site.config.console import CannotBeDone

    try:
        passing = succession.succeed(
            old=old, new=new, on=on.date(), reason=reason, by_email=by, dry_run=dry_run
        )
    except CannotBeDone as problem:
        _refuse(str(problem))
    for line in succession.in_words(passing, is_done=not dry_run):
        typer.echo(line)


def tracker(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, .xlsx, .xls or .ods.")],
    mapping: Annotated[str, typer.Option(help="The name under which its choices were kept.")],
    body: Annotated[str, typer.Option(help="The local policing body, as its addresses name it.")],
    by: Annotated[str, typer.Option(help="Your address, as a response officer of the body.")],
    load: Annotated[
        bool, typer.Option("--load", help="Load it, if no row is refused; else only look at it.")
    ] = False,
    as_at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of which it speaks."),
    ] = None,
    sheet: Annotated[str, typer.Option(help="Of a workbook with several sheets.")] = "",
    output: FormatOption = Format.TABLE,
) -> None:
    """Say what loading a tracker would do, row by row; exit status 1 when rows are refused."""
    _start_on_the_database()
    from answerable_site.config import trackers
    from answerable_site.config.console import CannotBeDone
    from answerable_site.followup.rules.tracker import Outcome

    try:
        report = trackers.take(
            file,
            mapping=mapping,
            body=body,
            by_email=by,
            as_at=as_at.date() if as_at else None,
            sheet=sheet or None,
            load=load,
        )
    except CannotBeDone as problem:
        _refuse(str(problem))
    if output is Format.JSON:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in report.lines():
            typer.echo(line)
    raise typer.Exit(1 if report.plan.counts[Outcome.REFUSED] else 0)


def database_roles(
    web: Annotated[str, typer.Option(help="The role as which the site connects.")] = (
        "answerable_web"
    ),
    press: Annotated[str, typer.Option(help="The role of public pages.")] = "answerable_press",
) -> None:
    """Print the SQL that makes the site’s roles on PostgreSQL, for psql as the database’s owner."""
    _start_on_the_database()
    from answerable_site.config import database_roles

    try:
        for statement in database_roles.statements(web=web, press=press):
            typer.echo(f"{statement};")
    except database_roles.UnusableRoleName as problem:
        _refuse(str(problem))


def manage(context: typer.Context) -> None:
    """Run a command of Django itself, such as check or shell."""
    _start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["answerable manage", *context.args])


def _print_jobs(jobs: dict[str, dict[str, tuple[str, ...]]], output: Format) -> None:
    """Print sentences by job; in the table, what failed goes to standard error."""
    if output is Format.JSON:
        typer.echo(json.dumps(jobs, ensure_ascii=False, indent=2))
        return
    for job, said in jobs.items():
        for kind, sentences in said.items():
            for sentence in sentences:
                typer.echo(f"{job}: {sentence}", err=kind == "failed")


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", LOCAL)
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        _refuse(str(problem))


def _start_on_the_database() -> None:
    """Start Django for a command that needs every table."""
    _start_django()
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as problem:
        _refuse(
            f"The database cannot be opened: {problem}. Check its address; if there is none yet, "
            "run “answerable migrate”."
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _refuse("The database is not up to date. Run “answerable migrate”, then try again.")


def _ask_password(name: str) -> str:
    password: str = typer.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True)
    return password


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(2)


_EXAMPLES: dict[str, Any] = {
    "demo": "Examples:\n\n  answerable demo\n\n  answerable demo --fresh --port 8080",
    "serve": "Example:\n\n  answerable serve --port 8000 --web-workers 3",
    "migrate": "Example:\n\n  answerable migrate",
    "worker": "Example:\n\n  answerable worker",
    "scheduler": "Example:\n\n  answerable scheduler",
    "run_due": (
        "Examples:\n\n  answerable run-due\n\n  answerable run-due --dry-run\n\n"
        "  answerable run-due --dry-run --format json"
    ),
    "add_office": (
        "Example:\n\n  answerable add-office --body 'Office for Policing in Wexmoor' "
        "--holder-title 'Police and Crime Commissioner' --force 'Wexmoor Constabulary' "
        "--chief-officer-title 'Chief Constable' --administrator 'A Person <a@example.org>' "
        "--administrator 'B Person <b@example.org>'"
    ),
    "add_organisation": (
        "Example:\n\n  answerable add-organisation --kind support_service "
        "--name 'Wexmoor Sexual Violence Support' --administrator 'A Person <a@example.org>' "
        "--administrator 'B Person <b@example.org>'"
    ),
    "succeed_body": (
        "Example:\n\n  answerable succeed-body office-for-policing-in-wexmoor "
        "wexmoor-combined-authority --on 2028-05-04 --reason 'Order of 2028' "
        "--by a@example.org --dry-run"
    ),
    "tracker": (
        "Examples:\n\n  answerable tracker tracker.xlsx --mapping 'Force tracker' "
        "--body office-for-policing-in-wexmoor --by a@example.org\n\n"
        "  answerable tracker tracker.csv --mapping 'Force tracker' "
        "--body office-for-policing-in-wexmoor --by a@example.org --load --format json"
    ),
    "database_roles": "Example:\n\n  answerable database-roles | psql answerable",
    "manage": "Example:\n\n  answerable manage check --deploy",
}
