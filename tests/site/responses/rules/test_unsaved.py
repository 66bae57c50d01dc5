from __future__ import annotations

import pytest

from answerable_site.responses.rules.unsaved import (
    MOST_BYTES,
    NotKept,
    finding_of,
    form_of_finding,
    kept_answers,
)


class TestFindingOf:
    def test_is_the_finding_of_an_explanation(self):
        assert finding_of(form_of_finding(12)) == 12

    def test_is_nothing_for_other_pages(self):
        assert finding_of("own_comments") is None

    @pytest.mark.parametrize(
        "form", ["", "sign", "explain", "explain:", "explain:x", "explain:²", "reply:3"]
    )
    def test_is_refused_for_what_is_no_page(self, form):
        with pytest.raises(NotKept):
            finding_of(form)


class TestKeptAnswers:
    def test_are_those_of_the_page_alone(self):
        sent = {"text": ["We agree."], "csrfmiddlewaretoken": ["x"], "owner": ["me"]}
        assert kept_answers("reply", sent) == {"text": ["We agree."]}

    def test_keep_every_box_that_was_ticked(self):
        sent = {"priorities": ["1", "2"]}
        assert kept_answers("explain:3", sent) == {"priorities": ["1", "2"]}

    def test_hold_no_character_zero(self):
        assert kept_answers("reply", {"text": ["a\x00b"]}) == {"text": ["ab"]}

    def test_fit_up_to_the_limit(self):
        room = MOST_BYTES - len('{"text": [""]}')
        assert kept_answers("reply", {"text": ["x" * room]})
        with pytest.raises(NotKept):
            kept_answers("reply", {"text": ["x" * (room + 1)]})

    def test_are_measured_in_bytes(self):
        with pytest.raises(NotKept):
            kept_answers("reply", {"text": ["é" * (MOST_BYTES // 2)]})
