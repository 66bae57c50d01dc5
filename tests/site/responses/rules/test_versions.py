from __future__ import annotations

import pytest

from answerable_site.responses.rules.versions import (
    ChangedMeanwhile,
    NothingChanged,
    next_version,
)


class TestNextVersion:
    def test_is_the_first_where_there_is_none(self):
        assert next_version(held=0, seen=0, before={}, after={"text": ""}) == 1

    def test_follows_the_one_that_the_writer_saw(self):
        assert next_version(held=4, seen=4, before={"text": "a"}, after={"text": "b"}) == 5

    @pytest.mark.parametrize("seen", [0, 3, 5])
    def test_is_refused_over_a_version_that_the_writer_did_not_see(self, seen):
        with pytest.raises(ChangedMeanwhile):
            next_version(held=4, seen=seen, before={"text": "a"}, after={"text": "b"})

    def test_is_refused_where_nothing_changed(self):
        with pytest.raises(NothingChanged):
            next_version(held=4, seen=4, before={"text": "a"}, after={"text": "a"})
