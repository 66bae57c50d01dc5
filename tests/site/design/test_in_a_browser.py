"""What only a browser can tell: accessibility, focus, and that no page depends on JavaScript."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from tests.browser import CHROMIUM

AXE = Path(__file__).parents[2] / "journeys/axe/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["/", "/found/?q=van&state=late&page=3", "/shown/", "/nowhere/"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests of a test are not worth a line each."""


@pytest.fixture
def site(kitchen_sink: None) -> Iterator[str]:
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(StaticFilesHandler(WSGIHandler()))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield running
        running.close()


@pytest.fixture
def tab(browser: Any, site: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A tab, with the options of a context as its parameter."""
    options = {"base_url": site, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()


DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
# axe is put into the page, which the page's own policy would refuse.
WATCHED = [{"viewport": DESK, "bypass_csp": True}, {"viewport": PHONE, "bypass_csp": True}]
WITHOUT_SCRIPT = [{"viewport": size, "java_script_enabled": False} for size in (DESK, PHONE)]


def findings(tab: Any) -> list[tuple[str, str]]:
    tab.add_script_tag(path=AXE)
    report = tab.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [
        (found["id"], node["html"]) for found in report["violations"] for node in found["nodes"]
    ]


class TestAccessibility:
    @pytest.mark.parametrize("tab", WATCHED, indirect=True)
    @pytest.mark.parametrize("address", PAGES)
    def test_of_every_page_has_no_finding(self, tab: Any, address: str) -> None:
        tab.goto(address)
        assert findings(tab) == []

    @pytest.mark.parametrize("tab", WATCHED, indirect=True)
    def test_of_a_form_with_mistakes_has_no_finding(self, tab: Any) -> None:
        tab.goto("/")
        tab.get_by_label("No", exact=True).check()
        tab.get_by_role("button", name="Continue").click()
        tab.wait_for_selector(".govuk-error-summary")
        assert findings(tab) == []


class TestAPhone:
    @pytest.mark.parametrize("tab", [*WATCHED[1:], *WITHOUT_SCRIPT[1:]], indirect=True)
    @pytest.mark.parametrize("address", PAGES)
    def test_never_scrolls_sideways(self, tab: Any, address: str) -> None:
        tab.goto(address)
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


class TestTheErrorSummary:
    def test_has_the_focus_when_the_page_opens(self, tab: Any) -> None:
        tab.goto("/")
        tab.get_by_role("button", name="Continue").click()
        tab.wait_for_selector(".govuk-error-summary")
        assert tab.evaluate("document.activeElement.className") == "govuk-error-summary"

    @pytest.mark.parametrize(
        ("message", "control"),
        [
            ("Enter full name", "name"),
            ("Enter email address", "email"),
            ("Select whether you accept it", "accepted"),
            ("Select areas", "areas"),
            ("Publication date must include a month and year", "published_on_month"),
            ("Select a file", "document"),
        ],
    )
    def test_leads_to_what_is_wrong(self, tab: Any, message: str, control: str) -> None:
        tab.goto("/")
        tab.get_by_label("Day", exact=True).fill("3")
        tab.get_by_role("button", name="Continue").click()
        tab.get_by_role("link", name=message).click()
        assert tab.evaluate("document.activeElement.name") == control


class TestARevealedQuestion:
    @pytest.mark.parametrize("tab", [{}, *WITHOUT_SCRIPT], indirect=True)
    def test_shows_while_its_choice_is_made(self, tab: Any) -> None:
        tab.goto("/")
        question = tab.get_by_label("Why not?")
        assert not question.is_visible()
        tab.get_by_label("No", exact=True).check()
        assert question.is_visible()
        tab.get_by_label("Yes", exact=True).check()
        assert not question.is_visible()


class TestWithoutJavaScript:
    @pytest.mark.parametrize("tab", WITHOUT_SCRIPT, indirect=True)
    def test_the_navigation_is_open(self, tab: Any) -> None:
        tab.goto("/")
        assert tab.get_by_role("link", name="Found").is_visible()

    @pytest.mark.parametrize("tab", WITHOUT_SCRIPT, indirect=True)
    def test_a_form_is_sent_and_explained(self, tab: Any) -> None:
        tab.goto("/")
        tab.get_by_role("button", name="Continue").click()
        assert tab.get_by_role("heading", name="There is a problem").is_visible()


class TestThePolicyOfThePage:
    @pytest.mark.parametrize("address", ["/", "/shown/"])
    def test_refuses_nothing_that_the_page_needs(self, tab: Any, address: str) -> None:
        complaints: list[str] = []
        tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(address)
        tab.wait_for_selector("body.js-enabled")
        assert complaints == []


class TestProgress:
    def test_is_fetched_until_the_work_is_done(self, tab: Any) -> None:
        tab.goto("/working/")
        tab.get_by_text("Page 2 of 3 read").wait_for()
        tab.get_by_text("All 3 pages were read").wait_for()

    def test_reloads_the_page_when_the_fragment_is_refused(self, tab: Any) -> None:
        tab.goto("/working/?refused")
        with tab.expect_navigation():
            pass
        assert tab.get_by_text("You are signed out").is_visible()
