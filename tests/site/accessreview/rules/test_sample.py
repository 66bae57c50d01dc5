from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.accessreview.rules.looking import case, look, opened, work

from answerable_site.accessreview.rules.looks import Act
from answerable_site.accessreview.rules.sample import SampleTooSmall, weekly_sample

LOOKS = st.lists(
    st.builds(
        look,
        st.integers(0, 6),
        st.integers(0, 400),
        person=st.integers(1, 6),
        record=st.integers(1, 8).map(case),
    ),
    max_size=40,
    unique=True,
)
SIZES = st.integers(1, 50)
SEEDS = st.integers(0, 2**40)


class TestAWeeklySample:
    @given(LOOKS, SIZES, SEEDS)
    def test_has_its_size_and_no_look_twice(self, looks, size, seed):
        drawn = weekly_sample(looks, size=size, seed=seed)
        assert len(drawn) == min(size, len(looks))
        assert len(set(drawn)) == len(drawn)
        assert set(drawn) <= set(looks)

    @given(LOOKS, SIZES, SEEDS, st.randoms(use_true_random=False))
    def test_is_the_same_whatever_the_order_of_the_record(self, looks, size, seed, chance):
        mixed = chance.sample(looks, len(looks))
        assert weekly_sample(mixed, size=size, seed=seed) == weekly_sample(
            looks, size=size, seed=seed
        )

    @given(LOOKS, SEEDS)
    def test_has_everybody_in_it_when_there_is_room(self, looks, seed):
        people = {one.person for one in looks}
        drawn = weekly_sample(looks, size=max(len(people), 1), seed=seed)
        assert {one.person for one in drawn} == people

    @given(LOOKS, SIZES, SEEDS)
    def test_takes_a_second_look_of_nobody_before_one_of_everybody(self, looks, size, seed):
        taken = Counter(one.person for one in weekly_sample(looks, size=size, seed=seed))
        all_of = Counter(one.person for one in looks)
        fewest = min((taken[one] for one in all_of if taken[one] < all_of[one]), default=size)
        assert all(count <= fewest + 1 for count in taken.values())

    @given(LOOKS, SEEDS)
    def test_reaches_every_case_over_the_weeks(self, looks, seed):
        people = {one.person for one in looks}
        weeks = max(
            (len({o.record for o in looks if o.person == who}) for who in people), default=0
        )
        reached: set[str] = set()
        for week in range(weeks):
            drawn = weekly_sample(
                looks, size=max(len(people), 1), seed=seed + week, sampled_before=reached
            )
            reached |= {one.record for one in drawn}
        assert reached == {one.record for one in looks}

    def test_gives_each_person_the_same_chance_however_often_they_looked(self):
        looks = [*opened(60, person=1), *opened(2, person=2), *opened(1, person=3)]
        drawn = Counter(weekly_sample(looks, size=1, seed=seed)[0].person for seed in range(900))
        assert all(240 < drawn[person] < 360 for person in (1, 2, 3))

    def test_gives_each_case_the_same_chance_however_often_it_was_opened(self):
        looks = [*(look(0, minute, record=case(1)) for minute in range(50)), look(record=case(2))]
        drawn = Counter(weekly_sample(looks, size=1, seed=seed)[0].record for seed in range(600))
        assert 240 < drawn[case(2)] < 360

    @given(SEEDS)
    def test_takes_no_case_from_a_second_person_while_that_person_has_another(self, seed):
        looks = [look(record=case(number), person=person) for number in (1, 2) for person in (1, 2)]
        assert len({one.record for one in weekly_sample(looks, size=2, seed=seed)}) == 2

    def test_leaves_out_lists_and_work(self):
        assert weekly_sample([look(act=Act.LISTED), work()], size=5, seed=1) == []

    def test_is_refused_without_a_size(self):
        with pytest.raises(SampleTooSmall):
            weekly_sample([look()], size=0, seed=1)
