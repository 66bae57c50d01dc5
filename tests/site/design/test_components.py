import gzip
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.utils.safestring import mark_safe

from answerable_site.design.components import UnknownComponent, render_component

OFFICIAL = json.loads(
    gzip.decompress((Path(__file__).parent / "fixtures/govuk-frontend-6.3.0.json.gz").read_bytes())
)
"""Shipped with govuk-frontend 6.3.0: component -> list of name, options, html."""

EMPTY = {"area", "br", "circle", "col", "hr", "img", "input", "path", "meta"}


class Outline(HTMLParser):
    """What a browser would make of HTML: elements, attributes and words, without indentation."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Any] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {
            name: " ".join((value or "").split()) if name == "class" else value or ""
            for name, value in attrs
        }
        self.parts.append((tag, tuple(sorted(given.items()))))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            self.parts.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.parts.append(words)


def trusted(options: Any, key: str = "") -> Any:
    """The options with their markup marked safe, as a template that wrote it would pass it."""
    if isinstance(options, dict):
        inside = "html" if key == "slots" else ""
        return {name: trusted(value, inside or name) for name, value in options.items()}
    if isinstance(options, list):
        return [trusted(value) for value in options]
    if isinstance(options, str) and (key.lower().endswith("html") or key == "attributes"):
        return mark_safe(options)
    return options


class TestOfficialFixtures:
    """Decides upgrades: govuk-frontend and its macros move together or not at all."""

    @pytest.mark.parametrize("component", OFFICIAL)
    def test_every_example_of_a_component_is_rendered_as_govuk_frontend_renders_it(
        self, component: str
    ) -> None:
        different = [
            example["name"]
            for example in OFFICIAL[component]
            if Outline(render_component(component, trusted(example["options"]))).parts
            != Outline(example["html"]).parts
        ]
        assert different == []


class TestText:
    def test_is_escaped(self) -> None:
        assert "a &lt;b&gt; c" in render_component("tag", {"text": "a <b> c"})

    def test_is_escaped_when_it_was_given_as_markup_that_nobody_marked_safe(self) -> None:
        assert "&lt;b&gt;" in render_component("tag", {"html": "<b>"})
        assert "&lt;b&gt;" in render_component("panel", {"title_html": "<b>"})
        assert "&lt;b&gt;" in render_component("service-navigation", {"slots": {"end": "<b>"}})

    def test_stays_markup_when_it_was_marked_safe(self) -> None:
        assert "<b>late</b>" in render_component("tag", {"html": mark_safe("<b>late</b>")})

    def test_of_an_attribute_cannot_leave_it(self) -> None:
        html = render_component("tag", {"text": "x", "attributes": {"data-x": '"><script>'}})
        assert "<script>" not in html

    def test_given_as_attributes_cannot_open_an_element(self) -> None:
        assert "<script>" not in render_component("tag", {"attributes": "><script>"})


class TestATag:
    def test_that_is_safe_is_not_mistaken_for_one_that_is_not(self) -> None:
        safe, unsafe = mark_safe("<i>x</i>"), "<i>x</i>"
        assert "<i>x</i>" in render_component("tag", {"text": safe})
        assert "&lt;i&gt;" in render_component("tag", {"text": unsafe})
        assert "<i>x</i>" in render_component("tag", {"text": safe})


class TestOptions:
    def test_may_be_written_as_python_writes_names(self) -> None:
        rows = [{"key": {"text": "Title"}, "value": {"text": "One"}, "classes": "x"}]
        html = render_component("summary-list", {"rows": rows, "classes": "y"})
        assert "Title" in html
        nested = {"items": [{"href": "#", "text": "Change", "visually_hidden_text": "title"}]}
        assert " title</span>" in render_component(
            "summary-list", {"rows": [{**rows[0], "actions": nested}]}
        )

    def test_that_are_none_count_as_absent(self) -> None:
        assert "id=" not in render_component("button", {"text": "Go", "id": None})

    def test_keep_the_names_of_attributes_as_they_are(self) -> None:
        html = render_component("tag", {"text": "x", "attributes": {"data-my_name": "1"}})
        assert 'data-my_name="1"' in html


class TestUnknownComponent:
    def test_is_named_in_a_sentence(self) -> None:
        with pytest.raises(UnknownComponent, match="no component called “buton”"):
            render_component("buton", {})
