"""What must be true of an installation and Django does not check.

`manage.py check --deploy` asks all of them; those of routes and of figures are asked at every
start.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver

from answerable_site.config.collector import look_seldom
from answerable_site.disclosure import policy_of

ON_THIS_MACHINE = {"", "localhost", "127.0.0.1", "::1"}
VERIFIED = "verify-full"
_OTHERS = 0o007


class Checked(AppConfig):
    """Makes Django ask the checks of this module, in a process that is set as the site wants it."""

    name = "answerable_site.config"
    label = "config"

    def ready(self) -> None:
        """Register them, once all apps are there."""
        look_seldom()
        register(Tags.urls)(routes_have_rules)
        register(figures_can_be_protected)
        for check in (
            *(demonstration_is_off, cookies_belong_to_the_host, pages_run_no_foreign_code),
            *(database_is_reached_safely, mail_is_encrypted, data_is_closed_to_others),
        ):
            register(Tags.security, deploy=True)(check)


def routes_have_rules(**_: Any) -> list[CheckMessage]:
    """Every route has a rule in its app's `access.ROUTES`, and every rule a route."""
    from answerable_site.config.policy import all_rules

    routes, rules = set(_routes(get_resolver())), set(all_rules())
    return [
        *(
            Error(f"The route {name!r} has no rule, so it answers nobody.", id="answerable.E001")
            for name in sorted(routes - rules)
        ),
        *(
            Error(f"The rule of {name!r} belongs to no route.", id="answerable.E002")
            for name in sorted(rules - routes)
        ),
    ]


def demonstration_is_off(**_: Any) -> list[CheckMessage]:
    """Nobody signs in without a password."""
    if not settings.DEMONSTRATION:
        return []
    return [
        Error(
            "The account switcher of the demonstration is on: everybody can sign in as anybody.",
            hint="Unset ANSWERABLE_DEMONSTRATION and use the settings for production.",
            id="answerable.E003",
        )
    ]


def figures_can_be_protected(**_: Any) -> list[CheckMessage]:
    """The office's own policy for figures can be applied, and is not taken for that of the product.

    Each release names its policy: readers must be able to tell whose it was.
    """
    if settings.DISCLOSURE_POLICY is None:
        return []
    from answerable.disclosure.policy import UnusablePolicy, shipped_policy, shipped_profiles

    shipped = shipped_policy()
    try:
        names = {policy_of(profile).name for profile in shipped_profiles()}
    except (UnusablePolicy, OSError) as problem:
        return [Error(f"Figures cannot be protected: {problem}", id="answerable.E009")]
    if shipped.name not in names:
        return []
    return [
        Error(
            f"The policy for figures is called {shipped.name!r}, as that of the product is.",
            hint="Give it a name of its own, in its first lines.",
            id="answerable.E010",
        )
    ]


def cookies_belong_to_the_host(**_: Any) -> list[CheckMessage]:
    """No neighbouring host can set or read a cookie of the site."""
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "NOTICES_COOKIE_NAME")
    return [
        checks.Warning(f"{name} does not begin with __Host-.", id="answerable.W004")
        for name in names
        if not getattr(settings, name).startswith("__Host-")
    ]


def pages_run_no_foreign_code(**_: Any) -> list[CheckMessage]:
    """The content security policy lets nothing inline in, and nothing of another site."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return [
        checks.Warning(
            f"The content security policy allows {source} for {name}.", id="answerable.W005"
        )
        for name, sources in directives.items()
        for source in sources
        if source not in {"'none'", "'self'"}
    ]


def database_is_reached_safely(**_: Any) -> list[CheckMessage]:
    """What goes to a database on another machine is encrypted, and that machine is known."""
    found = settings.DATABASES["default"]
    host = found.get("HOST", "")
    elsewhere = host not in ON_THIS_MACHINE and not host.startswith("/")
    if not elsewhere or found.get("OPTIONS", {}).get("sslmode") == VERIFIED:
        return []
    return [
        checks.Warning(
            "The database is on another machine, and its certificate is not checked.",
            hint=f"Add ?sslmode={VERIFIED} to ANSWERABLE_DATABASE_URL.",
            id="answerable.W006",
        )
    ]


def mail_is_encrypted(**_: Any) -> list[CheckMessage]:
    """E-mails name people and reports; on the way to another machine they are encrypted."""
    encrypted = settings.EMAIL_USE_SSL or settings.EMAIL_USE_TLS
    by_network = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
    if encrypted or not by_network or settings.EMAIL_HOST in ON_THIS_MACHINE:
        return []
    return [
        checks.Warning(
            "E-mails go to another machine unencrypted.",
            hint="Use smtps://, or add ?starttls=yes to ANSWERABLE_EMAIL_URL.",
            id="answerable.W007",
        )
    ]


def data_is_closed_to_others(**_: Any) -> list[CheckMessage]:
    """Other accounts of the machine can open neither the files that were received nor SQLite's."""
    folder = Path(settings.DATA)
    if not folder.is_dir() or not folder.stat().st_mode & _OTHERS:
        return []
    return [
        checks.Warning(
            "The data folder is open to other accounts of this machine.",
            hint="Let its owner alone open it: chmod 700 on the folder of ANSWERABLE_DATA.",
            id="answerable.W008",
        )
    ]


def _routes(resolver: URLResolver, app: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _routes(entry, entry.app_name or app)
        elif isinstance(entry, URLPattern):
            yield f"{app}:{entry.name}" if app else str(entry.name)
