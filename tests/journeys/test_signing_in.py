"""Signing in where a second factor is needed: with an app, with a passkey, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.factories import PASSWORD
from tests.factories_signing_in import code_now, wrong_code
from tests.journeys.cast.person import Colleague
from tests.journeys.serving import Site, serving
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import faults

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def strict_site(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[Site]:
    """A site that asks for a second factor, as one on the open internet does."""
    folder = tmp_path_factory.mktemp("strict")
    with serving(folder, shared, ANSWERABLE_SECOND_FACTOR="yes") as running:
        # Browsers make passkeys for names alone, and localhost is one.
        named = running.address.replace("127.0.0.1", "localhost")
        yield Site(named, running.environment, running.pages, {})


@pytest.fixture
def strict_stage(
    chromium: Any, strict_site: Site, request: pytest.FixtureRequest
) -> Iterator[Stage]:
    """People in front of it."""
    entered = Stage(chromium, strict_site, **getattr(request, "param", {}))
    yield entered
    entered.close()
    assert entered.complaints == []


class Newcomer(Colleague):
    """Signs in for the first time."""

    def gives(self, email: str) -> None:
        """Send address and password."""
        self.opens("/people/sign-in/")
        self.fills("Email address", email)
        self.fills("Password", PASSWORD)
        self.presses("Sign in")

    def sets_up_an_app(self) -> str:
        """Set up an authenticator app; gives its key."""
        self.follows("Set up an authenticator app")
        shown = self.page.locator("main").text_content() or ""
        found = re.search(r"[A-Z2-7]{32}", shown)
        assert found
        self.fills("Code", code_now(found[0]))
        self.presses("Continue")
        return found[0]

    def holds_a_device(self) -> None:
        """Have a device that makes passkeys, and says yes at once."""
        devices = self.page.context.new_cdp_session(self.page)
        devices.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.mark.parametrize(
    "strict_stage", [{}, {"java_script_enabled": False}], ids=["scripts", "none"], indirect=True
)
def test_an_app_is_set_up_before_anything_else_and_asked_for_ever_after(
    strict_stage: Stage, request: pytest.FixtureRequest
) -> None:
    name = "wexmoor" if "scripts" in request.node.name else "aldermere"
    officer = strict_stage.enter(Newcomer)
    officer.gives(f"{name}-officer@example.org")
    officer.sees_heading("Second factor")
    assert officer.opens("/due/").url.endswith("/people/second-factor/")
    key = officer.sets_up_an_app()
    officer.sees_heading("Recovery codes")
    codes = re.findall(r"\b\d{8}\b", officer.page.locator("main").inner_text())
    assert len(codes) == 10
    officer.follows("I have kept them: go on")
    officer.sees_heading("What is due")

    again = strict_stage.enter(Newcomer)
    again.gives(f"{name}-officer@example.org")
    again.fills("Code", wrong_code(key))
    again.presses("Continue")
    again.sees("The code is not right")
    again.fills("Code", codes[0])
    again.presses("Continue")
    again.sees_heading("What is due")


def test_a_passkey_replaces_the_password_and_confirms(strict_stage: Stage) -> None:
    holder = strict_stage.enter(Newcomer)
    holder.holds_a_device()
    holder.gives("thornmere-administrator@example.org")
    holder.follows("Add a passkey")
    holder.presses("Make the passkey")
    holder.sees_heading("Recovery codes")
    holder.opens("/people/account/")
    holder.presses("Sign out")

    holder.opens("/people/sign-in/")
    assert not holder.page.get_by_text("The passkey did not work").is_visible()
    holder.presses("Sign in with a passkey")
    holder.opens("/people/account/")
    holder.sees("Thornmere Administrator")
    holder.opens("/people/confirm/passkey/?next=/people/")
    holder.presses("Continue with a passkey")
    holder.sees_heading("People")


@pytest.mark.parametrize("strict_stage", [{"bypass_csp": True}], indirect=True)
def test_every_step_has_no_finding_of_axe(strict_stage: Stage) -> None:
    person = strict_stage.enter(Newcomer)
    person.holds_a_device()
    person.gives("gorsedale-administrator@example.org")
    found = {"the choice": faults(person.page)}
    person.follows("Add a passkey")
    found["adding a passkey"] = faults(person.page)
    person.presses("Make the passkey")
    found["recovery codes"] = faults(person.page)
    person.opens("/people/second-factor/")
    person.sets_up_an_app()
    for name, address in {
        "what is set up": "/people/second-factor/",
        "removing the app": "/people/second-factor/app/remove/",
        "codes that were seen": "/people/second-factor/recovery-codes/",
        "new codes": "/people/second-factor/recovery-codes/new/",
        "confirming": "/people/confirm/?next=/people/",
        "confirming by code": "/people/confirm/code/?next=/people/",
        "confirming by passkey": "/people/confirm/passkey/?next=/people/",
    }.items():
        answer = person.opens(address)
        assert answer.status == 200, name
        found[name] = faults(person.page)
    person.opens("/people/second-factor/")
    person.page.get_by_role("link", name="Remove Passkey").click()
    person.sees_heading("Remove a passkey")
    found["removing a passkey"] = faults(person.page)
    # The page is as narrow as a telephone now, where the navigation is folded up.
    person.page.get_by_role("button", name="Menu").click()
    person.presses("Sign out")
    person.gives("gorsedale-administrator@example.org")
    found["asking for the second factor"] = faults(person.page)
    person.presses("Sign in as somebody else")
    for _ in range(5):
        person.gives("nobody@example.org")
    found["locked out"] = faults(person.page)
    assert {name: what for name, what in found.items() if what} == {}
