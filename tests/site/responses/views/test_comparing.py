from __future__ import annotations

import pytest
from django.test import Client
from tests import factories
from tests import factories_responses as cases

from answerable_site.responses import operations
from answerable_site.responses.models import Preparation
from answerable_site.responses.rules.words import Language


def page(found) -> str:
    return found.content.decode()


def write(case, *texts: str, **words) -> None:
    for version, text in enumerate(texts):
        operations.write_own_comments(
            by=case.viewer("officer"),
            at=cases.LATER,
            text=text,
            version=version,
            **words,
            **case.about,
        )


class TestCompare:
    def test_shows_what_went_and_came_in_words_too(self, case, signed_in, at):
        write(case, "We label every bag.", "We label each bag.")
        shown = page(signed_in("holder").get(at("compare", "own_comments", 1, 2)))
        assert '<del><span class="govuk-visually-hidden">removed: </span>every' in shown
        assert '<ins><span class="govuk-visually-hidden">added: </span>each' in shown
        assert shown.count("<h1") == 1

    def test_says_so_where_nothing_differs(self, case, signed_in, at):
        write(case, "We agree.")
        shown = page(signed_in("officer").get(at("compare", "own_comments", 1, 1)))
        assert "The words are the same." in shown

    def test_shows_a_change_of_language_without_a_change_of_words(self, case, signed_in, at):
        write(case, "Amen.")
        operations.write_own_comments(
            by=case.viewer("officer"),
            at=cases.LATER,
            text="Amen.",
            language=Language.WELSH,
            version=1,
            **case.about,
        )
        shown = page(signed_in("officer").get(at("compare", "own_comments", 1, 2)))
        assert "added: </span>Written in Welsh." in shown

    def test_never_reads_typed_words_as_markup(self, case, signed_in, at):
        write(case, "One.", "One. <script>alert(1)</script>")
        shown = page(signed_in("officer").get(at("compare", "own_comments", 1, 2)))
        assert "<script>alert" not in shown

    def test_shows_of_two_documents_what_changed_and_where(self, case, signed_in, at):
        cases.complete(case)
        cases.prepare(case)
        operations.write_own_comments(
            by=case.viewer("officer"),
            at=cases.LATER,
            text="We welcome this sober report.",
            version=1,
            **case.about,
        )
        cases.prepare(case)
        first, second = Preparation.objects.order_by("pk")
        shown = page(signed_in("officer").get(at("compare", "prepared", first.pk, second.pk)))
        assert "added: </span>sober " in shown
        assert "Comments of the Police and Crime Commissioner</h2>" in shown
        assert "We labelled every bag in the store." not in shown
        assert "without a change" in shown

    @pytest.mark.parametrize("kind", ["own_comments", "prepared", "published", "secrets"])
    def test_is_not_found_where_one_of_the_two_is_not_there(self, case, signed_in, at, kind):
        write(case, "One.")
        assert signed_in("officer").get(at("compare", kind, 1, 2)).status_code == 404

    def test_is_not_found_by_another_office(self, case, at):
        write(case, "One.", "Two.")
        client = Client()
        client.force_login(factories.office("Thornley").officer)
        assert client.get(at("compare", "own_comments", 1, 2)).status_code == 404


class TestHistory:
    def test_leads_to_the_comparison_with_the_one_before(self, case, signed_in, at):
        write(case, "One.", "Two.")
        shown = page(signed_in("officer").get(at("history")))
        assert at("compare", "own_comments", 1, 2) in shown
        assert at("compare", "own_comments", 0, 1) not in shown

    def test_leads_to_the_comparison_of_two_preparations(self, case, signed_in, at):
        cases.complete(case)
        cases.prepare(case)
        write_again = {"text": "Otherwise.", "version": 1}
        operations.write_own_comments(
            by=case.viewer("officer"), at=cases.LATER, **write_again, **case.about
        )
        cases.prepare(case)
        first, second = Preparation.objects.order_by("pk")
        officer = signed_in("officer")
        address = at("compare", "prepared", first.pk, second.pk)
        assert address in page(officer.get(at("history")))
        assert officer.get(address).status_code == 200


class TestPlainEnglish:
    def test_remarks_on_every_text_of_the_body(self, case, signed_in, at):
        write(case, "In order to help, the CPS agreed.")
        shown = page(signed_in("officer").get(at("plain_english")))
        assert "Instead of “In order to” you could write “to”." in shown
        assert "“CPS” is not explained." in shown

    def test_counts_what_an_earlier_text_explains(self, case, signed_in, at):
        write(case, "The Crown Prosecution Service (CPS) agreed.")
        operations.write_reply(
            by=case.viewer("officer"),
            at=cases.LATER,
            text="We thank the CPS.",
            version=0,
            **case.about,
        )
        assert "is not explained" not in page(signed_in("officer").get(at("plain_english")))

    def test_leaves_the_chief_officers_words_alone(self, case, signed_in, at):
        operations.submit_chief_officer_comments(
            by=case.viewer("chief"),
            at=cases.LATER,
            author_name="Robin Ashdown",
            author_title="Chief Constable",
            text="We utilised bags.",
            version=0,
            **case.about,
        )
        assert "utilised" not in page(signed_in("officer").get(at("plain_english")))

    def test_leads_to_the_forms_only_those_who_can_change_the_text(self, case, signed_in, at):
        write(case, "The bags were utilised.")
        form = f'href="{at("own_comments")}"'
        assert form in page(signed_in("officer").get(at("plain_english")))
        assert form not in page(signed_in("publisher").get(at("plain_english")))

    def test_skips_welsh_and_says_so(self, case, signed_in, at):
        write(case, "Utilise.", language=Language.WELSH)
        shown = page(signed_in("officer").get(at("plain_english")))
        assert "This text is not in English, so it is not checked." in shown
        assert "you could write" not in shown

    def test_stands_on_the_page_of_a_text_once_it_is_saved(self, case, signed_in, at):
        officer = signed_in("officer")
        assert "Plain-English check" not in page(officer.get(at("own_comments")))
        write(case, "We utilise bags.")
        shown = page(officer.get(at("own_comments")))
        assert "Instead of “utilise” you could write “use”." in shown

    def test_is_never_a_gap(self, case, signed_in, at):
        cases.complete(case)
        operations.write_own_comments(
            by=case.viewer("officer"),
            at=cases.LATER,
            text="We utilise the CPS.",
            version=1,
            **case.about,
        )
        assert cases.prepare(case).is_complete
