"""The language of a page stands in its address: what begins with `/cy/` is the same page in Welsh.

So no cookie remembers it, caches keep both, and a link that somebody passes on says it too. Every
address that the site gives while it speaks Welsh begins so as well.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

from answerable.languages import ENGLISH, WELSH, speaking, with_lang_attributes
from answerable_site.config.gate import PREFIX
from answerable_site.interface import REFERENCE

_FIRST = f"/{WELSH}/"


class LanguageOfTheAddress:
    """Middleware: takes the language off the address, and speaks it until the answer is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == _FIRST.removesuffix("/"):
            return HttpResponsePermanentRedirect(_FIRST)
        if not request.path_info.startswith(_FIRST):
            return _told(self.get_response(request), ENGLISH)
        if _is_for_programs(request):
            return HttpResponsePermanentRedirect(request.get_full_path().replace(_FIRST, "/", 1))
        prefix = get_script_prefix()
        request.path_info = request.path_info.removeprefix(_FIRST.removesuffix("/"))
        if not request.path_info.endswith("/"):
            # A file: the same in every language, as are the addresses in it.
            return self.get_response(request)
        set_script_prefix(f"{prefix.removesuffix('/')}{_FIRST}")
        try:
            with speaking(WELSH), translation.override(WELSH):
                return _told(_marked(self.get_response(request)), WELSH)
        finally:
            set_script_prefix(prefix)


def _is_for_programs(request: HttpRequest) -> bool:
    """Whether an address leads to the programming interface, which has no language: its gate knows
    it by the whole address, and there must be no other way in."""
    asked = request.path_info.removeprefix(_FIRST.removesuffix("/"))
    return asked.startswith(PREFIX) and asked != REFERENCE


def _marked(response: HttpResponseBase) -> HttpResponseBase:
    """A page in which what is English still says so."""
    is_page = response.get("Content-Type", "").startswith("text/html")
    if is_page and isinstance(response, HttpResponse):
        response.content = with_lang_attributes(response.content.decode()).encode()
        if response.has_header("Content-Length"):
            response["Content-Length"] = str(len(response.content))
    return response


def _told(response: HttpResponseBase, language: str) -> HttpResponseBase:
    if response.get("Content-Type", "").startswith("text/html"):
        response.headers.setdefault("Content-Language", language)
    return response
