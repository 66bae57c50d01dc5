"""What is kept for several readers, and from when to when."""

from __future__ import annotations

from answerable.measures.programme import in_order, planned, within

READS = {
    "victims": frozenset(),
    "answers": frozenset({"victims"}),
    "wide": frozenset({"answers"}),
    "told": frozenset({"victims"}),
}


def of(*names):
    return frozenset(names)


def test_what_one_question_reads_alone_is_not_kept():
    assert planned([of("wide")], READS).kept == frozenset()


def test_what_two_questions_read_is_kept():
    assert planned([of("told"), of("told")], READS).kept == of("told")


def test_what_two_others_read_is_kept():
    assert planned([of("wide"), of("told")], READS).kept == of("victims")


def test_it_is_made_before_its_first_reader_and_let_go_after_its_last():
    plan = planned([of("told"), of("told"), of("wide")], READS)
    assert plan.before == (("victims", "told"), (), ())
    assert plan.after == ((), ("told",), ("victims",))


def test_nothing_comes_before_what_it_reads():
    assert in_order(of("wide", "told"), READS) == ["victims", "told", "answers", "wide"]


def test_what_is_kept_stands_in_no_query():
    assert within(of("wide"), READS, of("victims")) == ["answers", "wide"]
