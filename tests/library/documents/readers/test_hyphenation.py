"""Words that a line end broke."""

from __future__ import annotations

from answerable.documents.readers.hyphenation import Vocabulary, join_lines


class TestJoinLines:
    def test_parts_lines_by_one_space(self) -> None:
        assert join_lines(["The force ", " should act."], Vocabulary()) == "The force should act."

    def test_drops_a_hyphen_that_only_broke_a_word(self) -> None:
        assert join_lines(["investi-", "gations"], Vocabulary()) == "investigations"

    def test_keeps_a_hyphen_that_the_document_writes_elsewhere(self) -> None:
        words = Vocabulary(["a fact-finding visit"])
        assert join_lines(["a fact-", "finding visit"], words) == "a fact-finding visit"

    def test_keeps_the_hyphen_of_a_usual_compound(self) -> None:
        assert join_lines(["a multi-", "agency hub"], Vocabulary()) == "a multi-agency hub"

    def test_follows_the_document_before_its_own_list(self) -> None:
        words = Vocabulary(["The cooperation was good."])
        assert join_lines(["their co-", "operation"], words) == "their cooperation"

    def test_keeps_a_hyphen_before_a_capital(self) -> None:
        assert join_lines(["the Anglo-", "Welsh border"], Vocabulary()) == "the Anglo-Welsh border"

    def test_heals_soft_hyphens(self) -> None:
        assert join_lines(["inspec\u00ad", "torate"], Vocabulary()) == "inspectorate"
