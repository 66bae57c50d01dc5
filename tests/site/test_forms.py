"""Every question of the site that takes words says how many it takes."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import pytest
from django import forms as django

import answerable_site
import answerable_site.config.urls
from answerable_site.design import forms
from answerable_site.design.forms.fields import LONGEST_TEXT


def all_forms() -> list[type[django.BaseForm]]:
    """Every class of form in the forms of every app."""
    found = set()
    for module in walk_packages(answerable_site.__path__, "answerable_site."):
        app, _, rest = module.name.removeprefix("answerable_site.").partition(".")
        if app != "design" and rest.partition(".")[0] == "forms":
            for kind in vars(import_module(module.name)).values():
                if isinstance(kind, type) and issubclass(kind, django.BaseForm):
                    found.add(kind)
    return sorted(found, key=lambda kind: f"{kind.__module__}.{kind.__name__}")


QUESTIONS = [
    pytest.param(
        field, id=f"{kind.__module__.removeprefix('answerable_site.')}.{kind.__name__}.{name}"
    )
    for kind in all_forms()
    for name, field in getattr(kind, "base_fields", {}).items()
    # A key has one length.
    if isinstance(field, django.CharField) and not isinstance(field, django.UUIDField)
]


class TestQuestions:
    def test_are_found_in_every_app_that_asks(self):
        apps = {kind.__module__.split(".")[1] for kind in all_forms()}
        assert {"home", "people", "publication", "register", "responses"} <= apps
        assert len(QUESTIONS) > 60

    @pytest.mark.parametrize("field", QUESTIONS)
    def test_take_only_so_many_characters(self, field):
        assert field.max_length
        assert field.max_length <= LONGEST_TEXT


class TestATextThatIsTooLong:
    def test_is_refused_with_its_length_and_shown_again_whole(self):
        asked = type("Asked", (django.Form,), {"text": forms.TextField(label="Reply")})
        typed = "a" * (LONGEST_TEXT + 3)
        form = asked({"text": typed})
        assert form["text"].errors == ["Reply must be 65536 characters or fewer. It has 65539"]
        assert typed in str(form["text"])

    def test_is_taken_at_the_limit(self):
        asked = type("Asked", (django.Form,), {"text": forms.TextField()})
        assert asked({"text": "ŵ" * LONGEST_TEXT}).is_valid()
