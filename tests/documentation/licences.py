"""Prints the licences of all that runs in an office: `python -m tests.documentation.licences`.

Names and versions come from the lock, licences from what installed packages state of themselves.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from tests.documentation.test_dependencies import licence

LOCK = Path(__file__).parents[2] / "requirements/run.txt"
ELSEWHERE = {"colorama": "BSD License"}
"""Of packages that other systems alone need, as their pages in the index state it."""
HEAD = """# Licences

Every package that runs in an office, with the versions of `requirements/run.txt` and what it
states of its licence itself. Made by `just licences`; a test compares it with the lock and with
what is installed. Which licences are let in, and why psycopg is:
[dependencies](dependencies.md#licences). The product itself is under the [MIT
licence](../../LICENSE).

| package | version | licence |
| --- | --- | --- |
"""


def locked() -> dict[str, list[str]]:
    """Each package of the lock with its versions; there may be several, for several Pythons."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(
        r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE
    ):
        found.setdefault(name, []).append(version)
    return found


def stated(package: str) -> str:
    """What a package states of its licence, in one line.

    Raises:
        PackageNotFoundError: it is not installed, and nothing is known of it.
    """
    try:
        said = licence(package)
    except PackageNotFoundError:
        if package in ELSEWHERE:
            return ELSEWHERE[package]
        raise
    words = re.sub(r"License :: (?:OSI Approved :: )?", "", said)
    return " ".join(words.split()).replace("|", "/")


def page() -> str:
    """The page."""
    rows = (
        f"| {name} | {', '.join(versions)} | {stated(name)} |"
        for name, versions in sorted(locked().items())
    )
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
