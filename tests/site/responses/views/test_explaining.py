from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from tests import factories, factories_followup
from tests import factories_responses as cases

from answerable_site.register import operations as register
from answerable_site.register.rules import Addressed, AddresseeStatus, RecommendationLinkKind
from answerable_site.responses import operations
from answerable_site.responses.models import Explanation
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import Language, Position

TODAY = datetime(2026, 5, 11, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def first(case):
    return case.recommendations[0]


def page(found) -> str:
    return found.content.decode()


def priority(case, name="Victims first", from_on=date(2025, 4, 1)):
    return register.add_priority(
        by=factories.viewer(case.office.officer),
        at=cases.AT,
        body=case.office.body,
        plan="Police and Crime Plan 2025 to 2029",
        name=name,
        from_on=from_on,
    )


def end(case, ours, to_on):
    register.end_priority(
        by=factories.viewer(case.office.officer), at=cases.AT, priority=ours, to_on=to_on
    )


def older(case, title="An older report", on=date(2025, 4, 1)) -> cases.Case:
    made = cases.inspection(case.office, title, published_on=on)
    return cases.Case(case.office, made, [cases.finding(made, "Forces should label.", "7")])


def link(case, earlier: cases.Case) -> None:
    register.link_recommendations(
        by=case.viewer("officer"),
        at=cases.AT,
        recommendation=case.recommendations[0],
        earlier=earlier.recommendations[0],
        kind=RecommendationLinkKind.REPEATS,
        reason="The same words.",
    )


class TestTheForm:
    def test_saves_every_answer(self, case, first, signed_in, at):
        ours = priority(case)
        signed_in("officer").post(
            at("explain", first.pk),
            {
                "version": 0,
                "kind": "action_taken",
                "text": "Diolch.",
                "position": "accepted_in_part",
                "priorities": [ours.pk],
                "language": "cy-GB",
            },
        )
        saved = Explanation.objects.get()
        assert (saved.position, saved.language) == ("accepted_in_part", "cy-GB")
        assert list(saved.priorities.all()) == [ours]

    def test_shows_again_what_was_saved(self, case, first, signed_in, at):
        ours = priority(case)
        operations.explain_finding(
            by=case.viewer("officer"),
            at=cases.LATER,
            finding_id=first.pk,
            kind=ExplanationKind.FOR_OTHERS,
            text="Diolch.",
            position=Position.NOT_ACCEPTED,
            priorities=[ours.pk],
            language=Language.WELSH,
            version=0,
            **case.about,
        )
        form = signed_in("officer").get(at("explain", first.pk)).context["form"]
        assert form["kind"].value() == "for_others"
        assert form["position"].value() == "not_accepted"
        assert form["priorities"].value() == [ours.pk]
        assert form["language"].value() == "cy-GB"

    def test_saves_nothing_where_nothing_was_changed(self, case, first, signed_in, at):
        officer = signed_in("officer")
        sent = {"version": 0, "kind": "action_taken", "text": "Done.", "position": "not_stated"}
        officer.post(at("explain", first.pk), sent)
        found = officer.post(at("explain", first.pk), sent | {"version": 1}, follow=True)
        assert "Nothing was changed" in page(found)
        assert Explanation.objects.count() == 1

    def test_offers_the_other_responses_of_the_body_the_newest_first(
        self, case, first, signed_in, at
    ):
        for title, on in [("March", date(2026, 3, 1)), ("May", date(2026, 5, 1))]:
            cases.invited(older(case, title, on))
        cases.invited(cases.case("Thornley", title="Theirs"))
        cases.invited(case)
        form = signed_in("officer").get(at("explain", first.pk)).context["form"]
        offered = [words for _, words in form.fields["answered_in"].choices]
        assert offered == [
            "Select a response",
            "May (report of 1 May 2026)",
            "March (report of 1 March 2026)",
        ]

    def test_saves_which_other_response_answers(self, case, first, signed_in, at):
        other = cases.invited(older(case)).inspection.responses.get()
        found = signed_in("officer").post(
            at("explain", first.pk),
            {"version": 0, "kind": "answered_elsewhere", "answered_in": other.pk},
            follow=True,
        )
        assert Explanation.objects.get().answered_in == other
        assert "Answered in the response to “An older report”." in page(found)

    def test_refuses_a_response_of_another_body(self, case, first, signed_in, at):
        theirs = cases.invited(cases.case("Thornley")).inspection.responses.get()
        found = signed_in("officer").post(
            at("explain", first.pk),
            {"version": 0, "kind": "answered_elsewhere", "answered_in": theirs.pk},
        )
        assert "Select one of the choices shown" in page(found)
        assert not Explanation.objects.exists()

    def test_offers_priorities_in_force_alone(self, case, first, signed_in, at):
        end(case, priority(case, "Ends today"), TODAY.date())
        end(case, priority(case, "Ended yesterday"), date(2026, 5, 10))
        priority(case, "Begins tomorrow", from_on=date(2026, 5, 12))
        shown = page(signed_in("officer").get(at("explain", first.pk)))
        assert "Ends today" in shown
        assert "Ended yesterday" not in shown
        assert "Begins tomorrow" not in shown

    def test_keeps_an_ended_priority_that_the_answer_names(self, case, first, signed_in, at):
        ended = priority(case, "Safer roads")
        officer = signed_in("officer")
        sent = {"version": 0, "kind": "action_taken", "text": "Done.", "priorities": [ended.pk]}
        officer.post(at("explain", first.pk), sent)
        end(case, ended, date(2026, 5, 10))
        assert "Safer roads (ended 10 May 2026)" in page(officer.get(at("explain", first.pk)))
        officer.post(at("explain", first.pk), sent | {"version": 1, "text": "Done now."})
        assert list(Explanation.objects.get(version=2).priorities.all()) == [ended]


class TestConflict:
    def test_loses_no_field(self, case, first, signed_in, at):
        one, two = priority(case), priority(case, "Fewer burglaries")
        other = cases.invited(older(case)).inspection.responses.get()
        officer, address = signed_in("officer"), at("explain", first.pk)
        officer.post(address, {"version": 0, "kind": "action_taken", "text": "Ann wrote."})
        mine = {
            "version": 0,
            "kind": "answered_elsewhere",
            "answered_in": other.pk,
            "text": "Bo ysgrifennodd.",
            "position": "accepted_in_part",
            "priorities": [one.pk, two.pk],
            "language": "cy-GB",
        }
        found = officer.post(address, mine)
        assert found.status_code == 409
        form = found.context["form"]
        again = {name: form[name].value() for name in mine}
        assert again == {
            **{name: str(value) for name, value in mine.items()},
            "priorities": [str(one.pk), str(two.pk)],
            "version": "1",
        }
        officer.post(address, again)
        saved = Explanation.objects.get(version=2)
        assert (saved.text, saved.position, saved.language, saved.answered_in) == (
            "Bo ysgrifennodd.",
            "accepted_in_part",
            "cy-GB",
            other,
        )
        assert set(saved.priorities.all()) == {one, two}

    def test_keeps_the_date_and_the_owner(self, case, first, signed_in, at):
        officer, address = signed_in("officer"), at("explain", first.pk)
        officer.post(address, {"version": 0, "kind": "action_taken", "text": "Ann wrote."})
        found = officer.post(
            address,
            {
                "version": 0,
                "kind": "action_proposed",
                "due_on_day": "1",
                "due_on_month": "9",
                "due_on_year": "2026",
                "owner": "Head of custody",
            },
        )
        form = found.context["form"]
        assert form["owner"].value() == "Head of custody"
        assert 'value="2026"' in page(found)

    def test_shows_what_they_changed_since_the_writer_began(self, case, first, signed_in, at):
        officer, address = signed_in("officer"), at("explain", first.pk)
        for version, text in enumerate(["We label bags.", "We label all bags."]):
            officer.post(address, {"version": version, "kind": "action_taken", "text": text})
        shown = page(officer.post(address, {"version": 1, "kind": "action_taken", "text": "Mine"}))
        assert "added: </span>all " in shown
        assert "removed: </span>" not in shown.replace("<del>struck through</del>", "")
        assert "Saved now: Version 2" in shown
        assert "You began from: Version 1" in shown

    def test_stands_where_a_version_was_never_there(self, first, signed_in, at):
        found = signed_in("officer").post(
            at("explain", first.pk), {"version": 5, "kind": "action_taken", "text": "Mine"}
        )
        assert found.status_code == 409
        assert found.context["form"]["version"].value() == "0"


class TestTheSentenceForOthers:
    @pytest.fixture
    def for_others(self, case):
        asked = (Addressed("The Home Office", "home_office"),)
        return cases.finding(case.inspection, "The Home Office should lead.", "9", addressees=asked)

    def test_is_offered_and_not_filled_in(self, for_others, signed_in, at):
        found = signed_in("officer").get(at("explain", for_others.pk))
        assert "This recommendation is addressed to the Home Office." in page(found)
        assert not found.context["form"]["text"].value()

    def test_is_not_offered_where_forces_are_asked(self, case, signed_in, at):
        shown = page(signed_in("officer").get(at("explain", case.recommendations[0].pk)))
        assert "A sentence for what is addressed to others" not in shown

    def test_goes_behind_what_was_typed_and_is_not_saved(self, for_others, signed_in, at):
        found = signed_in("officer").post(
            at("explain", for_others.pk),
            {
                "version": 0,
                "kind": "action_taken",
                "text": "We read it.",
                "position": "accepted",
                "insert_sentence": "yes",
            },
        )
        form = found.context["form"]
        assert form["text"].value() == (
            "We read it.\n\nThis recommendation is addressed to the Home Office. It is not ours "
            "to carry out, so we take no action on it ourselves."
        )
        assert (form["kind"].value(), form["position"].value()) == ("for_others", "accepted")
        assert not Explanation.objects.exists()

    def test_is_inserted_once(self, for_others, signed_in, at):
        officer, address = signed_in("officer"), at("explain", for_others.pk)
        sent = {"version": 0, "text": "", "insert_sentence": "yes"}
        once = officer.post(address, sent).context["form"]["text"].value()
        twice = officer.post(address, sent | {"text": once}).context["form"]["text"].value()
        assert once == twice


class TestTheHelp:
    def test_quotes_the_earlier_answer_and_fills_in_nothing(self, case, first, signed_in, at):
        earlier = older(case)
        link(case, earlier)
        cases.published(earlier)
        found = signed_in("officer").get(at("explain", first.pk))
        shown = page(found)
        assert "Recommendation 7, An older report (1 April 2025)" in shown
        assert "Answer number 0." in shown
        assert "Published on 11 May 2026, version 1 of that response." in shown
        assert f"/explanations/#finding-{earlier.recommendations[0].pk}" in shown
        assert not found.context["form"]["text"].value()

    @pytest.mark.parametrize(
        ("due_on", "said"),
        [
            (date(2026, 5, 10), "The day promised has passed."),
            (date(2026, 5, 11), "The day promised is today."),
            (date(2026, 5, 12), "The day promised is still to come."),
        ],
    )
    def test_says_whether_a_promised_day_has_passed(self, case, first, signed_in, at, due_on, said):
        earlier = older(case)
        link(case, earlier)
        operations.explain_finding(
            by=case.viewer("officer"),
            at=cases.AT,
            finding_id=earlier.recommendations[0].pk,
            kind=ExplanationKind.ACTION_PROPOSED,
            text="We will.",
            due_on=due_on,
            owner="Head of custody",
            version=0,
            **earlier.about,
        )
        shown = page(signed_in("officer").get(at("explain", first.pk)))
        assert said in shown
        assert "Owner: Head of custody." in shown
        assert "A draft: that response is not published." in shown

    def test_says_what_became_of_an_earlier_recommendation_by_its_original_date(
        self, case, first, signed_in, at
    ):
        earlier = older(case)
        link(case, earlier)
        commitment = factories_followup.promised(
            case.office,
            earlier.recommendations[0],
            case.office.force,
            due_on=date(2026, 5, 1),
            summary="Label every bag",
        )
        shown = page(signed_in("officer").get(at("explain", first.pk)))
        named = ">Wexmoor Constabulary: Label every bag</a>"
        assert f'/follow-up/commitments/{commitment.pk}/"{named}' in shown
        assert "<strong>Late by 10 days, counted from the original date</strong>" in shown
        assert "Original date: 1 May 2026." in shown

    def test_says_that_no_answer_was_given(self, case, first, signed_in, at):
        link(case, older(case))
        assert "We gave no answer to it here." in page(
            signed_in("officer").get(at("explain", first.pk))
        )

    def test_shows_the_working_deadline_and_what_addressees_say(self, case, first, signed_in, at):
        officer = case.viewer("officer")
        register.set_working_deadline(
            by=officer,
            at=cases.AT,
            recommendation=first,
            on=date(2026, 9, 1),
            reason="One training cycle.",
        )
        register.record_statement(
            by=officer,
            at=cases.AT,
            addressee=first.addressees.get(),
            status=AddresseeStatus.IN_PROGRESS,
            known_on=date(2026, 5, 2),
            note="Said at the conference.",
        )
        shown = page(signed_in("officer").get(at("explain", first.pk)))
        assert "One training cycle." in shown
        assert "Said at the conference." in shown
