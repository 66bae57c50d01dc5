"""A response bears the names and titles of its day; what is published keeps them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from tests import factories
from tests import factories_responses as cases

from answerable_site.people import operations as people
from answerable_site.people.models import Organisation
from answerable_site.people.rules import PRODUCT, BodyType
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.responses import operations, queries

NEXT_DAY = datetime(2026, 5, 12, 9, tzinfo=UTC)
"""The day after `cases.LATER`, on which cases are signed."""


def rename(case, from_on: date, organisation: Organisation | None = None, **changed) -> None:
    given = {
        "name": "Mayoralty of Wexmoor",
        "holder_title": "Mayor of Wexmoor",
        "body_type": BodyType.MAYOR,
    }
    people.rename_organisation(
        by=case.viewer("administrator"),
        at=cases.AT,
        organisation=organisation or case.office.body,
        from_on=from_on,
        **(given | changed),
    )


def tenure(case, name: str, from_on: date, to_on: date | None = None, **changed) -> None:
    people.record_tenure(
        by=case.viewer("administrator"),
        at=cases.AT,
        organisation=case.office.body,
        holder_name=name,
        title=changed.pop("title", "Police and Crime Commissioner"),
        from_on=from_on,
        to_on=to_on,
        **changed,
    )


def body_facts(case, on: date):
    held = queries.dossier_visible_to(
        case.viewer("officer"),
        inspection_id=case.inspection.pk,
        body_slug=case.office.body.slug,
        on=on,
    )
    return held.facts.body


class TestADraft:
    def test_bears_the_name_of_the_day_even_before_it_was_applied(self, case):
        rename(case, NEXT_DAY.date())
        days = (date(2026, 5, 11), date(2026, 5, 12))
        assert [body_facts(case, day).name for day in days] == [
            "Office for Policing in Wexmoor",
            "Mayoralty of Wexmoor",
        ]
        assert body_facts(case, days[1]).holder_title == "Mayor of Wexmoor"

    def test_bears_the_title_of_the_chief_officer_of_the_day(self, case):
        administrator = factories.person(
            "Somebody", (case.office.force, factories.Role.ADMINISTRATOR)
        )
        people.rename_organisation(
            by=factories.viewer(administrator),
            at=cases.AT,
            organisation=case.office.force,
            name="Wexmoor Police",
            holder_title="Commissioner",
            body_type=None,
            from_on=NEXT_DAY.date(),
        )
        found = body_facts(case, NEXT_DAY.date())
        assert (found.chief_officer_title, found.force_name) == ("Commissioner", "Wexmoor Police")

    def test_bears_without_a_day_what_took_effect_last(self, case):
        rename(case, NEXT_DAY.date())
        names = []
        for _ in range(2):
            held = queries.dossier_visible_to(
                case.viewer("officer"),
                inspection_id=case.inspection.pk,
                body_slug=case.office.body.slug,
            )
            names.append(held.facts.body.name)
            people.apply_namings(by=PRODUCT, at=NEXT_DAY, on=NEXT_DAY.date())
        assert names == ["Office for Policing in Wexmoor", "Mayoralty of Wexmoor"]

    def test_must_be_prepared_again_under_another_name(self, case):
        cases.signed(case)
        rename(case, NEXT_DAY.date())
        with pytest.raises(operations.DocumentChanged):
            cases.publish(case, NEXT_DAY)

    def test_is_published_until_the_day_before_another_name(self, case):
        cases.signed(case)
        rename(case, NEXT_DAY.date())
        assert cases.publish(case, cases.LATER).version == 1

    def test_begins_its_public_entry_under_the_name_of_the_day(self, case):
        rename(case, NEXT_DAY.date())
        entry = operations.prepare_public_entry(
            by=case.viewer("officer"), at=NEXT_DAY, **case.about
        )
        assert entry.body_name == "Mayoralty of Wexmoor"


class TestAPublishedResponse:
    @pytest.fixture
    def address(self, case) -> str:
        public = cases.published(case)
        return f"/public/{public.inspection.body_slug}/{public.inspection.slug}/"

    def frozen(self, client, address: str) -> tuple:
        public = PublicResponse.objects.get()
        return (
            public.content_hash,
            public.html,
            client.get(f"{address}versions/1.json").content,
            client.get(f"{address}versions/1.pdf").content,
            PublicInspection.objects.get().body_name,
        )

    def test_keeps_page_document_hash_and_name(self, case, client, address):
        before = self.frozen(client, address)
        rename(case, cases.AT.date())
        case.office.body.refresh_from_db()
        assert case.office.body.name == "Mayoralty of Wexmoor"
        assert self.frozen(client, address) == before
        text = client.get(address).content.decode()
        assert "Comments of the Police and Crime Commissioner" in text
        assert "Mayor" not in text

    def test_is_found_by_the_filter_beside_those_of_the_later_name(self, case, client, address):
        rename(case, cases.AT.date())
        other = cases.inspection(case.office, "A second report")
        entry = operations.prepare_public_entry(
            by=case.viewer("officer"), at=NEXT_DAY, inspection=other, body=case.office.body
        )
        PublicInspection.objects.filter(pk=entry.pk).update(
            released_at=NEXT_DAY, released_by=case.office.publisher
        )
        slug = case.office.body.slug
        text = client.get("/public/", {"body": slug}).content.decode()
        assert "2 inspections" in text
        assert text.count(f'<option value="{slug}"') == 1
        assert "Mayoralty of Wexmoor (before: Office for Policing in Wexmoor)" in text
        page = client.get(f"/public/{slug}/").content.decode()
        assert "Mayoralty of Wexmoor" in page
        assert f'href="/public/?body={slug}"' in page


@pytest.fixture
def on_the_next_day():
    with time_machine.travel(NEXT_DAY, tick=False):
        yield


class TestThePageForPublishing:
    """The holder of the day of signature is 11 May's; publication is on 12 May."""

    @pytest.fixture
    def text(self, case, signed_in, at, on_the_next_day):
        cases.signed(case)

        def page() -> str:
            return signed_in("publisher").get(at("publish")).content.decode()

        return page

    def test_warns_that_the_office_changed_hands(self, case, text):
        tenure(case, "Oswin Harkle", date(2024, 5, 9), date(2026, 5, 11))
        tenure(case, "Una Marlow", date(2026, 5, 12))
        assert (
            "Oswin Harkle, Police and Crime Commissioner, held it on 11 May 2026; Una Marlow, "
            "Police and Crime Commissioner, holds it since 12 May 2026."
        ) in text()

    def test_warns_that_somebody_acts_since(self, case, text):
        tenure(case, "Oswin Harkle", date(2024, 5, 9))
        tenure(case, "Una Marlow", date(2026, 5, 12), title="Acting Commissioner", is_acting=True)
        assert "Una Marlow, Acting Commissioner, holds it since 12 May 2026" in text()

    def test_warns_that_the_office_is_vacant(self, case, text):
        tenure(case, "Oswin Harkle", date(2024, 5, 9), date(2026, 5, 11))
        assert "nobody that is recorded here holds it today" in text()

    @pytest.mark.parametrize("recorded", [True, False])
    def test_says_nothing_if_nothing_changed_or_nothing_is_known(self, case, text, recorded):
        if recorded:
            tenure(case, "Oswin Harkle", date(2024, 5, 9))
        assert "changed hands" not in text()

    def test_still_publishes_what_the_holder_of_that_day_signed(self, case, text, signed_in, at):
        tenure(case, "Oswin Harkle", date(2024, 5, 9), date(2026, 5, 11))
        tenure(case, "Una Marlow", date(2026, 5, 12))
        signed_in("publisher").post(at("publish"))
        assert PublicResponse.objects.get().signer_name == case.office.holder.full_name


class TestThePageForSigning:
    def test_proposes_the_title_of_whoever_acts(self, case, signed_in, at, on_the_next_day):
        cases.prepare(cases.complete(case))
        tenure(
            case,
            "Wexmoor Holder",
            date(2026, 5, 1),
            title="Acting Police and Crime Commissioner",
            is_acting=True,
            user=case.office.holder,
        )
        text = signed_in("holder").get(at("sign")).content.decode()
        assert 'name="signed_as" value="Acting Police and Crime Commissioner"' in text
