"""Events become deliveries once, for those whose they are; each is tried until it is taken."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from tests import factories, factories_cases, factories_followup, factories_loads
from tests.factories_press import Press

from answerable_site.audit.models import AuditEntry
from answerable_site.config.schedule import webhooks as schedule
from answerable_site.followup import operations as followup
from answerable_site.followup.rules import OwnView
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.webhooks import operations, rules, sending, tasks
from answerable_site.webhooks.models import Attempt, Delivery, Subscription
from answerable_site.webhooks.rules import EVENTS, DeliveryState

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
HOOK = "https://example.org/hook"


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def subscribe(organisation, administrator, *events: str) -> Subscription:
    made, _ = operations.subscribe(
        by=administrator,
        at=AT,
        organisation=organisation,
        address=HOOK,
        events=list(events or EVENTS),
    )
    return made


def administrator_of(organisation):
    return factories.viewer(
        factories.person(f"{organisation.name} Hooker", (organisation, Role.ADMINISTRATOR))
    )


def gather() -> int:
    return operations.gather_events(by=PRODUCT, at=AT)


@pytest.fixture
def subscription(office) -> Subscription:
    gather()  # From here on.
    return subscribe(office.body, factories.viewer(office.administrator))


class TestSubscribe:
    def test_is_refused_to_whoever_does_not_administer_the_organisation(self, office):
        with pytest.raises(Refused):
            subscribe(office.force, factories.viewer(office.administrator))

    def test_takes_no_address_that_deliveries_do_not_go_to(self, office, settings):
        settings.WEBHOOKS_MAY_STAY_HERE = False
        with pytest.raises(rules.NotAReceiver):
            operations.subscribe(
                by=factories.viewer(office.administrator),
                at=AT,
                organisation=office.body,
                address="http://example.org",
                events=["response.published"],
            )

    def test_takes_no_event_that_does_not_exist(self, office):
        with pytest.raises(rules.UnknownEvents):
            subscribe(office.body, factories.viewer(office.administrator), "none")

    def test_keeps_the_secret_under_a_key(self, office):
        made, secret = operations.subscribe(
            by=factories.viewer(office.administrator),
            at=AT,
            organisation=office.body,
            address=HOOK,
            events=["response.published"],
        )
        assert secret not in str(Subscription.objects.filter(pk=made.pk).values().get())
        assert secret not in "".join(one.content or "" for one in AuditEntry.objects.all())


class TestGatherEvents:
    def test_begins_with_what_happens_from_now_on(self, office):
        Press(office).enter()
        subscribe(office.body, factories.viewer(office.administrator))
        assert gather() == 0

    def test_makes_one_delivery_of_each_event(self, office, subscription):
        press = Press(office)
        press.publish(press.enter())
        assert gather() == 2
        assert gather() == 0
        events = Delivery.objects.order_by("pk").values_list("event", flat=True)
        assert list(events) == ["inspection.entered", "response.published"]

    def test_tells_everybody_who_asks_of_what_is_public(self, office, subscription):
        other = factories.office("Larkspur")
        subscribe(other.body, factories.viewer(other.administrator), "inspection.entered")
        Press(office).enter()
        assert gather() == 2

    def test_tells_of_no_event_that_nobody_asks_for(self, office):
        gather()
        subscribe(office.body, factories.viewer(office.administrator), "figures.published")
        Press(office).enter()
        assert gather() == 0

    def test_tells_an_organisation_of_its_own_loads_alone(self, office):
        county = factories_cases.county()
        gather()
        own = subscribe(county.force, administrator_of(county.force))
        subscribe(office.body, factories.viewer(office.administrator))
        factories_loads.load(county, factories_loads.source(county), [factories_loads.REPORTED])
        gather()
        [told] = Delivery.objects.all()
        assert (told.subscription, told.event) == (own, "load.finished")

    def test_tells_no_word_of_a_record(self, office):
        county = factories_cases.county()
        gather()
        subscribe(county.force, administrator_of(county.force))
        factories_loads.load(county, factories_loads.source(county), [factories_loads.REPORTED])
        press = Press(office)
        press.publish(press.enter("A title that stays at home"))
        gather()
        for told in Delivery.objects.all():
            assert factories_loads.REPORTED["ref"] not in told.body
            assert "stays at home" not in told.body
            assert set(json.loads(told.body)) == {"id", "type", "timestamp", "data"}

    def test_tells_both_sides_of_a_commitment_that_its_status_changed(self):
        followed = factories_followup.followed_up()
        gather()
        for place in (followed.office.body, followed.office.force, followed.cps):
            subscribe(place, administrator_of(place))
        followup.state_own_view(
            by=followed.viewer("liaison"),
            at=factories_followup.AT,
            today=factories_followup.TODAY,
            commitment=followed.commitment,
            view=OwnView.ON_TRACK,
            on=factories_followup.TODAY,
            words="Half of it is done.",
        )
        gather()
        told = Delivery.objects.filter(event="commitment.status_changed")
        assert {one.subscription.organisation for one in told} == {
            followed.office.body,
            followed.office.force,
        }

    def test_makes_none_for_a_subscription_that_has_ended(self, office, subscription):
        operations.end_subscription(
            by=factories.viewer(office.administrator), at=AT, subscription=subscription
        )
        Press(office).enter()
        assert gather() == 0


class Receiver:
    """Answers as it is told to, and remembers what it got."""

    def __init__(self, *answers: int | Exception) -> None:
        self.answers = list(answers)
        self.got: list[tuple[str, bytes, dict[str, str]]] = []

    def __call__(self, address, body, headers, *, may_stay_here):
        self.got.append((address, body, headers))
        answer = self.answers.pop(0) if self.answers else 200
        if isinstance(answer, Exception):
            raise answer
        return sending.Answer(answer)


@pytest.fixture
def delivery(office, subscription) -> Delivery:
    return operations.try_out(
        by=factories.viewer(office.administrator), at=AT, subscription=subscription
    )


def deliver(delivery, receiver, at=AT):
    return tasks.deliver(delivery, now=lambda: at, send=receiver)


class TestDeliver:
    def test_ends_with_an_answer_that_takes_it(self, delivery):
        receiver = Receiver(204)
        assert deliver(delivery, receiver) is True
        delivery.refresh_from_db()
        assert (delivery.state, delivery.attempts_made) == (DeliveryState.DELIVERED, 1)
        assert Attempt.objects.get().status == 204

    def test_is_signed_with_the_secret_that_was_shown(self, office):
        made, secret = operations.subscribe(
            by=factories.viewer(office.administrator),
            at=AT,
            organisation=office.body,
            address=HOOK,
            events=["response.published"],
        )
        sent = operations.try_out(
            by=factories.viewer(office.administrator), at=AT, subscription=made
        )
        receiver = Receiver()
        deliver(sent, receiver)
        [(address, body, headers)] = receiver.got
        assert address == HOOK
        assert headers["webhook-id"] == sent.number
        assert headers["webhook-signature"] == rules.signature(
            secret,
            number=sent.number,
            timestamp=int(headers["webhook-timestamp"]),
            body=body.decode(),
        )

    @pytest.mark.parametrize(
        "answer", [500, 301, 404, sending.NotSent("No."), rules.NotAReceiver("No.")]
    )
    def test_is_tried_again_later_where_it_was_not_taken(self, delivery, answer):
        assert deliver(delivery, Receiver(answer)) is False
        delivery.refresh_from_db()
        assert delivery.state == DeliveryState.WAITING
        assert delivery.next_at == AT + timedelta(minutes=1)
        assert Attempt.objects.get().problem

    def test_is_for_one_run_alone(self, delivery):
        receiver = Receiver()

        def at_once(*arguments, **keywords):
            assert deliver(delivery, receiver) is None
            return receiver(*arguments, **keywords)

        assert tasks.deliver(delivery, now=lambda: AT, send=at_once) is True
        assert len(receiver.got) == 1

    def test_is_given_up_after_the_last_attempt_and_can_be_sent_again(self, office, delivery):
        at = AT
        for _ in range(7):
            assert deliver(delivery, Receiver(500), at) is False
            delivery.refresh_from_db()
            at = delivery.next_at or at
        assert delivery.state == DeliveryState.GIVEN_UP
        operations.send_again(by=factories.viewer(office.administrator), at=at, delivery=delivery)
        assert deliver(delivery, Receiver(200), at) is True
        assert Attempt.objects.count() == 8

    def test_is_not_sent_once_its_subscription_has_ended(self, office, delivery):
        operations.end_subscription(
            by=factories.viewer(office.administrator),
            at=AT,
            subscription=delivery.subscription,
        )
        receiver = Receiver()
        assert deliver(delivery, receiver) is None
        assert receiver.got == []


class TestSendAgain:
    def test_is_refused_to_a_stranger(self, delivery):
        other = factories.office("Larkspur")
        with pytest.raises(Refused):
            operations.send_again(
                by=factories.viewer(other.administrator), at=AT, delivery=delivery
            )

    def test_is_for_what_was_given_up_alone(self, office, delivery):
        with pytest.raises(operations.DeliveryEnded):
            operations.send_again(
                by=factories.viewer(office.administrator), at=AT, delivery=delivery
            )


class TestTheSchedule:
    def test_gathers_and_sends_what_is_due(self, office, subscription, monkeypatch):
        receiver = Receiver(500)
        monkeypatch.setattr(schedule, "deliver", lambda one, now: deliver(one, receiver, AT))
        Press(office).enter()
        assert schedule.tell(AT).done == ("1 delivery of events not taken.",)
        assert schedule.foresee(AT) == ()
        assert schedule.foresee(AT + timedelta(minutes=1)) == ("1 delivery of events to be tried.",)
