"""A whole site for the journeys: real database, real web server, real background worker."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.databases import alone_in, copied_database, template_database

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Site:
    """Where a running site answers, and how to run its commands."""

    address: str
    environment: dict[str, str]
    pages: dict[str, str]
    """The addresses that `tests.journeys.records` names."""
    sessions: dict[str, dict[str, str]]
    """By e-mail address, the cookie of a session that began with the site."""

    def command(self, *arguments: str) -> str:
        """Run a command of the product against this site's database; gives what it printed."""
        return _run([sys.executable, "-m", "answerable", *arguments], self.environment)


@contextmanager
def serving(folder: Path, shared: Path, **settings: str) -> Iterator[Site]:
    """A site with invented offices, on the database that ANSWERABLE_DATABASE_URL asks for.

    Args:
        folder: of its own.
        shared: where whoever serves such a site in this run finds what it begins as.
        settings: further variables of its environment.
    """
    filled = _filled(shared)
    shutil.copytree(filled.data, folder, dirs_exist_ok=True)
    with copied_database(folder, filled.database) as address:
        environment = _environment(folder) | settings | {"ANSWERABLE_DATABASE_URL": address}
        with _served(environment, folder / "server.log") as address:
            yield Site(address, environment, filled.pages, filled.sessions)


@dataclass(frozen=True)
class Filled:
    """The invented offices, from which every site of a run begins: they take a minute to make."""

    database: str
    data: Path
    pages: dict[str, str]
    sessions: dict[str, dict[str, str]]


def _filled(shared: Path) -> Filled:
    """What the first that asks for it makes."""
    data, told = shared / "data", shared / "filled.json"
    with alone_in(shared):
        if not told.exists():
            shutil.rmtree(data, ignore_errors=True)
            data.mkdir()
            database = template_database(shared, "answerable_filled")
            environment = _environment(data) | {"ANSWERABLE_DATABASE_URL": database}
            said = _run([sys.executable, "-m", "tests.journeys.office"], environment)
            told.write_text(json.dumps({"database": database} | json.loads(said)))
    return Filled(data=data, **json.loads(told.read_text()))


@contextmanager
def demonstrating(folder: Path) -> Iterator[Site]:
    """The demonstration, as a newcomer finds it."""
    environment = _environment(folder)
    for own in ("DATABASE_URL", "EMAIL_URL", "EMAIL_FROM"):
        environment.pop(f"ANSWERABLE_{own}", None)
    _run([sys.executable, "-m", "answerable", "demo", "--prepare-only"], environment)
    environment |= {
        "ANSWERABLE_DATA": str(folder / "demonstration"),
        "ANSWERABLE_DEMONSTRATION": "yes",
    }
    with _served(environment, folder / "server.log") as address:
        yield Site(address, environment, {}, {})


@contextmanager
def _served(environment: dict[str, str], log: Path) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "answerable", "serve", "--port", str(port)]
    with log.open("wb") as lines:
        process = subprocess.Popen(
            [*command, "--web-workers", "1"], cwd=ROOT, env=environment, stdout=lines, stderr=lines
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, log)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.local",
        "ANSWERABLE_DATA": str(folder),
        "ANSWERABLE_EMAIL_URL": f"file://{folder / 'mail'}",
        "ANSWERABLE_EMAIL_FROM": "Answerable <answerable@example.org>",
    }


def _run(command: list[str], environment: dict[str, str]) -> str:
    finished = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def _wait_for(address: str, log: Path) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The site did not start:\n{log.read_text()}")


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port: int = attempt.getsockname()[1]
        return port
