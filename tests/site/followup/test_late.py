"""However often a date moves, what is late looks late wherever it is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories_followup

from answerable_site.config.schedule import digests
from answerable_site.followup import operations, presenters, queries, rules
from answerable_site.followup.queries import ANY, By, Wanted
from answerable_site.followup.rules import Target, Whose

pytestmark = pytest.mark.django_db
FIRST = date(2026, 9, 30)
"""The original date of everything here."""
MOVES = st.lists(st.tuples(st.integers(1, 400), st.booleans()), min_size=0, max_size=5)
"""By how many days the date moves each time, and of which of the two."""
DAYS_AFTER = st.integers(1, 14)


@pytest.fixture
def followed():
    found = factories_followup.followed_up()
    factories_followup.owned(found)
    return found


def redated(followed, moves) -> None:
    """The commitment and its action, moved on and on."""
    things = [followed.commitment, factories_followup.action(followed, due_on=FIRST)]
    for number, (days, is_action) in enumerate(moves, start=1):
        thing = things[is_action]
        thing.refresh_from_db()
        operations.set_target(
            by=followed.viewer("officer"),
            at=factories_followup.AT + timedelta(minutes=number),
            thing=thing,
            target=Target(thing.target_on + timedelta(days=days), Whose.INTERNAL, "It moved"),
        )


class TestARedatedLateThing:
    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(moves=MOVES, days=DAYS_AFTER)
    def test_looks_late_in_every_list_board_export_exception_and_digest(
        self, followed, moves, days
    ):
        on = FIRST + timedelta(days=days)
        late = f"Late by {'1 day' if days == 1 else f'{days} days'}"
        with transaction.atomic():
            redated(followed, moves)
            self.check(followed, on, late)
            transaction.set_rollback(True)

    def check(self, followed, on, late):
        viewer = followed.viewer("officer", on=on)
        lists = [
            queries.listed_commitments(viewer, wanted, on=on)
            for wanted in (
                Wanted(),
                Wanted(timeliness=rules.Timeliness.LATE),
                Wanted(timeliness=ANY),
                Wanted(exception=rules.Why.LATE),
            )
        ] + [queries.listed_actions(viewer, Wanted(timeliness=ANY), on=on)]
        for lines in lists:
            (line,) = lines
            shown = (
                presenters.listed_action(line, on=on)
                if isinstance(line, queries.ActionLine)
                else presenters.listed_commitment(line, on=on)
            )
            assert (shown.dates.timeliness, shown.dates.colour) == (late, "red")
            assert shown.dates.original == "30 September 2026"
        for wanted in (rules.Timeliness.RUNNING, rules.Timeliness.DONE_IN_TIME):
            assert not list(queries.listed_commitments(viewer, Wanted(timeliness=wanted), on=on))
            assert not list(queries.listed_actions(viewer, Wanted(timeliness=wanted), on=on))
        columns = presenters.shown_columns(queries.board(viewer, By.OWN_VIEW, on=on), on=on)
        (card,) = (card for column in columns for card in column.cards)
        assert card.dates.timeliness == late
        (line,) = lists[0]
        cells = presenters.cells(line, bodies={line.body_id: "An office"}, on=on)
        row = dict(zip(presenters.COLUMNS, cells, strict=True))
        assert (row["Original date"], row["Timeliness"]) == (FIRST, late)
        exceptions = queries.Exceptions(viewer, on=on)
        (told,) = exceptions.reasons(exceptions.lines(rules.Why.LATE)[:5])
        assert presenters.shown_exception(told, on=on).whys[0].startswith(late)
        for reminder in queries.reminders_for(followed.viewer("owner", on=on), on=on):
            assert reminder.days_left < 0

    def test_is_late_in_the_digest_of_the_day_to_which_it_moved(self, followed, mailoutbox):
        redated(followed, [(31, False), (31, True)])
        at = datetime(2026, 10, 31, 9, tzinfo=UTC)
        with time_machine.travel(at, tick=False):
            digests.send(at)
        texts = {sent.to[0]: sent.subject + sent.body for sent in mailoutbox}
        text = texts[followed.owner.email]
        assert text.count("Late by 31 days") == 3
        assert "Original date: 30 September 2026. Worked to now: 31 October 2026." in text
        assert "Due today" not in text
