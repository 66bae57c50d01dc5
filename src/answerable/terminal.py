"""What the command line prints for people: tables and short sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from answerable.cuts.compare import Comparison
from answerable.cuts.manifest import Manifest
from answerable.extraction.model import Item, Reading
from answerable.mappings import Completeness, Doubt, Profile, Receipt, SampleResult
from answerable.measures.answer import Answer, Cell
from answerable.measures.definition import Definition
from answerable.statute import Limit

if TYPE_CHECKING:
    from answerable.measures.curves import Course
    from answerable.measures.paths import Step, Variant
    from answerable.measures.signals import Events, Series, Units


def print_clock(facts: dict[str, Any]) -> None:
    """The last lawful day, or that there is none, with the working beneath."""
    console = Console()
    if facts["last_lawful_day"]:
        last = date.fromisoformat(facts["last_lawful_day"])
        console.print(f"Last lawful day: [bold]{last:%A} {last.day} {last:%B %Y}[/bold]")
    for sentence in facts["working"]:
        console.print(f"  {escape(sentence)}", highlight=False)


def print_limits(limits: Iterable[Limit]) -> None:
    """One row a version of a limit."""
    table = Table(Column("Limit", no_wrap=True), "Asks", "Length", "Confidence", show_lines=True)
    for limit in limits:
        asks = f"{limit.asks} ({limit.citation})"
        table.add_row(limit.code, escape(asks), limit.length, limit.confidence)
    Console().print(table)


def print_last_day(facts: dict[str, Any]) -> None:
    """The last day in time, with the working beneath."""
    console = Console()
    last = date.fromisoformat(facts["last_day"])
    console.print(f"Last day in time: [bold]{last:%A} {last.day} {last:%B %Y}[/bold]")
    for sentence in facts["working"]:
        console.print(f"  {escape(sentence)}", highlight=False)


def print_reading(reading: Reading, clock: dict[str, Any] | None) -> None:
    """Facts first, then the items, then what the rules doubt."""
    console = Console()
    for name, value in _facts(reading, clock):
        console.print(f"[bold]{name}[/bold] {escape(value)}", highlight=False)
    if reading.items:
        console.print(_item_table(reading.items))
    for warning in reading.warnings:
        console.print(f"[yellow]Check:[/yellow] {escape(warning)}", highlight=False)


def _facts(reading: Reading, clock: dict[str, Any] | None) -> list[tuple[str, str]]:
    return [
        ("Title:", reading.title or "not found"),
        ("Published:", reading.published or reading.published_worded or "not shown in the text"),
        ("Last lawful day:", _last_day(clock)),
        ("Type:", reading.inspection_type or "not shown in the text"),
        ("Inspectorates:", ", ".join(reading.inspectorates) or "not named"),
        ("Document:", reading.document_kind),
        ("Items:", str(len(reading.items))),
    ]


def _last_day(clock: dict[str, Any] | None) -> str:
    return clock["last_lawful_day"] if clock else "no clock: no date, or no basis that sets one"


def _item_table(items: tuple[Item, ...]) -> Table:
    table = Table("No.", "Kind", "Text", "To", "Deadline", "Page", show_lines=True)
    for item in items:
        points = "".join(f"\n• {point.text}" for point in item.sub_points)
        table.add_row(
            escape(item.number or ""),
            item.kind.replace("_", " "),
            escape(item.text + points),
            escape(", ".join(addressee.name for addressee in item.addressees)),
            escape(item.deadline or item.deadline_worded or ""),
            str(item.place.page),
        )
    return table


def print_manifest(manifest: Manifest) -> None:
    """What a cut holds, its sources, and its tables that have rows."""
    console = Console()
    facts = {
        "As of:": f"{manifest.as_of}",
        "Recorded to:": f"{manifest.recorded_to or 'no event in it'}",
        "Cases:": f"{manifest.cases:,}{' (SYNTHETIC)' if manifest.is_synthetic else ''}",
        "Events:": f"{manifest.events:,}",
        "Written with:": f"{manifest.written_with}, tables of version {manifest.schema}",
        "Digest:": manifest.digest,
    }
    for one in manifest.receipts:
        facts[f"From {one.source}:"] = f"{one.rows:,} rows, {one.sha256}"
    for name, value in facts.items():
        console.print(f"[bold]{escape(name)}[/bold] {escape(value)}", highlight=False)
    sizes = (Column(one, justify="right") for one in ("Rows", "Bytes"))
    table = Table(Column("Table", no_wrap=True), *sizes)
    for name, file in manifest.tables.items():
        if file.rows:
            table.add_row(name, f"{file.rows:,}", f"{file.size:,}")
    console.print(table)


def print_invented(facts: dict[str, Any]) -> None:
    """What was invented, for whom, and how to tell that it is the same again."""
    console = Console()
    forces = facts["forces"]
    named = next(iter(forces.values())) if len(forces) == 1 else f"{len(forces)} invented forces"
    shown = {
        "SYNTHETIC:": f"{facts['cases']:,} cases of {named}, known until {facts['as_of']}",
        "Written to:": facts["out"],
        "Seed:": f"{facts['seed']}",
    }
    if "events" in facts:
        shown |= {"Events:": f"{facts['events']:,}", "Digest:": facts["digest"]}
    for extract, rows in facts.get("rows", {}).items():
        shown[f"{extract.capitalize()}:"] = f"{rows:,} rows"
    for dirt, count in sorted(facts.get("planted", {}).items()):
        shown[f"Planted {dirt}:"] = f"{count:,}"
    for name, value in shown.items():
        console.print(f"[bold]{escape(name)}[/bold] {escape(value)}", highlight=False)


def print_comparison(found: Comparison) -> None:
    """What changed between two cuts: in one sentence, then table by table."""
    console = Console()
    console.print(
        f"From {found.earlier.as_of} to {found.later.as_of}: {found.cases_added:,} cases were "
        f"added, {found.cases_gone:,} are gone and {found.cases_changed:,} changed. "
        f"{found.late_corrections:,} corrections are of what had happened by "
        f"{found.earlier.as_of}.",
        highlight=False,
    )
    if found.is_same:
        console.print("Every table has the same rows.")
        return
    numbers = ("Before", "After", "Added", "Of these late", "Gone", "Changed", "Cases")
    counts = (Column(one, justify="right") for one in numbers)
    table = Table(Column("Table", no_wrap=True), *counts)
    for one in found.tables:
        if not one.is_same:
            row = (one.before, one.after, one.added, one.late, one.gone, one.changed, one.cases)
            table.add_row(one.table, *(f"{count:,}" for count in row))
    console.print(table)


def print_outcome(receipt: Receipt, columns: list[Completeness], doubts: list[Doubt]) -> None:
    """The receipt, how complete each column is, and the first messages."""
    console = Console()
    rows = receipt.rows
    facts = {
        "File:": f"{receipt.kind}, {receipt.size:,} bytes, SHA-256 {receipt.digest}",
        "Profile:": f"{receipt.profile}, version {receipt.profile_version}, as at {receipt.as_at}",
        "Rows read:": (
            f"{rows.read:,} = {rows.accepted:,} that go on + {rows.set_aside:,} set aside + "
            f"{rows.blank:,} blank"
        ),
    }
    if receipt.cases is not None:
        facts["Cases that go on:"] = f"{receipt.cases:,}"
    for name, value in facts.items():
        console.print(f"[bold]{name}[/bold] {escape(value)}", highlight=False)
    console.print(_completeness_table(columns))
    if receipt.doubts:
        console.print(_doubts_table(receipt.doubts))
    for doubt in doubts:
        console.print(
            f"[yellow]Row {doubt.row}:[/yellow] {escape(doubt.sentence)}", highlight=False
        )
        console.print(f"  {escape(doubt.what_to_do)}", highlight=False)


def _completeness_table(columns: list[Completeness]) -> Table:
    table = Table(
        "Column", *(Column(one, justify="right") for one in ("Filled", "Doubtful")), "Blank"
    )
    for one in columns:
        blank = ", ".join(
            f"{times:,} {meaning.replace('_', ' ')}" for meaning, times in one.blank.items()
        )
        table.add_row(escape(one.heading), f"{one.filled:,}", f"{one.doubtful:,}", blank)
    return table


def _doubts_table(doubts: dict[str, int]) -> Table:
    table = Table("Why set aside", Column("Rows", justify="right"))
    for code, times in doubts.items():
        table.add_row(code, f"{times:,}")
    return table


def print_profiles(profiles: list[Profile]) -> None:
    """One row a profile."""
    table = Table(Column("Profile", no_wrap=True), "Version", "What it reads")
    for one in profiles:
        table.add_row(one.name, str(one.version), escape(one.title))
    Console().print(table)


def print_profile(profile: Profile) -> None:
    """What one profile reads and makes of it."""
    console = Console()
    facts = {
        "Profile:": f"{profile.name}, version {profile.version}",
        "Reads:": profile.title,
        "By:": f"{profile.citation} ({profile.confidence})",
        "One row is:": profile.grain.row.replace("_", " "),
        "Never reads:": ", ".join(profile.unread) or "nothing that is in the file",
    }
    for name, value in facts.items():
        console.print(f"[bold]{name}[/bold] {escape(value)}", highlight=False)
    columns = Table("Column", "Of", "Holds", "A blank means")
    for column in profile.columns.values():
        columns.add_row(
            escape(column.headings[0]), column.of, column.holds, column.blank.replace("_", " ")
        )
    console.print(columns)
    events = Table("Event", "Kind", "One for each", "Its day")
    for event in profile.events:
        events.add_row(event.name, event.kind, event.each, escape(profile.heading(event.on)))
    if profile.events:
        console.print(events)


def print_samples(results: list[SampleResult]) -> None:
    """What became of each sample, and where that is not what it says."""
    console = Console()
    for result in results:
        mark = "[green]holds[/green]" if result.holds else "[red]does not hold[/red]"
        console.print(f"{mark} {escape(result.sample.says)}", highlight=False)
        for line in (*result.becomes, *result.set_aside):
            console.print(f"  {escape(line)}", highlight=False)
        for line in result.missing:
            console.print(f"  [red]missing:[/red] {escape(line)}", highlight=False)
        for line in result.unexpected:
            console.print(f"  [red]not said:[/red] {escape(line)}", highlight=False)


def print_measures(definitions: Iterable[Definition]) -> None:
    """Which measures there are, by recommendation."""
    table = Table("Measure", "What it asks", "Serves", "Basis", "Better")
    for one in definitions:
        serves = ", ".join(one.recommendations)
        table.add_row(one.name, one.asks, serves, one.basis.value, one.good.value)
    Console().print(table)


def print_answers(answers: list[Answer]) -> None:
    """What measures answer, one table each, with the working; a share of few is marked."""
    console = Console()
    for measure in dict.fromkeys(one.measure for one in answers):
        console.print(_answers_table([one for one in answers if one.measure == measure]))
    if any(one.is_few and one.denominator for one in answers):
        console.print("* of few: the share says little.")
    for as_of, cut in dict.fromkeys((one.as_of, one.cut) for one in answers):
        console.print(f"As of {as_of}, cut {cut}", highlight=False)


def _answers_table(answers: list[Answer]) -> Table:
    first = answers[0]
    numbers = ("Met", "Asked", "Not asked", "Pending", "Unknown", "Recorded", "Performed", "95%")
    table = Table(
        *(Column(name, no_wrap=True) for name in first.group),
        *(Column(one, justify="right") for one in numbers),
        title=f"{first.measure}, version {first.version}, {first.basis.value}",
        title_justify="left",
    )
    for one in answers:
        counts = (one.numerator, one.denominator, one.not_applicable, one.pending, one.unknown)
        few = "*" if one.is_few and one.denominator else ""
        table.add_row(
            *(_group(value) for value in one.group.values()),
            *(f"{count:,}" for count in counts),
            f"{_share(one.recorded_rate)}{few}",
            _share(one.performed_rate),
            "–".join(f"{100 * end:.0f}" for end in one.interval or ()),
        )
    return table


_TIMES = (28, 90, 180, 365, 730)
"""Days after the recording at which a curve is read off."""


def print_courses(courses: list[Course]) -> None:
    """What became of cases by some days after the recording, for each group."""
    console = Console()
    for one in courses:
        named = ", ".join(f"{name} {_group(value)}" for name, value in one.group.items())
        days = (Column(f"{day} days", justify="right") for day in _TIMES)
        table = Table("Ending", *days, title=named or "All cases", title_justify="left")
        for ending in one.curve.incidence:
            shares = (_share(one.curve.by(ending, day)) for day in _TIMES)
            table.add_row(ending.replace("_", " "), *shares)
        table.add_row("still open", *(_share(one.curve.open_after(day)) for day in _TIMES))
        console.print(table)
        half = one.curve.day_of_share(0.5)
        left_out = one.contradictory + one.undated + one.unobserved
        console.print(
            f"{one.cases:,} cases, {left_out:,} left out. Half had ended by: "
            f"{'not reached' if half is None else f'{half} days'}.",
            highlight=False,
        )


def print_signal(found: Series | Events | Units) -> None:
    """What a figure says, in one sentence or several, and from what."""
    console = Console()
    console.print(f"[bold]{escape(found.definition.title)}[/bold]", highlight=False)
    console.print(escape(found.sentence), highlight=False)
    row = found.as_row()
    console.print(f"As of {row['as_of']}, cut {row['cut']}", highlight=False)


def print_paths(steps: list[Step], variants: list[Variant]) -> None:
    """The steps from stage to stage, seen from both ends; then the orders of stages."""
    console = Console()
    names = tuple(steps[0].group) if steps else ()
    fates = ("Reached", "Before", "Skipped", "Ended", "Open")
    cohort = Table(*names, "To", *_numbers("Cases", *fates), title="What became of cases")
    days = Table(
        *names,
        "To",
        *_numbers("Half by", "9 of 10 by", "Took it", "Median", "9 of 10"),
        title="How many days it takes",
    )
    for one in steps:
        named = (*(_group(value) for value in one.group.values()), _spoken(one.second.value))
        counts = (one.cohort.cases, *one.cohort.fates.values())
        cohort.add_row(*named, *(f"{count:,}" for count in counts))
        reached = (one.cohort.half_by, one.cohort.nine_of_ten_by)
        took = (one.outcome.median, one.outcome.nine_of_ten)
        days.add_row(
            *named,
            *("not reached" if day is None else f"{day:,}" for day in reached),
            f"{one.outcome.cases:,}",
            *("" if day is None else f"{day:,}" for day in took),
        )
    console.print(cohort, days)
    console.print(
        "Half by: of all that reached the stage before, open ones counted as long as they were "
        "seen. Median: of those alone that took the step, which leaves out whoever still waits."
    )
    orders = Table(Column("Cases", justify="right"), "Way", "Ended otherwise than by a charge")
    for way in variants:
        stages = " → ".join(_spoken(stage.value) for stage in way.stages)
        orders.add_row(f"{way.cases:,}", stages, _spoken(way.ending))
    console.print(orders)


def _numbers(*names: str) -> Iterator[Column]:
    return (Column(name, justify="right") for name in names)


def _spoken(code: str) -> str:
    return code.replace("_", " ")


def _share(rate: float | None) -> str:
    return "" if rate is None else f"{100 * rate:.1f}%"


def _group(value: Cell) -> str:
    return "none" if value is None else str(value)


def print_protected(by: Sequence[str], facts: dict[str, Any]) -> None:
    """A protected table, one row a cell, with what was checked."""
    console = Console()
    table = Table(*by, Column("Shown", justify="right"))
    for cell in facts["cells"]:
        shown = cell["shown"]
        table.add_row(
            *(escape(cell[one]) for one in by),
            f"{shown:,}" if isinstance(shown, int) else escape(shown),
        )
    console.print(table)
    audit, policy = facts["audit"], facts["policy"]
    rounded = f"Rounded to {facts['rounded_to']}. " if facts["rounded_to"] > 1 else ""
    narrowest = audit["narrowest_interval"]
    console.print(
        f"{rounded}* stands for all. {escape('[c]')} is hidden: {audit['primary']} small, "
        f"{audit['secondary']} so that those cannot be worked out.",
        highlight=False,
    )
    console.print(
        f"The audit of {audit['releases']} releases together passed"
        + (f": every small cell could have {narrowest} values." if narrowest else "."),
        f"Policy {policy['name']} {policy['version']}, {policy['profile']}.",
        highlight=False,
    )
    for line in facts["advice"]:
        console.print(escape(line), highlight=False)
