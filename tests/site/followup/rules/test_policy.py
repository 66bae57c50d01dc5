from __future__ import annotations

import pytest

from answerable_site.followup.rules import Policy, PolicyRefused


class TestPolicy:
    def test_lets_a_date_move_as_often_as_there_is_a_reason_unless_told(self):
        assert Policy().revisions_allowed is None

    @pytest.mark.parametrize(
        ("choice", "says"),
        [
            ({"revisions_allowed": -1}, "between 0 and 20"),
            ({"update_days": 0}, "between 1 and 366"),
            ({"demonstration_days": 731}, "between 0 and 730"),
        ],
    )
    def test_refuses_choices_that_make_no_sense(self, choice, says):
        with pytest.raises(PolicyRefused, match=says):
            Policy(**choice)
