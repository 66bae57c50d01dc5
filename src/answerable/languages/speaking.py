"""The language in which something is said at the moment. English unless somebody asks otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from answerable.languages.catalogue import CATALOGUE_NAME, Catalogue, read_catalogue

ENGLISH = "en"
WELSH = "cy"
LANGUAGES = (ENGLISH, WELSH)

_SPOKEN: ContextVar[str] = ContextVar("language", default=ENGLISH)
_FOLDERS: list[Path] = [Path(__file__).parent]


def spoken() -> str:
    """The language of the moment."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside in a language.

    Raises:
        LookupError: it is none of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise LookupError(f"Nothing is said in {language!r}.")
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def read_from(folder: Path) -> None:
    """Read a further catalogue: that of a folder, if there is one."""
    if folder not in _FOLDERS:
        _FOLDERS.append(folder)
        welsh.cache_clear()


@cache
def welsh() -> Catalogue:
    """All that has Welsh."""
    catalogue = Catalogue()
    for folder in _FOLDERS:
        if (folder / CATALOGUE_NAME).exists():
            catalogue.add(read_catalogue(folder / CATALOGUE_NAME))
    return catalogue
