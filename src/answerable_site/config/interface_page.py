"""The programming interface as a page of the documentation, from its description for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerable_site.config.api import described
from answerable_site.home.presenters import ShownInterface, shown_interface
from answerable_site.home.presenters.interface import ShownField, ShownOperation


def as_page() -> str:
    """The page, as Markdown."""
    return "\n".join(_lines(shown_interface(described()))) + "\n"


def _lines(shown: ShownInterface) -> Iterator[str]:
    yield "# The programming interface"
    yield ""
    yield "Written by `answerable public interface`, and shown by each installation at `/api/v1/`."
    yield "How to use it: [Use the programming interface](../how-to/use-the-api.md)."
    for group, operations in shown.groups:
        yield from ("", f"## {group}")
        for operation in operations:
            yield from _operation(operation)
    yield from ("", "## What is told")
    for told in shown.told:
        yield from ("", f"### {told.name}", "")
        if told.says:
            yield from (" ".join(told.says.split()), "")
        yield from _table(told.fields)
    yield from ("", "## Problems", "")
    yield from ("| name | status | what it is | what to do |", "| --- | --- | --- | --- |")
    for problem in shown.problems:
        yield f"| `{problem.name}` | {problem.status} | {problem.title} | {problem.what_to_do} |"


def _operation(operation: ShownOperation) -> Iterator[str]:
    yield from ("", f"### {operation.title}", "", f"`{operation.method} {operation.path}`")
    if operation.says:
        yield from ("", operation.says)
    if operation.scopes:
        yield from ("", f"Needs a token with the scope `{operation.scopes}`.")
    if operation.asks:
        yield ""
        yield from _table(operation.asks)
    answers = "; ".join(f"{status}: {said}" for status, said in operation.answers)
    tells = f"Tells `{operation.tells}`. " if operation.tells else ""
    yield from ("", f"{tells}Answers {answers}.")


def _table(fields: Iterable[ShownField]) -> Iterator[str]:
    yield from ("| name | kind | what it is |", "| --- | --- | --- |")
    for field in fields:
        optional = "" if field.is_required else " (optional)"
        says = " ".join(field.says.split()).replace("|", "\\|")
        yield f"| `{field.name}`{optional} | {field.kind} | {says} |"
