from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from answerable_site.responses.rules.comparing import (
    MOST_WORK,
    Change,
    Line,
    Run,
    compared,
    compared_lines,
    differs,
    paragraphs,
)

WORDS = st.sampled_from(["the", "bag", "is", "labelled.", "Why?", "\n", "\n\n", "- list", " ", "é"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.change.value, run.text) for run in compared(before, after)]


def joined(runs, *changes: Change) -> str:
    return "".join(run.text for run in runs if run.change in changes)


class TestCompared:
    @given(TEXTS, TEXTS)
    def test_holds_the_whole_of_both_texts(self, before, after):
        runs = compared(before, after)
        assert joined(runs, Change.SAME, Change.REMOVED) == before
        assert joined(runs, Change.SAME, Change.ADDED) == after

    @given(TEXTS, TEXTS)
    def test_never_has_two_neighbours_of_one_change_or_an_empty_run(self, before, after):
        runs = compared(before, after)
        assert all(run.text for run in runs)
        assert all(one.change is not next_.change for one, next_ in pairwise(runs))

    @given(TEXTS)
    def test_finds_nothing_between_equal_texts(self, text):
        assert not differs(compared(text, text))

    def test_names_the_words_that_went_and_came(self):
        assert told("We label every bag.", "We label each bag.") == [
            ("same", "We label "),
            ("removed", "every"),
            ("added", "each"),
            ("same", " bag."),
        ]

    def test_leaves_other_paragraphs_as_they_are(self):
        before = "One stays.\n\nTwo goes on.\n\nThree stays."
        after = "One stays.\n\nTwo stops.\n\nThree stays."
        assert told(before, after) == [
            ("same", "One stays.\n\nTwo "),
            ("removed", "goes on."),
            ("added", "stops."),
            ("same", "\n\nThree stays."),
        ]

    def test_adds_all_where_nothing_was(self):
        assert told("", "We agree.") == [("added", "We agree.")]

    def test_leaves_the_last_word_of_a_text_that_goes_on(self):
        assert told("We agree.", "We agree. We act.") == [
            ("same", "We agree."),
            ("added", " We act."),
        ]

    def test_has_no_run_for_two_empty_texts(self):
        assert told("", "") == []

    def test_finds_a_repeated_sentence_in_a_long_text(self):
        # difflib's own shortcut forgets what makes up more than a hundredth of 200 tokens.
        sentences = ["We agree."] * 200 + [f"Bag {number} is new." for number in range(100)]
        before, after = " ".join(sentences), " ".join([*sentences, "The end."])
        assert told(before, after)[0][0] == "same"
        assert joined(compared(before, after), Change.ADDED).strip().endswith("The end.")

    def test_gives_up_rather_than_compare_what_would_take_minutes(self):
        repeated = MOST_WORK // 10
        before, after = "a b " * repeated + "c", "b a " * repeated + "d"
        assert told(before, after) == [("removed", before), ("added", after)]


class TestParagraphs:
    def test_are_cut_where_lines_end(self):
        runs = (Run(Change.SAME, "One\n\nTwo "), Run(Change.ADDED, "more\nThree"))
        assert paragraphs(runs) == (
            (Run(Change.SAME, "One"),),
            (Run(Change.SAME, "Two "), Run(Change.ADDED, "more")),
            (Run(Change.ADDED, "Three"),),
        )


class TestDiffers:
    def test_does_not_count_space(self):
        assert not differs(compared("We agree.", "We agree. "))

    def test_counts_a_single_letter(self):
        assert differs(compared("We agree.", "We agreed."))


HEADING = Line("heading", "Our answer")


class TestComparedLines:
    def test_compares_the_words_of_a_changed_line(self):
        old, new = Line("paragraph", "We will act."), Line("paragraph", "We did act.")
        same, changed = compared_lines([HEADING, old], [HEADING, new])
        assert same.runs == (Run(Change.SAME, "Our answer"),)
        assert [run.change for run in changed.runs] == [
            Change.SAME,
            Change.REMOVED,
            Change.ADDED,
            Change.SAME,
        ]

    def test_never_compares_a_heading_with_a_paragraph(self):
        lines = compared_lines([HEADING], [Line("paragraph", "Our answer")])
        assert [(line.role, line.runs[0].change) for line in lines] == [
            ("heading", Change.REMOVED),
            ("paragraph", Change.ADDED),
        ]

    @given(
        *[st.lists(st.builds(Line, st.sampled_from(["heading", "item"]), TEXTS), max_size=8)] * 2
    )
    def test_hold_every_line_of_both_documents(self, before, after):
        lines = compared_lines(before, after)
        old = [joined(line.runs, Change.SAME, Change.REMOVED) for line in lines]
        new = [joined(line.runs, Change.SAME, Change.ADDED) for line in lines]
        assert [text for text in old if text] == [line.text for line in before if line.text]
        assert [text for text in new if text] == [line.text for line in after if line.text]
