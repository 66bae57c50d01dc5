from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.site.accessreview.rules.looking import FAR_AHEAD, LONG_AGO, at, case, look, opened, work

from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.looks import Act, Standing
from answerable_site.accessreview.rules.review import concerns
from answerable_site.accessreview.rules.thresholds import Thresholds

LOOKS = st.lists(
    st.builds(
        look,
        st.integers(0, 12),
        st.sampled_from([0, 1, 120]),
        person=st.integers(1, 4),
        record=st.integers(1, 5).map(case),
        act=st.sampled_from(Act),
        standing=st.sampled_from(Standing),
        is_decoy=st.booleans(),
    ),
    max_size=50,
)


def kinds(looks, *, since=LONG_AGO, until=FAR_AHEAD, **thresholds):
    found = concerns(looks, since=since, until=until, thresholds=Thresholds(**thresholds))
    return [one.kind for one in found]


class TestAReview:
    def test_shows_the_most_pressing_first(self):
        again = [look(day) for day in range(3)]
        crowd = [look(0, person, person=person, record=case(2)) for person in range(2, 6)]
        decoy = look(record=case(3), person=7, is_decoy=True)
        found = kinds([*again, *crowd, decoy])
        assert found == [Kind.DECOY, *[Kind.ATTENTION] * 4, Kind.SAME_CASE_AGAIN]

    def test_shows_nothing_that_work_explains(self):
        looks = [one for day in range(5) for one in (look(day), work(day, 30))]
        assert kinds(looks) == []

    def test_takes_work_from_after_its_end_as_an_explanation(self):
        looks = [look(0), look(1), look(2)]
        until = at(2, 1)
        assert kinds([*looks, work(1.5)], until=until) == []
        assert kinds([*looks, work(8)], until=until) == [Kind.SAME_CASE_AGAIN]

    def test_leaves_looks_from_after_its_end_to_the_next(self):
        looks = [look(0), look(1), look(2)]
        assert kinds(looks, until=at(2)) == []
        assert kinds(looks, since=at(2)) == [Kind.SAME_CASE_AGAIN]

    def test_follows_the_thresholds_of_the_office(self):
        assert kinds([look(0), look(1)], again_looks=2) == [Kind.SAME_CASE_AGAIN]

    def test_shows_the_latest_of_a_kind_first(self):
        looks = [
            look(day + 9 * number, record=case(number)) for number in (1, 2) for day in range(3)
        ]
        found = concerns(looks, since=LONG_AGO, until=FAR_AHEAD)
        assert [one.records for one in found] == [(case(2),), (case(1),)]

    def test_leaves_a_decoy_from_after_its_end_to_the_next(self):
        looks = [look(0), look(5, is_decoy=True, record=case(9))]
        assert kinds(looks, until=at(5)) == []
        assert kinds(looks, since=at(5)) == [Kind.DECOY]

    @given(LOOKS, st.randoms(use_true_random=False))
    def test_does_not_depend_on_the_order_of_the_record(self, looks, chance):
        mixed = chance.sample(looks, len(looks))
        times = {"since": LONG_AGO, "until": FAR_AHEAD}
        assert concerns(mixed, **times) == concerns(looks, **times)

    @given(LOOKS)
    def test_names_only_who_looked_at_what_when(self, looks):
        seen = {(one.person, one.record, one.at) for one in looks}
        for found in concerns(looks, since=LONG_AGO, until=FAR_AHEAD):
            assert {(found.person, record) for record in found.records} <= {
                (person, record) for person, record, _ in seen
            }
            assert {found.first_at, found.last_at} <= {
                moment for person, _, moment in seen if person == found.person
            }


class TestAMatter:
    def test_of_a_closed_case_is_shown_once_as_such(self):
        looks = [look(day, closed_on=at(-30).date()) for day in range(3)]
        assert kinds(looks) == [Kind.AFTER_THE_END]

    def test_of_skimming_is_not_shown_again_as_volume(self):
        past = [one for day in range(20) for one in opened(3, day, standing=Standing.ASSIGNED)]
        today = opened(20, 30, every=2, standing=Standing.SUPERVISES)
        assert kinds([*past, *today]) == [Kind.SKIMMED]

    def test_of_much_broken_glass_is_not_shown_again_for_its_reasons(self):
        assert kinds(opened(9, reason="work")) == [Kind.MUCH_BROKEN_GLASS]

    def test_of_skimming_does_not_hide_a_much_greater_volume(self):
        past = [one for day in range(20) for one in opened(3, day, standing=Standing.ASSIGNED)]
        skim = opened(9, 30, every=2, standing=Standing.SUPERVISES)
        rest = opened(25, 30.1, every=10, first=10, standing=Standing.SUPERVISES)
        assert kinds([*past, *skim, *rest]) == [Kind.SKIMMED, Kind.UNUSUAL_VOLUME]

    def test_of_one_person_does_not_hide_that_of_another(self):
        former = [look(day, assignment_ended_at=at(-30)) for day in range(3)]
        stranger = [look(day, 5, person=2) for day in range(3)]
        assert kinds([*former, *stranger]) == [Kind.AFTER_THE_END, Kind.SAME_CASE_AGAIN]

    def test_of_another_time_hides_nothing(self):
        ended = [look(day, closed_on=at(-30).date()) for day in (0, 1)]
        again = [look(day) for day in (-60, -59, -58)]
        reopened = [look(day) for day in (60, 61, 62)]
        assert kinds([*again, *ended]) == [Kind.AFTER_THE_END, Kind.SAME_CASE_AGAIN]
        assert kinds([*ended, *reopened]) == [Kind.AFTER_THE_END, Kind.SAME_CASE_AGAIN]
