"""What every page is given: who runs the site, and where one can go."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from answerable.languages import ENGLISH, WELSH, spoken

Entry = tuple[str, str, bool]
"""Text, address, whether the page belongs to it."""


@dataclass(frozen=True)
class Link:
    """One entry of the navigation or the footer."""

    text: str
    href: str
    active: bool = False


@dataclass(frozen=True)
class PageInLanguage:
    """The page in one of the languages."""

    language: str
    name: str
    """What the language calls itself."""
    href: str
    is_spoken: bool


@dataclass(frozen=True)
class Site:
    """The frame of a page."""

    organisation: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    warning: str = ""
    """What somebody must know on every page."""
    sign_out: str = ""
    """Where the form for signing out leads; empty for whoever is not signed in."""
    help: str = ""
    """Where help with the page is; empty where there is none."""
    start: str = "/"
    """The start page, in the language of the page."""
    languages: tuple[PageInLanguage, ...] = ()

    @property
    def other_languages(self) -> list[PageInLanguage]:
        """The languages in which the page could be read instead."""
        return [one for one in self.languages if not one.is_spoken]

    @property
    def navigation_items(self) -> list[dict[str, str | bool]]:
        """The navigation as the service navigation component takes it."""
        return [
            {"text": link.text, "href": link.href, "active": link.active}
            for link in self.navigation
        ]


def design(request: HttpRequest) -> dict[str, Site]:
    """Context processor: `site_frame`, read from six optional settings.

    `SITE_ORGANISATION` is the name of the office that runs the site. `SITE_NAVIGATION` and
    `SITE_FOOTER` are dotted paths of functions that take the request and return entries;
    `SITE_WARNING` is that of one which returns a sentence, or none; `SITE_SIGN_OUT` and
    `SITE_HELP` are those of two which return an address, or none.
    """
    return {
        "site_frame": Site(
            organisation=getattr(settings, "SITE_ORGANISATION", ""),
            navigation=_links("SITE_NAVIGATION", request),
            footer=_links("SITE_FOOTER", request),
            warning=_words("SITE_WARNING", request),
            sign_out=_words("SITE_SIGN_OUT", request),
            help=_words("SITE_HELP", request),
            start=get_script_prefix(),
            languages=_languages(request),
        ),
    }


def _languages(request: HttpRequest) -> tuple[PageInLanguage, ...]:
    """The page in each language; none for an address that leads nowhere. What was sent by a form
    leads to the page without it."""
    if request.resolver_match is None:
        return ()
    prefix = get_script_prefix().removesuffix("/")
    root = prefix.removesuffix(f"/{WELSH}") if spoken() == WELSH else prefix
    query = request.META.get("QUERY_STRING", "")
    asked = f"{request.path_info}?{query}" if query else request.path_info
    return tuple(
        PageInLanguage(language, name, f"{root}{first}{asked}", language == spoken())
        for language, name, first in _NAMES
    )


# Each in itself, whatever the page is in.
_NAMES = ((ENGLISH, SafeString("English"), ""), (WELSH, SafeString("Cymraeg"), f"/{WELSH}"))


def _words(setting: str, request: HttpRequest) -> str:
    path = getattr(settings, setting, None)
    asked: Callable[[HttpRequest], str] | None = import_string(path) if path else None
    return asked(request) if asked else ""


def _links(setting: str, request: HttpRequest) -> tuple[Link, ...]:
    path = getattr(settings, setting, None)
    if path is None:
        return ()
    entries: Callable[[HttpRequest], Iterable[Entry]] = import_string(path)
    return tuple(Link(text, href, active) for text, href, active in entries(request))
