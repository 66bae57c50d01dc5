from __future__ import annotations

from datetime import UTC, datetime

import pytest

from answerable_site.config.demonstration.stories import Story, tell, tell_together


def on(day: int) -> datetime:
    return datetime(2026, 3, day, tzinfo=UTC)


def story(told: list[str], name: str, *days: int) -> Story:
    for day in days:
        yield on(day)
        told.append(f"{name}{day}")


class TestTell:
    def test_goes_from_story_to_story_by_their_days(self):
        told: list[str] = []
        tell([story(told, "a", 1, 4, 9), story(told, "b", 2, 3, 10)])
        assert told == ["a1", "b2", "b3", "a4", "a9", "b10"]

    def test_keeps_the_order_of_stories_on_one_day(self):
        told: list[str] = []
        tell([story(told, "b", 2, 2), story(told, "a", 2)])
        assert told == ["b2", "b2", "a2"]

    def test_has_nothing_to_do_for_a_story_without_an_act(self):
        told: list[str] = []
        tell([story(told, "a")])
        assert told == []

    def test_lets_what_goes_wrong_in_a_story_through(self):
        def broken() -> Story:
            yield on(1)
            raise LookupError("There is no such report.")

        with pytest.raises(LookupError, match="no such report"):
            tell([broken()])


class TestTellTogether:
    def test_is_one_story_beside_others(self):
        told: list[str] = []
        both = tell_together(story(told, "a", 1, 6), story(told, "b", 3))
        tell([both, story(told, "c", 2, 5)])
        assert told == ["a1", "c2", "b3", "c5", "a6"]
