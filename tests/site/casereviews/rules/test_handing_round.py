from __future__ import annotations

from answerable_site.casereviews.rules import handed_round


class TestHandingRound:
    def test_is_even(self):
        found = handed_round([(n, 1) for n in range(4)], {file: [7, 8] for file in range(4)})
        assert [reviewer for _, reviewer in found] == [7, 8, 7, 8]

    def test_counts_what_each_has_already(self):
        assert handed_round([(1, 1)], {1: [7, 8]}, {7: 2}) == [(1, 8)]

    def test_gives_a_file_to_two_different_people(self):
        assert handed_round([(1, 2)], {1: [7, 8]}) == [(1, 7), (1, 8)]

    def test_gives_nobody_a_file_that_they_may_not_review(self):
        assert handed_round([(1, 2), (2, 1)], {1: [7]}) == [(1, 7)]
