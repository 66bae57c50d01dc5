"""Fixtures of the journeys: a running site, and browsers that look at it."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser import CHROMIUM
from tests.journeys.serving import Site, serving

QUIET = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys skip, with the reason, where there is no browser."""
    reason = None
    if importlib.util.find_spec("playwright") is None:
        reason = "playwright is in the developers' set only: python3 run.py install check"
    elif CHROMIUM is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium-headless-shell)"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """A journey that fails shows what everybody had in front of them."""
    report = yield
    stage = getattr(item, "funcargs", {}).get("stage")
    if report.failed and report.when == "call" and stage:
        report.sections.append(("What people saw", stage.seen()))
    return report


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run have in common."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "journeys"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[Site]:
    """One site for all journeys; each journey makes records of its own."""
    with serving(tmp_path_factory.mktemp("site"), shared) as running:
        yield running


@pytest.fixture
def stage(chromium: Any, site: Site, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The people of one journey; options of their browsers come as its parameter."""
    from tests.journeys.stage import Stage

    entered = Stage(chromium, site, **getattr(request, "param", {}))
    yield entered
    entered.close()
    assert entered.complaints == []


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """The system's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
