from __future__ import annotations

from types import SimpleNamespace

import pytest

from answerable_site.home import access
from answerable_site.people.access import Refused
from answerable_site.people.rules import ANONYMOUS, PRODUCT, Post, Role, Viewer

BODY, OTHER_BODY = 1, 3
PARTNER = Post(Role.HOLDER, BODY, "An office", BODY)


def viewer(*posts: Post, user_id: int | None = 7) -> Viewer:
    return Viewer(user_id, "Somebody", posts)


class TestMakingACalendar:
    @pytest.mark.parametrize("body", [None, BODY])
    def test_is_open_to_those_who_take_part(self, body):
        assert access.check_can_make_calendar(viewer(PARTNER), body) == 7

    @pytest.mark.parametrize(
        ("who", "body"),
        [
            (viewer(PARTNER), OTHER_BODY),
            (viewer(), None),
            (viewer(), BODY),
            (viewer(Post(Role.ADMINISTRATOR, BODY, "An office", BODY)), None),
            (viewer(PARTNER, user_id=None), BODY),
            (ANONYMOUS, None),
            (PRODUCT, None),
        ],
    )
    def test_is_refused_to_everybody_else(self, who, body):
        with pytest.raises(Refused):
            access.check_can_make_calendar(who, body)


class TestRevokingACalendar:
    def test_is_open_to_its_maker_alone(self):
        access.check_owns(viewer(PARTNER), SimpleNamespace(person_id=7))
        with pytest.raises(Refused):
            access.check_owns(viewer(PARTNER), SimpleNamespace(person_id=8))
