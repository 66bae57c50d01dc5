from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from answerable.records.kinds.advice import AdviceConsidered
from answerable.records.kinds.people import Authoriser, Status, SuspectStatus
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.telling import ContactPreference, Method, Teller
from answerable_site.casework.forms import Offered, RecordEvent, initial_of, kept

DAY = {"on_day": "1", "on_month": "6", "on_year": "2026"}
ONE_SUSPECT = Offered(suspects=[(1, "Suspect 1")])
BAIL = DAY | {
    "suspect": "1",
    "status": "bailed",
    "ends_on_bailed_day": "1",
    "ends_on_bailed_month": "9",
    "ends_on_bailed_year": "2026",
    "has_conditions_bailed": "yes",
    "authoriser_bailed": "custody_officer",
    "victims_views_sought_bailed": "not_given",
}
BAILED = SuspectStatus(
    on=date(2026, 6, 1),
    suspect=1,
    status=Status.BAILED,
    ends_on=date(2026, 9, 1),
    has_conditions=True,
    authoriser=Authoriser.CUSTODY_OFFICER,
)


def form(kind, sent=None, offered=ONE_SUSPECT, **kwargs) -> RecordEvent:
    data = None
    if sent is not None:
        data = QueryDict(mutable=True)
        data.update(sent)
    return RecordEvent(data, kind=kind, offered=offered, **kwargs)


class TestRecordEvent:
    def test_asks_what_matters_for_an_answer_below_that_answer(self):
        asked = form(SuspectStatus)["status"].field.presentation
        assert "ends_on_bailed" in asked.reveals["bailed"]
        assert "arrested" not in asked.reveals

    def test_takes_what_was_asked_below_the_chosen_answer(self):
        filled = form(SuspectStatus, BAIL)
        assert filled.is_valid(), filled.errors
        assert filled.event == BAILED

    def test_drops_what_was_typed_below_another_answer(self):
        filled = form(SuspectStatus, BAIL | {"status": "arrested"})
        assert filled.is_valid(), filled.errors
        assert filled.event == SuspectStatus(on=date(2026, 6, 1), suspect=1, status=Status.ARRESTED)

    @pytest.mark.parametrize(("sought", "why_not"), [("no", "Too early."), ("yes", "")])
    def test_asks_why_not_below_a_no_alone(self, sought, why_not):
        sent = DAY | {"is_sought": sought, "why_not_no": "Too early.", "supervisor_no": ""}
        filled = form(AdviceConsidered, sent)
        assert filled.is_valid(), filled.errors
        assert filled.event.why_not == why_not

    def test_asks_for_the_day_after_what_happened(self):
        assert list(form(SuspectStatus).fields)[:3] == ["suspect", "status", "on"]

    def test_asks_nothing_about_suspects_where_there_is_none(self):
        assert form(Submitted, offered=Offered())["suspects"].is_hidden

    def test_lets_somebody_say_that_there_is_no_answer(self):
        sent = DAY | {"victim": "1", "method": "letter", "teller": "not_given"}
        offered = Offered(victims=[(1, "Victim 1")])
        filled = form(ContactPreference, sent | {"support_present": "not_given"}, offered)
        assert filled.is_valid(), filled.errors
        assert (filled.event.teller, filled.event.support_present) == (None, None)

    def test_offers_what_is_chosen_among_many_as_a_list(self):
        many = Offered(victims=[(n, f"Victim {n}") for n in range(1, 15)])
        page = str(form(ContactPreference, offered=many)["victim"])
        assert "<select" in page


class TestInitialOf:
    def test_fills_the_questions_below_the_answer_that_was_given(self):
        initial = initial_of(BAILED)
        assert initial["status"] == "bailed"
        assert initial["has_conditions_bailed"] == "yes"
        assert "ends_on" not in initial

    def test_fills_nothing_that_did_not_matter(self):
        initial = initial_of(SuspectStatus(on=date(2026, 6, 1), suspect=1, status=Status.ARRESTED))
        assert set(initial) == {"on", "suspect", "status"}

    def test_gives_the_same_event_again(self):
        said = ContactPreference(
            on=date(2026, 6, 1), victim=1, method=Method.VIDEO, teller=Teller.SUPERVISOR
        )
        initial = {k: v for k, v in initial_of(said).items() if v is not None and k != "on"}
        filled = form(ContactPreference, initial | DAY, Offered(victims=[(1, "Victim 1")]))
        assert filled.is_valid(), filled.errors
        assert filled.event == said


class TestKept:
    def test_holds_each_part_of_a_day_below_an_answer(self):
        names = dict(kept(form(SuspectStatus, BAIL | {"other": "1"})))
        assert names["ends_on_bailed_month"] == "9"
        assert "other" not in names
