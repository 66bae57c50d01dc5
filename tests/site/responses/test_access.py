from __future__ import annotations

from types import SimpleNamespace

import pytest

from answerable_site.people.access import Refused
from answerable_site.people.rules import ANONYMOUS, PRODUCT, Post, Role, Viewer
from answerable_site.responses import access

BODY, FORCE, OTHER_BODY, OTHER_FORCE = 1, 2, 3, 4
PREPARER = SimpleNamespace(prepared_by_id=90)


def viewer(role: Role, organisation: int = BODY, body: int = BODY, user_id: int = 7) -> Viewer:
    return Viewer(user_id, "Somebody", (Post(role, organisation, "An office", body),))


EVERYBODY = {
    "officer": viewer(Role.RESPONSE_OFFICER),
    "holder": viewer(Role.HOLDER),
    "publisher": viewer(Role.PUBLISHER),
    "chief": viewer(Role.CHIEF_OFFICERS_OFFICE, FORCE),
    "administrator": viewer(Role.ADMINISTRATOR),
    "foreign officer": viewer(Role.RESPONSE_OFFICER, OTHER_BODY, OTHER_BODY),
    "foreign holder": viewer(Role.HOLDER, OTHER_BODY, OTHER_BODY),
    "foreign publisher": viewer(Role.PUBLISHER, OTHER_BODY, OTHER_BODY),
    "foreign chief": viewer(Role.CHIEF_OFFICERS_OFFICE, OTHER_FORCE, OTHER_BODY),
    "the public": ANONYMOUS,
    "the product": PRODUCT,
}
CHECKS = {
    "officer": lambda who: access.check_can_draft(who, BODY),
    "chief": lambda who: access.check_can_submit_comments(who, BODY),
    "holder": lambda who: access.check_can_sign(who, BODY, PREPARER),
    "publisher": lambda who: access.check_can_publish(who, BODY, signer_id=91),
}
ANSWERS = {
    "officer": lambda who: access.can_draft(who, BODY),
    "chief": lambda who: access.can_submit_comments(who, BODY),
    "holder": lambda who: access.can_sign(who, BODY, PREPARER),
    "publisher": lambda who: access.can_publish(who, BODY, signer_id=91),
}


@pytest.mark.parametrize("allowed", CHECKS)
@pytest.mark.parametrize("who", EVERYBODY)
class TestEachStep:
    def test_is_open_to_one_role_of_the_body_alone(self, who, allowed):
        if who == allowed:
            CHECKS[allowed](EVERYBODY[who])
        else:
            with pytest.raises(Refused):
                CHECKS[allowed](EVERYBODY[who])

    def test_is_shown_to_those_who_may_take_it(self, who, allowed):
        assert ANSWERS[allowed](EVERYBODY[who]) is (who == allowed)


class TestTwoPeople:
    def test_are_needed_to_prepare_and_sign(self):
        holder = viewer(Role.HOLDER, user_id=PREPARER.prepared_by_id)
        assert not access.can_sign(holder, BODY, PREPARER)
        with pytest.raises(Refused, match="Somebody else must sign it"):
            access.check_can_sign(holder, BODY, PREPARER)

    def test_are_needed_to_sign_and_publish(self):
        publisher = viewer(Role.PUBLISHER, user_id=91)
        assert not access.can_publish(publisher, BODY, signer_id=91)
        with pytest.raises(Refused, match="Ask another publisher"):
            access.check_can_publish(publisher, BODY, signer_id=91)
