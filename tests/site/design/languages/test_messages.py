"""Templates as messages, and with their messages in Welsh."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.architecture.source import SITE

from answerable.languages.marks import END, WORDING
from answerable_site.design.languages import fault_in, in_welsh, messages_of

TEMPLATES = sorted(SITE.glob("**/templates/**/*.html"))


def texts(source: str) -> list[str]:
    return [one.text for one in messages_of(source)]


def saying(english: str, welsh: str):
    return {english: welsh}.get


class TestTheMessagesOfATemplate:
    @pytest.mark.parametrize(
        ("source", "messages"),
        [
            ("<p>Late</p>", ["Late"]),
            ("<p>Late</p><p>Early</p>", ["Late", "Early"]),
            ("<p>Version {{ number }}.</p>", ["Version {{ number }}."]),
            ("<p>One\n   line</p>", ["One line"]),
            ('<p>Read <a href="/x">the report</a>.</p>', ["Read <a>the report</a>."]),
            ('<p><a href="/x">Read it</a></p>', ["Read it"]),
            ("<p>{% if a %}One{% else %}Two{% endif %}</p>", ["One", "Two"]),
            ("<p>Late{% if a %}, and so{% endif %}.</p>", ["Late{% if a %}, and so{% endif %}."]),
            ("{% if a %}<p>One</p>{% endif %}", ["One"]),
            ("<p>{{ name }}</p>", []),
            ("<p>{{ a }}: {{ b }}</p>", []),
            ('<nav aria-label="Back"></nav>', ["Back"]),
            ('<p class="govuk-body" data-x="Words here"></p>', []),
            ('{% govuk "button" text="Send it" classes="some-class" %}', ["Send it"]),
            ('{% include "a.html" with button="Save" name="the cut" %}', ["Save"]),
            ('<p>{{ x|default:"Nobody" }}</p>', ['{{ x|default:"Nobody" }}']),
            ('<p>{{ x|date:"j F Y" }}</p>', []),
            ("{% comment %}For <b>developers</b>{% endcomment %}<p>Late</p>", ["Late"]),
            ("{# For developers #}<p>Late</p>", ["Late"]),
            ("<p>&nbsp;&copy;</p>", []),
            ("<ul>{% for x in xs %}<li>Item {{ x }}</li>{% endfor %}</ul>", ["Item {{ x }}"]),
        ],
    )
    def test_are_its_sentences(self, source, messages):
        assert texts(source) == messages

    def test_know_their_line(self):
        assert [one.line for one in messages_of("<p>\n</p>\n<p>Late</p>")] == [3]


class TestATemplateInWelsh:
    def test_has_the_welsh_where_the_english_stood(self):
        made = in_welsh("<p>\n  Late\n</p>", saying("Late", "Hwyr"))
        assert made == "<p>\n  Hwyr\n</p>"

    def test_keeps_the_attributes_of_elements(self):
        made = in_welsh(
            '<p>Read <a class="x" href="{{ at }}">it</a></p>',
            saying("Read <a>it</a>", "Darllenwch <a>ef</a>"),
        )
        assert made == '<p>Darllenwch <a class="x" href="{{ at }}">ef</a></p>'

    def test_has_values_say_their_language_but_in_attributes(self):
        made = in_welsh('<p title="{{ a }}">{{ b|linebreaks }}</p>', {}.get)
        assert made == '<p title="{{ a }}">{{ b|spoken|linebreaks }}</p>'

    def test_puts_values_where_the_welsh_wants_them(self):
        made = in_welsh("<p>{{ n }} late</p>", saying("{{ n }} late", "Hwyr: {{ n }}"))
        assert made == "<p>Hwyr: {{ n|spoken }}</p>"

    def test_marks_what_has_no_welsh(self):
        assert in_welsh("<p> Late </p>", {}.get) == f"<p> {WORDING}Late{END} </p>"

    def test_puts_no_mark_into_an_attribute(self):
        assert in_welsh('<nav aria-label="Back"></nav>', {}.get) == '<nav aria-label="Back"></nav>'

    def test_ends_no_text_in_quotes_too_soon(self):
        made = in_welsh('{% govuk "button" text="Say it" %}', saying("Say it", 'Dweud "ef"'))
        assert made == '{% govuk "button" text="Dweud ”ef”" %}'

    def test_leaves_welsh_out_that_puts_in_something_else(self):
        made = in_welsh("<p>Late</p>", saying("Late", "{{ request.user }}"))
        assert made == f"<p>{WORDING}Late{END}</p>"

    @pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
    def test_differs_from_the_english_by_marks_alone_where_there_is_no_welsh(self, path: Path):
        source = path.read_text(encoding="utf-8")
        made = in_welsh(source, {}.get)
        for mark in (WORDING, END, "|spoken"):
            made = made.replace(mark, "")
        assert "".join(made.split()).replace("{{", "") == "".join(source.split()).replace("{{", "")


class TestFaultIn:
    @pytest.mark.parametrize(
        ("english", "welsh"),
        [
            ("{{ n }} late", "Hwyr {{ n }}"),
            ("{{ n }} late", "Hwyr"),
            ("{{ n }} late", "{% if n == 1 %}Un{% else %}{{ n }}{% endif %}"),
            ("<a>Late</a>", "<a>Hwyr</a>"),
        ],
    )
    def test_finds_none_where_the_same_is_put_in(self, english, welsh):
        assert fault_in(english, welsh) == ""

    @pytest.mark.parametrize(
        ("english", "welsh"),
        [
            ("Late", "{{ secret }}"),
            ("Late", "{% include 'x.html' %}"),
            ("Late", "{% if secret == 1 %}Hwyr{% endif %}"),
            ("<a>Late</a>", "Hwyr"),
            ("Late", "<script>"),
        ],
    )
    def test_finds_what_is_added(self, english, welsh):
        assert fault_in(english, welsh)
