from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from tests import factories
from tests.site.rights import BODY as HERE
from tests.site.rights import EVERYBODY, ME, SOMEBODY_ELSE, allowed

from answerable_site.people import operations
from answerable_site.people.access import Refused
from answerable_site.people.models import User
from answerable_site.people.rules import ANONYMOUS, Post, Role, Viewer
from answerable_site.publication import access

pytestmark = pytest.mark.django_db

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)
BODY, OTHER_BODY = 1, 3


def viewer(role: Role, organisation: int = BODY, user_id: int = 7) -> Viewer:
    return Viewer(user_id, "Somebody", (Post(role, organisation, "An office", organisation),))


def entry(**chosen: object) -> SimpleNamespace:
    return SimpleNamespace(
        **({"answering_body_id": BODY, "prepared_by_id": 90, "released_at": None} | chosen)
    )


def correction(**chosen: object) -> SimpleNamespace:
    return SimpleNamespace(
        **({"entry": entry(), "prepared_by_id": 90, "released_at": None} | chosen)
    )


STRANGERS = [
    viewer(Role.RESPONSE_OFFICER),
    viewer(Role.HOLDER),
    viewer(Role.ADMINISTRATOR),
    viewer(Role.PUBLISHER, OTHER_BODY),
    viewer(Role.PUBLISHER, user_id=90),
    ANONYMOUS,
]


class TestRelease:
    def test_is_open_to_a_publisher_who_did_not_prepare(self):
        access.check_can_release(viewer(Role.PUBLISHER), entry())
        access.check_can_release_correction(viewer(Role.PUBLISHER), correction())
        assert access.can_release(viewer(Role.PUBLISHER), entry())
        assert access.can_release_correction(viewer(Role.PUBLISHER), correction())

    @pytest.mark.parametrize("stranger", STRANGERS)
    def test_is_refused_to_everybody_else(self, stranger):
        assert not access.can_release(stranger, entry())
        assert not access.can_release_correction(stranger, correction())
        with pytest.raises(Refused):
            access.check_can_release(stranger, entry())
        with pytest.raises(Refused):
            access.check_can_release_correction(stranger, correction())

    def test_is_not_offered_twice(self):
        assert not access.can_release(viewer(Role.PUBLISHER), entry(released_at="then"))
        assert not access.can_release_correction(
            viewer(Role.PUBLISHER), correction(released_at="then")
        )


class TestPreparing:
    def test_is_open_to_a_response_officer_of_the_body(self):
        access.check_can_prepare(viewer(Role.RESPONSE_OFFICER), BODY)

    @pytest.mark.parametrize(
        "stranger", [viewer(Role.PUBLISHER), viewer(Role.RESPONSE_OFFICER, OTHER_BODY), ANONYMOUS]
    )
    def test_is_refused_to_everybody_else(self, stranger):
        with pytest.raises(Refused):
            access.check_can_prepare(stranger, BODY)


class TestWithdrawing:
    response = SimpleNamespace(inspection=SimpleNamespace(answering_body_id=BODY))

    def test_is_open_to_every_publisher_of_the_body(self):
        access.check_can_withdraw(viewer(Role.PUBLISHER), self.response)

    @pytest.mark.parametrize("stranger", [*STRANGERS[:4], ANONYMOUS])
    def test_is_refused_to_everybody_else(self, stranger):
        with pytest.raises(Refused):
            access.check_can_withdraw(stranger, self.response)


PUBLISHER = "publisher of the body"
EDITIONS = {
    "edition": (
        access.can_release_edition,
        access.check_can_release_edition,
        {"meeting": SimpleNamespace(keeping_body_id=HERE.pk)},
    ),
    "progress": (
        access.can_release_progress,
        access.check_can_release_progress,
        {"entry": SimpleNamespace(telling_body_id=HERE.pk)},
    ),
}


@pytest.mark.parametrize(("can", "check", "of"), EDITIONS.values(), ids=EDITIONS)
class TestReleasingMeetingsAndProgress:
    def test_is_open_to_publishers_of_the_body(self, can, check, of):
        made = SimpleNamespace(prepared_by_id=SOMEBODY_ELSE, released_at=None, **of)
        assert allowed(lambda who: can(who, made)) == {PUBLISHER}
        assert allowed(lambda who: check(who, made)) == {PUBLISHER}

    def test_is_refused_to_whoever_prepared_it(self, can, check, of):
        made = SimpleNamespace(prepared_by_id=ME, released_at=None, **of)
        assert allowed(lambda who: can(who, made)) == set()
        with pytest.raises(Refused, match="Ask another publisher"):
            check(EVERYBODY[PUBLISHER], made)

    def test_is_not_offered_twice(self, can, check, of):
        made = SimpleNamespace(prepared_by_id=SOMEBODY_ELSE, released_at="then", **of)
        assert allowed(lambda who: can(who, made)) == set()


class TestPublishingWhatWasSigned:
    def test_is_open_to_publishers_of_the_body(self):
        found = allowed(
            lambda who: access.check_can_publish_signed(who, HERE.pk, signer_id=SOMEBODY_ELSE)
        )
        assert found == {PUBLISHER}
        assert allowed(lambda who: access.check_can_publish(who, HERE.pk)) == {PUBLISHER}

    def test_is_refused_to_the_signer(self):
        with pytest.raises(Refused, match="You signed this response"):
            access.check_can_publish_signed(EVERYBODY[PUBLISHER], HERE.pk, signer_id=ME)


RELEASED = {
    "entry": lambda who, by, body: access.check_can_release(
        who, entry(answering_body_id=body, prepared_by_id=by)
    ),
    "correction": lambda who, by, body: access.check_can_release_correction(
        who, correction(entry=entry(answering_body_id=body), prepared_by_id=by)
    ),
    "edition": lambda who, by, body: access.check_can_release_edition(
        who,
        SimpleNamespace(meeting=SimpleNamespace(keeping_body_id=body), prepared_by_id=by),
    ),
    "progress": lambda who, by, body: access.check_can_release_progress(
        who, SimpleNamespace(entry=SimpleNamespace(telling_body_id=body), prepared_by_id=by)
    ),
    "response": lambda who, by, body: access.check_can_publish_signed(who, body, signer_id=by),
    "figures": lambda who, by, body: access.check_can_publish_figures(who, body, prepared_by_id=by),
}
ACTED_AS = {"response": Role.HOLDER, "figures": Role.ANALYST}


@pytest.mark.parametrize("kind", RELEASED)
class TestSecondPerson:
    """Whoever releases, and an account that they set up, are one person as far as that goes."""

    def test_is_not_an_account_that_the_other_added(self, office, kind):
        own, account = self.alone(office, kind)
        with pytest.raises(Refused, match=r"You added the account .* Ask another"):
            RELEASED[kind](own, account.pk, office.body.pk)

    def test_is_an_account_that_somebody_else_added(self, office, kind):
        own, _ = self.alone(office, kind)
        role = ACTED_AS.get(kind, Role.RESPONSE_OFFICER)
        other = self.added(office, by=office.second_administrator, role=role)
        RELEASED[kind](own, other.pk, office.body.pk)

    def alone(self, office, kind: str) -> tuple[Viewer, User]:
        """An administrator who publishes too, and the account that they made to act before."""
        roles = (Role.ADMINISTRATOR, Role.PUBLISHER, Role.FIGURE_CHECKER)
        person = factories.person("Own Publisher", *((office.body, role) for role in roles))
        role = ACTED_AS.get(kind, Role.RESPONSE_OFFICER)
        return factories.viewer(person), self.added(office, by=person, role=role)

    def added(self, office, by: User, role: Role) -> User:
        return operations.add_person(
            by=factories.viewer(by),
            at=AT,
            organisation=office.body,
            email=f"{by.pk}@example.org",
            full_name="Second Account",
            password=factories.PASSWORD,
            role=role,
        )
