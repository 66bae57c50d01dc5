from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.library.charts.results import words_in
from tests.library.release.answering import FORCE, ON, answer, months, result, results

from answerable.disclosure.ledger import NOTHING_YET, entered
from answerable.disclosure.policy import shipped_policy
from answerable.release import made
from answerable.release.composing import composed
from answerable.release.results import Question

PUBLIC, MEETING = shipped_policy(), shipped_policy("scrutiny_meeting")
MADE = {"charge": (36, 44), "nfa": (58, 90), "stopped": (3, 21), "other": (2, 4)}


def by_decision(counts=MADE):
    answers = [answer("victims_told", *figures, made=name) for name, figures in counts.items()]
    return result("victims_told", *answers, by=["made"], names={"charge": "Charge"})


def by_month(counts):
    return result("victims_told", *months((2024, 4), counts), by=["month"])


def release_of(*each, policy=PUBLIC, ledger=NOTHING_YET, **options):
    return composed(results(*each, **options), policy, ledger, on=ON, of=FORCE)


def released(*found):
    """The ledger after some releases."""
    ledger = NOTHING_YET
    for one in found:
        for figure in one.release.figures:
            _, ledger = entered(ledger, figure.table.release, on=ON)
    return ledger


@pytest.fixture(scope="module")
def found():
    return release_of(by_decision())


@pytest.fixture(scope="module")
def figure(found):
    return found.release.figures[0]


@pytest.fixture(scope="module")
def over_time():
    counts = [(30 + at % 4, 50 + at % 3) for at in range(24)]
    return release_of(by_month(counts)).release.figures[0]


class TestTable:
    def test_is_of_the_measure_the_force_and_the_cut(self, figure):
        assert figure.table.release.of == {
            "measure": "victims_told",
            "force": "17",
            "as_of": figure.as_of.isoformat(),
            "cut": figure.cut,
        }

    def test_has_who_was_asked_by_whether_it_was_met(self, figure):
        assert figure.columns == ("made", "answer")
        assert figure.table.shown["nfa", "met"] == 60
        assert figure.table.shown["nfa", "*"] == 90

    def test_hides_the_few(self, figure):
        assert figure.table.shown["stopped", "met"] == "[c]"
        assert figure.table.shown["other", "*"] == "[c]"

    def test_does_not_tell_few_from_nobody(self):
        counts = MADE | {"none yet": (0, 0)}
        figure = release_of(by_decision(counts)).release.figures[0]
        assert figure.table.shown["none yet", "*"] == figure.table.shown["other", "*"] == "[c]"
        assert ("none yet",) in {one.group for one in figure.shares}

    def test_crosses_every_value_with_every_other(self):
        """Which two values occur together is hidden like any nought."""
        split = [
            answer("victims_told", 20, 30, made="charge", maker="police"),
            answer("victims_told", 58, 90, made="nfa", maker="cps"),
        ]
        both = result("victims_told", *split, by=["made", "maker"])
        figure = release_of(both).release.figures[0]
        assert figure.table.shown["charge", "cps", "*"] == "[c]"
        assert len(figure.shares) == 5

    def test_puts_a_month_within_its_quarter_and_financial_year(self, over_time):
        assert over_time.columns == ("year", "quarter", "month", "answer")
        months = {labels[:3] for labels in over_time.table.shown if "*" not in labels[:3]}
        assert ("2024/25", "2024/25 Q1", "2024-04") in months
        assert ("2025/26", "2025/26 Q4", "2026-03") in months

    def test_by_quarter_has_the_figures_of_the_table_by_month(self, over_time):
        quarters = {labels[1:]: shown for labels, shown in over_time.table.shown.items()}
        assert quarters["2024/25 Q1", "*", "*"] == 155

    def test_keeps_together_what_has_no_month(self):
        undated = answer("victims_told", 20, 40, month=None)
        found = release_of(
            result("victims_told", *months((2026, 1), [(41, 52)]), undated, by=["month"])
        )
        assert found.release.figures[0].table.shown["none", "none", "none", "*"] == 40


class TestShares:
    def test_are_those_of_what_is_shown(self, figure):
        shares = {one.group: one for one in figure.shares}
        assert shares[("charge",)].percent.value == 78
        assert shares[("charge",)].met.value == figure.table.shown["charge", "met"]

    def test_are_hidden_with_the_counts(self, figure):
        shares = {one.group: one for one in figure.shares}
        assert shares[("stopped",)].percent.value is None

    def test_end_with_all_together(self, figure):
        assert figure.shares[-1].group == ("*",)
        assert figure.shares[-1].asked.value == figure.table.shown["*", "*"]


class TestSentence:
    def test_tells_of_all_and_of_the_ends(self, figure):
        assert figure.sentence.startswith(
            "In all, 63% of 160. Lowest is “nfa” with 67% of 90, highest “Charge” with 78% of 45."
        )

    def test_says_each_share_as_the_table_does(self, figure, over_time):
        for one in (figure, over_time):
            said = f"{one.sentence} {one.picture.description} {' '.join(words_in(one.picture))}"
            table = {f"{share.percent.words}%" for share in one.shares}
            assert not re.search(r"\d\.\d+%", said)
            assert set(re.findall(r"(\d+%) of \d", said)) <= table

    def test_names_no_number_that_is_hidden(self, found, figure):
        counted = {"36", "44", "58", "21", "99", "159"}
        words = f"{figure.sentence} {figure.picture.description}"
        assert not counted & set(re.findall(r"\d+", words))

    def test_says_how_many_groups_are_not_shown(self, figure):
        assert "Not shown: 2 of 4 groups." in figure.sentence

    def test_says_that_nothing_can_be_compared(self):
        figure = release_of(by_decision({"a": (20, 40), "b": (1, 4)})).release.figures[0]
        assert figure.picture is None
        assert "Too few groups" in figure.sentence

    def test_of_a_figure_without_groups_is_its_share(self):
        whole = result("victims_told", answer("victims_told", 93, 159))
        assert release_of(whole).release.figures[0].sentence == "In all, 59% of 160."


class TestSignal:
    def test_is_what_the_behaviour_chart_says(self, over_time):
        assert over_time.signal
        assert over_time.signal in over_time.sentence

    def test_is_told_of_too_few_points(self):
        figure = release_of(by_month([(30, 50)] * 3)).release.figures[0]
        assert figure.signal.startswith("Too few points are shown to tell a change from chance")

    def test_is_not_looked_for_behind_a_hidden_point(self):
        counts = [(30, 50)] * 11 + [(3, 50)] + [(30, 50)] * 3
        figure = release_of(by_month(counts)).release.figures[0]
        assert figure.signal.startswith("Too few points")

    def test_is_of_no_figure_that_is_not_by_time(self, figure):
        assert not figure.signal


class TestPicture:
    def test_is_drawn_from_rounded_counts_alone(self, figure):
        assert figure.picture.table.rows[0][1:3] == (35, 45)

    def test_of_many_months_is_a_behaviour_chart(self, over_time):
        assert "limit" in over_time.picture.description
        assert all(row[1] % 5 == 0 for row in over_time.picture.table.rows)

    def test_of_months_of_which_some_are_hidden_is_bars(self):
        counts = [(30, 50)] * 11 + [(3, 50)] + [(30, 50)] * 3
        figure = release_of(by_month(counts)).release.figures[0]
        assert "bars" in figure.picture.description
        assert "Not shown" in figure.sentence

    def test_leaves_out_of_limits_a_month_that_had_not_ended(self):
        counts = [(30 + at % 4, 50 + at % 3) for at in range(25)]
        figure = release_of(by_month(counts)).release.figures[0]
        assert len(figure.picture.table.rows) == 24
        assert "Not ended on the as-of day: April 2026." in figure.notes

    def test_has_another_for_a_phone(self, figure):
        assert b'width="360"' in figure.narrow.svg

    def test_of_invented_cases_says_so(self):
        figure = release_of(by_decision(), is_synthetic=True).release.figures[0]
        assert "SYNTHETIC" in " ".join(words_in(figure.picture))
        assert figure.notes[0].startswith("SYNTHETIC")


class TestNotes:
    def test_have_the_cautions_of_the_definition(self, figure):
        assert set(figure.meaning.cautions) <= set(figure.notes)

    def test_say_that_counts_are_rounded_only_where_they_are(self, figure):
        exact = release_of(by_decision(), policy=MEETING).release.figures[0]
        assert any("rounded to the nearest 5" in one for one in figure.notes)
        assert not any("rounded" in one for one in exact.notes)


class TestHeldAgainstEachOther:
    def test_tables_of_one_release_do_not_undo_one_another(self):
        """By decision and by decision and maker: what one hides, the other must not tell."""
        split = [
            answer("victims_told", 20, 30, made="charge", maker="police"),
            answer("victims_told", 11, 14, made="charge", maker="cps"),
            answer("victims_told", 58, 90, made="nfa", maker="police"),
            answer("victims_told", 3, 21, made="stopped", maker="police"),
            answer("victims_told", 2, 4, made="other", maker="police"),
        ]
        both = result("victims_told", *split, by=["made", "maker"])
        one, other = release_of(by_decision(), both).release.figures
        assert one.table.shown["stopped", "met"] == "[c]"
        assert other.table.shown["stopped", "*", "met"] == "[c]"
        assert other.table.proof.audit.releases == 2

    def test_later_figures_are_held_against_the_ledger(self):
        """A quarter first, its months later: two shown months do not tell of the third."""
        quarter = result(
            "victims_told", answer("victims_told", 84, 107, quarter="2025/26 Q4"), by=["quarter"]
        )
        first = release_of(quarter)
        later = release_of(
            result("victims_told", *months((2026, 1), [(41, 52), (40, 52), (3, 3)]), by=["month"]),
            ledger=released(first),
        )
        shown = {labels[2:]: cell for labels, cell in later.release.figures[0].table.shown.items()}
        assert shown["2026-03", "*"] == "[c]"
        assert "[c]" in {shown["2026-01", "*"], shown["2026-02", "*"]}
        assert later.release.manifest.releases_before == 1

    def test_the_same_again_shows_the_same(self):
        first = release_of(by_decision())
        again = release_of(by_decision(), ledger=released(first))
        assert again.release.figures[0].table.shown == first.release.figures[0].table.shown


class TestLeftOut:
    def test_is_a_measure_that_nobody_was_asked(self):
        nobody = result("victims_told", answer("victims_told", 0, 0))
        found = release_of(nobody, by_decision())
        assert len(found.release.figures) == 1
        assert found.left_out[0].question == Question("victims_told")
        assert found.left_out[0].why == "Nobody was asked, so there is no figure."


class TestUtility:
    def test_says_what_is_hidden_and_why(self, found):
        (told,) = found.utility
        assert told.cells == told.shown + sum(told.hidden.values())
        assert told.hidden["small"] >= 4

    def test_says_what_a_coarser_figure_would_show(self):
        sparse = dict.fromkeys(("a", "b", "c", "d"), (2, 4)) | {"e": (40, 90)}
        (told,) = release_of(by_decision(sparse)).utility
        assert told.advice == (
            "Coarsen first: 8 of 10 cells are hidden.",
            "Not by decision: 2 of 2 cells would be large enough.",
        )

    def test_says_that_longer_times_would_show_more(self):
        (told,) = release_of(by_month([(3, 6)] * 24)).utility
        assert "By quarter instead of month: 16 of 16 cells would be large enough." in told.advice
        assert "By financial year instead of month: 4 of 4 cells" in " ".join(told.advice)

    def test_gives_no_advice_where_most_is_shown(self, found):
        assert found.utility[0].advice == ()


class TestManifest:
    def test_names_policy_cut_and_what_it_was_held_against(self, found):
        manifest = found.release.manifest
        assert manifest.policy["profile"] == "public"
        assert (manifest.made_on, manifest.ledger, manifest.releases_before) == (ON, "", 0)

    def test_digest_is_of_nothing_hidden(self, figure):
        """Two counts that look alike give one digest, or it would tell them apart."""
        nearly = MADE | {"charge": (37, 45)}
        other = release_of(by_decision(nearly)).release.figures[0]
        assert other.table.release != figure.table.release
        assert other.digest == figure.digest

    def test_digest_of_a_release_does_not_depend_on_the_ledger(self, found):
        manifest = replace(found.release.manifest, ledger="0" * 64)
        assert replace(found.release, manifest=manifest).digest == found.release.digest


class TestKept:
    def test_is_read_as_it_was_written(self, found):
        assert found.release.figures[0].table.shown
        read = made.read(made.written(found.release))
        assert read == found.release
        assert read.digest == found.release.digest


class TestThoseInPostAtEachMonthEnd:
    def of(self, *counts, by=("month",)):
        each = [
            answer("investigators_qualified", met, asked, **({"month": month} if by else {}))
            for month, met, asked in counts
        ]
        return release_of(result("investigators_qualified", *each, by=list(by))).release.figures[0]

    def test_are_told_of_the_latest_month_and_never_as_the_sum_of_all(self):
        figure = self.of(("2026-02", 30, 45), ("2026-03", 39, 45))
        assert figure.sentence.startswith("At the end of March 2026, 89% of 45.")
        assert "In all" not in figure.sentence

    def test_say_nothing_of_a_latest_month_that_is_hidden(self):
        figure = self.of(("2026-02", 30, 45), ("2026-03", 3, 45))
        assert figure.sentence.startswith("At the end of March 2026: the share is not shown.")

    def test_together_are_no_number_of_people(self):
        figure = self.of((None, 69, 90), by=())
        assert figure.sentence.startswith("At all month ends together, each counted at every one")
