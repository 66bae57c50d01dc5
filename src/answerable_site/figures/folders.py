"""Where the files of cuts lie: readable to the user that the site runs as, and to nobody else.

`cuts/NAME/` is a cut; `cuts/set-aside/NAME/` one in quarantine, which nobody opens; `cuts/.NAME-…`
belongs to one that is being made.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.conf import settings

_OWN: Final = 0o700
_NOBODY: Final = 0o000
_ASIDE: Final = "set-aside"


def place_of(name: str) -> Path:
    """Where the files of a cut lie."""
    return Path(settings.CUTS) / name


def leave_sign(name: str, told: str) -> None:
    """Leave a sign of life of a cut that is being made. The folder of cuts is there from then on.

    Args:
        told: what whoever looks is to read.
    """
    file = _sign_of(name)
    _make(file.parent)
    unfinished = file.with_name(f"{file.name}.new")
    unfinished.write_text(told, encoding="utf-8")
    unfinished.replace(file)


def sign_of(name: str) -> tuple[str, datetime] | None:
    """The last sign of life of a cut that is being made, and when it was left; None without."""
    try:
        file = _sign_of(name)
        return file.read_text(encoding="utf-8"), datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def take_sign(name: str) -> None:
    """Take the sign of life away: whoever makes the cut breaks off."""
    _sign_of(name).unlink(missing_ok=True)


@contextmanager
def room_beside(name: str) -> Iterator[Path]:
    """Room beside a cut that is being made, for what does not fit into memory; gone after."""
    room = place_of(f".{name}-unfinished-spill")
    _make(room)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def has_leftovers(name: str) -> bool:
    """Whether anything is there of a cut that was not made."""
    return bool(_leftovers(name))


def sweep(name: str) -> None:
    """Remove whatever is there of a cut that was not made."""
    for one in _leftovers(name):
        _remove(one)


def set_aside(name: str) -> None:
    """Move a cut into quarantine, where nobody opens it. Doing it twice does it once."""
    aside = _aside_of(name)
    if place_of(name).is_dir():
        _make(aside.parent)
        place_of(name).rename(aside)
    if aside.is_dir():
        aside.chmod(_NOBODY)


def put_back(name: str) -> None:
    """Move a cut out of quarantine. Doing it twice does it once."""
    aside = _aside_of(name)
    if aside.is_dir():
        aside.chmod(_OWN)
        aside.rename(place_of(name))


def is_aside(name: str) -> bool:
    """Whether a cut lies in quarantine."""
    return _aside_of(name).is_dir()


def erase(name: str) -> None:
    """Erase every file of a cut, wherever it lies. Doing it twice does it once."""
    for folder in (place_of(name), _aside_of(name)):
        _remove(folder)


def _leftovers(name: str) -> list[Path]:
    cuts = Path(settings.CUTS)
    unfinished = [*cuts.glob(f".{name}-unfinished-*"), *cuts.glob(f"{_sign_of(name).name}*")]
    return [*unfinished, *([place_of(name)] if place_of(name).is_dir() else [])]


def _remove(one: Path) -> None:
    if one.is_dir():
        one.chmod(_OWN)
        shutil.rmtree(one)
    else:
        one.unlink(missing_ok=True)


def _aside_of(name: str) -> Path:
    return place_of(_ASIDE) / name


def _sign_of(name: str) -> Path:
    return place_of(f".{name}-going-on")


def _make(folder: Path) -> None:
    folder.mkdir(mode=_OWN, parents=True, exist_ok=True)
