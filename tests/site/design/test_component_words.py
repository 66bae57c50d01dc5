"""What components say by themselves on a page in Welsh."""

from __future__ import annotations

import pytest

from answerable.languages import WELSH, say, speaking, with_lang_attributes, without_marks
from answerable_site.design.amounts import size_in_words
from answerable_site.design.components import render_component


class TestComponentsInWelsh:
    @pytest.mark.parametrize(
        ("name", "options", "words"),
        [
            ("password-input", {"id": "p", "name": "p", "label": {"text": "P"}}, "Dangos"),
            ("notification-banner", {"text": "x", "type": "success"}, "Llwyddiant"),
            ("notification-banner", {"text": "x"}, "Pwysig"),
            (
                "textarea",
                {"id": "i", "name": "i", "label": {"text": "P"}, "error_message": {"text": "x"}},
                "Gwall",
            ),
            ("pagination", {"next": {"href": "?page=2"}}, "Tudalen nesaf"),
        ],
    )
    def test_say_their_own_words_in_welsh(self, name, options, words):
        with speaking(WELSH):
            assert words in without_marks(render_component(name, options))
        assert words not in render_component(name, options)

    def test_say_a_tag_in_each_language_after_the_other(self):
        assert "Late" in render_component("tag", {"text": say("Late")})
        with speaking(WELSH):
            assert "Hwyr" in render_component("tag", {"text": say("Late")})
        assert "Late" in render_component("tag", {"text": say("Late")})

    def test_mark_what_somebody_wrote(self):
        with speaking(WELSH):
            page = with_lang_attributes(render_component("tag", {"text": "Written by hand"}))
        assert '<span lang="en">Written by hand</span>' in page

    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_escape_a_sentence_as_html(self, language):
        told = say("Signed by {name}", name="<script>")
        with speaking(language):
            assert "<script>" not in render_component("inset-text", {"html": told})


class TestSizeInWords:
    @pytest.mark.parametrize(
        ("size", "words"), [(1, "1\u00a0byte"), (188, "188\u00a0bytes"), (49_357, "48.2\u00a0KB")]
    )
    def test_is_in_bytes_or_more(self, size, words):
        assert size_in_words(size) == words
