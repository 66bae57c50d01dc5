"""Templates in the language of the page, each compiled once a language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.template import Origin
from django.template.loaders import app_directories, cached

import answerable_site
from answerable.languages import ENGLISH, spoken, welsh
from answerable_site.design.languages.messages import in_welsh

_OURS = Path(answerable_site.__file__).parent


class InTheLanguageOfThePage(app_directories.Loader):
    """The templates of the apps; in Welsh where the page is."""

    def get_contents(self, origin: Origin) -> str:
        """The source of a template in the language of the moment."""
        source = super().get_contents(origin)
        is_ours = _OURS in Path(origin.name).parents and origin.name.endswith(".html")
        return source if spoken() == ENGLISH or not is_ours else in_welsh(source, welsh().said)


class KeptByLanguage(cached.Loader):
    """Django's, but what was compiled for one language is not given for another."""

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        """A key that has the language in it."""
        return f"{spoken()}-{super().cache_key(template_name, skip)}"
