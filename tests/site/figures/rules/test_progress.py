from __future__ import annotations

from answerable_site.figures.rules import percent_of


class TestPercent:
    def test_leaves_room_for_what_follows_reading(self):
        assert [percent_of(read, 1000) for read in (0, 500, 1000)] == [0, 35, 70]

    def test_of_no_case_is_that_of_all_read(self):
        assert percent_of(0, 0) == 70
