"""`answerable leaks`: a file looked through, or made anew, before it leaves the office."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from answerable.output import NOT_WHOLE, Format, FormatOption, print_json, progress, refuse

app = typer.Typer(help="What is hidden in a file before it is published.", no_args_is_help=True)
_SUFFIXES: Final = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@app.command(
    epilog="Examples:\n\n  answerable leaks scan response.docx\n\n"
    "  answerable leaks scan figures.xlsx --needles references.csv --format json"
)
def scan(
    file: Annotated[Path, typer.Argument(help="Any file that is to leave the office.")],
    *,
    needles: Annotated[
        Path | None,
        typer.Option(
            help="CSV of what must not be in it: label,text,kind. Kinds: reference, email, name, "
            "telephone, text."
        ),
    ] = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """Look through a file and everything in it for what must not be public.

    Exit status 1 when something was found. Findings name needles by their labels, never by their
    text. No file is shown to be harmless by this: a person reads it too.
    """
    from answerable.leaks import SCANNER_VERSION
    from answerable.leaks import scan as scanned
    from answerable.leaks.listed import UnusableList, read_needles
    from answerable.leaks.needles import UnusableNeedle

    try:
        wanted = read_needles(needles) if needles else []
        with progress("Looking through the file"):
            found = scanned(file, wanted)
    except (UnusableList, UnusableNeedle) as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{problem.filename} cannot be read: {problem.strerror}.")
    if output is Format.JSON:
        print_json({"scanner": SCANNER_VERSION, "findings": [one.as_json() for one in found]})
    else:
        for one in found:
            typer.echo(one.sentence)
        typer.echo(f"Findings by scanner {SCANNER_VERSION}: {len(found)}.")
    raise typer.Exit(NOT_WHOLE if found else 0)


@app.command(epilog="Example:\n\n  answerable leaks remake received.pdf --out for-the-public.pdf")
def remake(
    file: Annotated[Path, typer.Argument(help="A PDF or a picture.")],
    *,
    out: Annotated[Path, typer.Option(help="The new file; it must not exist.")],
) -> None:
    """Make a PDF or picture anew: what a reader sees of it, and nothing else.

    Links, bookmarks and tags are lost too, so publish the words as a page beside it. Nothing is
    written when the file has text that nobody sees.
    """
    from answerable.documents import Unreadable
    from answerable.leaks import remade

    if out.exists():
        refuse(f"{out} exists. Name a new file.")
    try:
        with progress("Making the file anew"):
            made = remade(file)
        if out.suffix.lower() not in {_SUFFIXES[made.media_type], ".jpeg"}:
            refuse(f"What was made is {made.media_type}: name it {_SUFFIXES[made.media_type]}.")
        out.write_bytes(made.content)
    except Unreadable as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{problem.filename} cannot be opened: {problem.strerror}.")
    typer.echo(f"{out} was made anew ({len(made.content):,} bytes).")


@app.command(epilog="Example:\n\n  answerable leaks clues statement.docx --format json")
def clues(
    file: Annotated[Path, typer.Argument(help="A document with words that are to be published.")],
    output: FormatOption = Format.TABLE,
) -> None:
    """List clues in a document to who somebody is: names, dates, ages, places, circumstances.

    It tells rather once too often and decides nothing: a person does.
    """
    from dataclasses import asdict

    from answerable import documents
    from answerable.leaks import clues as told

    try:
        with progress("Reading the document"):
            found = told(documents.read(file).text)
    except documents.Unreadable as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{problem.filename} cannot be read: {problem.strerror}.")
    if output is Format.JSON:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        typer.echo(f"{one.because}: … {one.before}[{one.words}]{one.after} …".replace("\n", " "))
    typer.echo(f"Clues to look at: {len(found)}.")
