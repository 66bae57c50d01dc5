from __future__ import annotations

from datetime import date

from hypothesis import given
from tests.site.responses.rules import strategies

from answerable.writing.blocks import Heading, Paragraph, WrittenDocument, plain
from answerable_site.responses.rules.changes import changes
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import SignatoryFacts


def document(*blocks) -> WrittenDocument:
    return WrittenDocument(
        title="Response", language="en-GB", author_body="Office", blocks=tuple(blocks)
    )


def part(name: str, text: str, level: int = 1):
    return Heading(level, name), Paragraph(plain(text))


def named(before: WrittenDocument, after: WrittenDocument) -> list[tuple[str, str]]:
    return [(change.part, change.says) for change in changes(before, after)]


class TestChanges:
    def test_name_what_was_added_changed_and_removed(self):
        before = document(*part("Comments", "We agree."), *part("Reply", "Thank you."))
        after = document(*part("Comments", "We disagree."), *part("Areas", "One."))
        assert named(before, after) == [
            ("Comments", "Changed"),
            ("Areas", "Added"),
            ("Reply", "Removed"),
        ]

    def test_name_a_part_under_the_headings_above_it(self):
        before = document(*part("Answers", "Ours."), *part("Recommendation 1", "Done.", 2))
        after = document(*part("Answers", "Ours."), *part("Recommendation 1", "Not done.", 2))
        assert named(before, after) == [("Answers – Recommendation 1", "Changed")]

    def test_tell_two_parts_of_one_name_apart(self):
        before = document(*part("Note", "a"), *part("Note", "b"))
        after = document(*part("Note", "a"), *part("Note", "c"))
        assert named(before, after) == [("Note (2)", "Changed")]

    def test_say_nothing_of_the_signature(self):
        before = document(*part("Signature", "Signed by A."))
        after = document(*part("About this version", "Version 2."), *part("Signature", "By B."))
        assert named(before, after) == []

    def test_are_none_between_equal_documents(self):
        same = document(*part("Comments", "We agree."))
        assert changes(same, same) == ()

    @given(strategies.responses)
    def test_are_none_where_only_the_signature_differs(self, response):
        one = SignatoryFacts("A", "Commissioner", date(2026, 5, 1))
        other = SignatoryFacts("B", "Deputy", date(2026, 5, 2))
        assert changes(compose(response, signatory=one), compose(response, signatory=other)) == ()
