"""GOV.UK components as HTML: one function over the macros of govuk-frontend-jinja."""

import functools
import re
from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader, TemplateNotFound

from answerable.languages import ENGLISH, Sentence, aloud, marked_as_data, spoken
from answerable_site.design.component_words import in_welsh


class UnknownComponent(LookupError):
    """Somebody asked for a component that govuk-frontend does not have."""


def render_component(name: str, params: Mapping[str, Any]) -> SafeString:
    """The HTML of one component.

    Text is escaped. So is whatever is given as `html` (also `title_html`, `logo_html` and the
    like) unless it is already marked safe by Django.

    Args:
        name: As govuk-frontend spells it, such as "button" or "summary-list".
        params: The macro's options, in snake_case or camelCase, at any depth. None means absent.

    Raises:
        UnknownComponent: There is no component of this name.
    """
    options = _options(params)
    if spoken() != ENGLISH:
        return _rendered(name, in_welsh(name, options, aloud))
    if name == "tag" and all(isinstance(value, str) for value in options.values()):
        return _tag(**options)
    return _rendered(name, options)


@functools.lru_cache(maxsize=256, typed=True)  # typed: safe and unsafe text are different
def _tag(**options: str) -> SafeString:
    """A list shows the same few tags on every line."""
    return _rendered("tag", options)


def _rendered(name: str, options: Mapping[str, Any]) -> SafeString:
    html: str = _macro(name)(options).strip()
    return mark_safe(html)  # noqa: S308


@functools.cache
def _macro(name: str) -> Any:
    try:
        template = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    except TemplateNotFound as missing:
        raise UnknownComponent(f"There is no component called “{name}”.") from missing
    return getattr(template.module, _camel(f"govuk_{name.replace('-', '_')}"))


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # The macros indent what they nest, which would push spaces into the lines of a textarea
    # that stands inside a fieldset.
    environment.filters["indent"] = lambda text, *_: text
    return environment


def _options(params: Mapping[str, Any]) -> dict[str, Any]:
    return {_camel(key): _value(key, value) for key, value in params.items() if value is not None}


def _value(key: str, value: object) -> object:
    match value:
        case Promise():
            return _value(key, str(value))
        case Sentence():
            return SafeString(value.__html__()) if _is_markup(key) else aloud(value)
        case str() if _is_text(key) and not hasattr(value, "__html__"):
            said = value if spoken() == ENGLISH else marked_as_data(value)
            return escape(said) if _is_markup(key) else said
        case str() if _is_markup(key):
            return value if hasattr(value, "__html__") else escape(value)
        case Mapping() if key == "attributes":
            return dict(value)
        case Mapping() if key == "slots":
            return {_camel(slot): _value("html", html) for slot, html in value.items()}
        case Mapping():
            return _options(value)
        case list() | tuple():
            return [_value("", entry) for entry in value]
        case _:
            return value


def _is_text(key: str) -> bool:
    """Whether an option is words that somebody reads."""
    return key.lower().endswith(("text", "html", "label"))


def _is_markup(key: str) -> bool:
    return key.lower().endswith("html") or key == "attributes"


@functools.lru_cache(maxsize=512)
def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
