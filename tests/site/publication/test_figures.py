"""Published figures: two people, one address, editions that stay, withdrawn within a minute."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rdflib import DCAT, Graph, URIRef
from selectolax.lexbor import LexborHTMLParser
from tests import factories
from tests.factories_public_figures import AT, as_of, published, release, worker

from answerable_site.audit.models import AuditEntry
from answerable_site.config.database_roles import press_tables
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.publication import operations
from answerable_site.publication.models import DataSetEdition, FiguresRelease, PublicDataSet

pytestmark = [
    pytest.mark.django_db,
    # The reader of the catalogue warns of a part of itself.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]
SITE = "http://localhost:8000"
LIST = "/public/figures/"
PAGE = "/public/wexmoor-constabulary/figures/victims-told-by-made/"
FILE = "/public/wexmoor-constabulary/figures/victims-told-by-made-1."
DAY = timedelta(days=1)
JUNE = date(2026, 6, 30)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def force(office):
    return office.force


@pytest.fixture
def publish(force):
    """Publish a release, as of 31 March unless another is given."""

    def do(of=None, *, at=AT, because="") -> FiguresRelease:
        return published(force, at=at, of=of, because=because)

    return do


@pytest.fixture
def withdraw(force):
    def do(made, *, at=AT, reason="Somebody could be recognised."):
        return operations.withdraw_figures(
            by=factories.viewer(worker(force, Role.FIGURE_CHECKER)),
            at=at,
            release=made,
            reason=reason,
        )

    return do


def get(address, status=200, **headers):
    found = Client().get(address, headers=headers)
    assert found.status_code == status, address
    return found


def words(address=PAGE):
    return " ".join(LexborHTMLParser(get(address).content).css_first("main").text().split())


class TestPublishing:
    def test_puts_a_figure_at_the_address_of_its_measure_and_breakdown(self, publish):
        made = publish()
        edition = made.editions.get()
        assert edition.data_set.path == PAGE
        assert (edition.number, edition.kind) == (1, "first")
        assert "Victims told of decisions in time, by decision" in words()

    def test_needs_a_figure_checker_of_the_organisation(self, office, force):
        preparer = worker(force, Role.ANALYST)
        others = [
            office.publisher,
            worker(force, Role.ANALYST),
            worker(office.body, Role.FIGURE_CHECKER),
        ]
        for user in others:
            with pytest.raises(Refused):
                operations.publish_figures(
                    by=factories.viewer(user),
                    at=AT,
                    release=release(),
                    body=force,
                    prepared_by_id=preparer.pk,
                )
        assert not FiguresRelease.objects.exists()

    def test_needs_another_person_than_the_one_who_prepared(self, force):
        both = factories.person("Both", (force, Role.ANALYST), (force, Role.FIGURE_CHECKER))
        with pytest.raises(Refused, match="You prepared"):
            operations.publish_figures(
                by=factories.viewer(both),
                at=AT,
                release=release(),
                body=force,
                prepared_by_id=both.pk,
            )

    def test_by_one_person_is_refused_by_the_database_too(self, publish):
        made = publish()
        with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
            FiguresRelease.objects.filter(pk=made.pk).update(released_by=made.prepared_by_id)

    def test_takes_no_figures_of_a_meeting(self, publish):
        with pytest.raises(operations.NotForThePublic, match="scrutiny_meeting"):
            publish(release("scrutiny_meeting"))

    def test_takes_no_table_that_nobody_protected(self, publish):
        counts = {("charge", "met"): 36}
        raw = replace(release().figures[0], table=counts)
        with pytest.raises(operations.NotForThePublic, match="disclosure control"):
            publish(replace(release(), figures=(raw,)))

    def test_is_whole_or_not_at_all(self, publish):
        good = release().figures[0]
        failing = replace(good, measure="another", table={})
        with pytest.raises(operations.NotForThePublic):
            publish(replace(release(), figures=(good, failing)))
        assert not PublicDataSet.objects.exists()

    def test_refuses_a_release_without_figures(self, publish):
        with pytest.raises(operations.NotForThePublic, match="no figures"):
            publish(replace(release(), figures=()))

    def test_refuses_two_figures_for_one_address(self, publish):
        with pytest.raises(operations.NotForThePublic, match="twice"):
            publish(replace(release(), figures=release().figures * 2))

    def test_is_recorded_once_with_both_people_and_what_was_shown(self, publish):
        made = publish()
        entry = AuditEntry.objects.get(act="publication.publish_figures")
        assert entry.details["prepared_by"] == made.prepared_by_id
        assert entry.actor_id == made.released_by_id
        [shown] = entry.details["content_hashes"]
        assert shown == hashlib.sha256(get(f"{FILE}json").content).hexdigest()


class TestEditions:
    def test_follow_one_another_at_one_address(self, publish):
        publish()
        publish(as_of(JUNE), at=AT + 90 * DAY)
        with time_machine.travel(AT + 91 * DAY):
            assert "As of 30 June 2026. Published on 19 July 2026. Edition 2." in words()
            before = words(f"{PAGE}1/")
        assert "Edition 2, published on 19 July 2026, took the place of this one." in before
        assert "In all, 63% of 160." in before

    def test_of_the_same_day_are_refused_without_a_word_why(self, publish):
        publish()
        figure = release().figures[0]
        other = replace(release(), figures=(replace(figure, sentence="In all, 60% of 160."),))
        for changed in (other, as_of(date(2025, 12, 31))):
            with pytest.raises(operations.CorrectionNotExplained):
                publish(changed)

    def test_that_say_the_same_again_need_no_word_why(self, publish):
        publish()
        assert publish().editions.get().kind == "repeated"

    def test_follow_a_withdrawn_one_without_a_word_why(self, publish, withdraw):
        withdraw(publish())
        assert publish(at=AT + DAY).editions.get().kind == "after_withdrawal"
        assert "In all" in words()
        assert "In all" not in words(f"{PAGE}1/")

    def test_that_correct_say_so_on_both_pages_and_in_their_files(self, publish):
        publish()
        publish(because="An area was counted twice.", at=AT + DAY)
        assert "It corrects the edition before it: An area was counted twice." in words()
        assert "It corrects figures that were public before." in words(f"{PAGE}1/")
        metadata = json.loads(get(FILE.replace("-1.", "-2.") + "csv-metadata.json").content)
        assert metadata["notes"][0]["schema:text"] == "An area was counted twice."

    def test_keep_their_bytes_when_others_follow(self, publish):
        publish()
        formats = ("csv", "csv-metadata.json", "ods", "json", "svg", "narrow.svg")
        before = {one: get(f"{FILE}{one}").content for one in formats}
        publish(as_of(JUNE), at=AT + 90 * DAY)
        assert {one: get(f"{FILE}{one}").content for one in formats} == before

    def test_of_two_organisations_do_not_meet(self, publish):
        publish()
        other = factories.office("Sallowfen").force
        published(other)
        assert DataSetEdition.objects.filter(number=1).count() == 2


class TestWhatIsRead:
    @pytest.mark.parametrize(
        "address", [LIST, PAGE, f"{FILE}ods", f"{LIST}catalogue.jsonld", f"{LIST}feed.atom"]
    )
    def test_is_what_the_press_may_read(self, publish, address):
        publish()
        with CaptureQueriesContext(connection) as made:
            get(address)
        words = " ".join(query["sql"] for query in made)
        read = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', words))
        assert read
        assert {table for table in read if table not in press_tables()} == set()


class TestWithdrawal:
    def test_takes_page_and_files_down_at_once_and_keeps_the_address(self, publish, withdraw):
        made = publish()
        tag = get(f"{FILE}csv")["ETag"]
        withdraw(made)
        shown = words()
        assert "Withdrawn on 20 April 2026. Somebody could be recognised." in shown
        assert "In all" not in shown
        for ending in ("csv", "csv-metadata.json", "ods", "json", "svg", "narrow.svg"):
            gone = get(f"{FILE}{ending}", 410, **{"if-none-match": tag})
            assert b"60" not in gone.content
            assert gone["Cache-Control"] == "no-store, private"

    def test_leaves_no_earlier_edition_standing(self, publish, withdraw):
        publish()
        withdraw(publish(as_of(JUNE), at=AT + DAY))
        assert "Withdrawn on" in words()
        assert catalogue_of() == []

    def test_of_an_earlier_edition_leaves_the_later(self, publish, withdraw):
        made = publish()
        publish(as_of(JUNE), at=AT + DAY)
        withdraw(made)
        assert "In all" in words()
        assert "In all" not in words(f"{PAGE}1/")

    def test_is_of_everything_in_a_release_and_done_once(self, publish, withdraw):
        other = replace(release().figures[0], measure="support_offered")
        made = publish(replace(release(), figures=(*release().figures, other)))
        withdraw(made)
        for edition in made.editions.all():
            assert "In all" not in words(edition.data_set.path)
        with pytest.raises(operations.FiguresNotPublic):
            withdraw(made)

    def test_needs_a_reason_and_somebody_who_works_with_the_figures(
        self, office, force, publish, withdraw
    ):
        made = publish()
        with pytest.raises(operations.ReasonMissing):
            withdraw(made, reason=" ")
        for user in (office.publisher, worker(office.body, Role.FIGURE_CHECKER)):
            with pytest.raises(Refused):
                operations.withdraw_figures(
                    by=factories.viewer(user),
                    at=AT,
                    release=made,
                    reason="Why.",
                )

    def test_reaches_no_figures_of_another_release(self, publish, withdraw):
        other = published(factories.office("Sallowfen").force)
        withdraw(publish())
        assert other.editions.get().withdrawn_at is None

    def test_is_recorded_once(self, publish, withdraw):
        made = publish()
        withdraw(made)
        entry = AuditEntry.objects.get(act="publication.withdraw_figures")
        assert entry.subject == f"publication.figuresrelease:{made.pk}"
        assert entry.details == {"data_sets": 1}


class TestPage:
    def test_shows_question_answer_shares_working_notes_definition_and_licence(self, publish):
        publish()
        shown = words()
        for part in (
            "Were victims told of a decision within one working day",
            "In all, 63% of 160.",
            "How they were counted",
            "The victim was told by the last day in time",
            "By the day on which it began, whatever became of it since.",
            "Nearly every victim here has Enhanced Rights",
            "Every count, by decision and answer",
            "Open Government Licence v3.0",
            "As of 31 March 2026",
            "Confidential: few people",
        ):
            assert part in shown, part

    def test_has_its_figures_in_tables_with_headings(self, publish):
        publish()
        shares, counts = LexborHTMLParser(get(PAGE).content).css("table")
        rows = [[cell.text() for cell in row.css("th, td")] for row in shares.css("tr")]
        assert rows[0] == ["Decision", "Met", "Asked", "Per cent"]
        assert ["Other", "[c]", "[c]", "[c]"] in rows
        assert rows[-1][0] == "All"
        across = [cell.text() for cell in counts.css("thead th")]
        assert across[0] == "Decision"
        assert set(across[1:]) == {"met", "not met", "All"}
        assert all(cell.attributes["scope"] == "row" for cell in shares.css("tbody th"))

    def test_shows_the_chart_with_its_words(self, publish):
        publish()
        picture = LexborHTMLParser(get(PAGE).content).css_first("picture img")
        assert picture.attributes["src"] == f"{FILE}svg"
        assert picture.attributes["alt"] == DataSetEdition.objects.get().told.chart
        chart = get(f"{FILE}svg")
        assert chart["Content-Type"] == "image/svg+xml"
        assert "Content-Disposition" not in chart
        assert ElementTree.fromstring(chart.content).tag.endswith("svg")

    def test_does_without_a_chart_where_there_is_none(self, publish):
        bare = replace(release().figures[0], picture=None, narrow=None)
        publish(replace(release(), figures=(bare,)))
        assert LexborHTMLParser(get(PAGE).content).css_first("picture") is None
        get(f"{FILE}svg", 404)

    def test_says_that_invented_people_are_invented(self, publish):
        made = release()
        publish(replace(made, manifest=replace(made.manifest, is_synthetic=True)))
        assert "Synthetic: the people behind these figures are invented." in words()

    @pytest.mark.parametrize(
        "address",
        [f"{PAGE}2/", f"{FILE}pdf", f"{FILE.replace('-1.', '-2.')}csv", "/public/x/figures/y/"],
    )
    def test_is_not_found_where_nothing_is(self, publish, address):
        publish()
        get(address, 404)

    def test_asks_the_database_as_often_however_many_editions_there_are(self, publish):
        publish()
        with CaptureQueriesContext(connection) as one:
            get(PAGE)
        for month in (4, 5, 6):
            publish(as_of(date(2026, month, 30)), at=AT + month * DAY)
        with CaptureQueriesContext(connection) as four:
            get(PAGE)
        assert len(four) == len(one)


class TestFiles:
    def test_are_what_was_shown_and_never_what_is_hidden(self, publish):
        publish()
        rows = list(csv.reader(StringIO(get(f"{FILE}csv").content.decode(), newline="")))
        assert rows[0] == ["made", "answer", "count"]
        assert ["Other", "met", "[c]"] in rows
        assert not {"2", "3", "4", "36", "58"} & {row[-1] for row in rows}

    def test_lead_from_the_csv_to_what_describes_it(self, publish):
        publish()
        found = get(f"{FILE}csv")
        assert found["Content-Type"] == "text/csv; charset=utf-8"
        assert found["Link"] == (
            f'<{FILE}csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
        )
        assert found["Content-Disposition"] == 'attachment; filename="victims-told-by-made-1.csv"'
        metadata = json.loads(get(f"{FILE}csv-metadata.json").content)
        assert metadata["url"] == "victims-told-by-made-1.csv"
        assert metadata["dc:identifier"] == f"{SITE}{PAGE}1/"

    def test_are_kept_by_caches_for_a_minute_at_most(self, publish):
        publish()
        for address in (LIST, PAGE, f"{PAGE}1/", f"{FILE}csv", f"{LIST}catalogue.jsonld"):
            assert get(address)["Cache-Control"] == "public, max-age=60, must-revalidate"

    def test_are_not_sent_again_to_who_has_them(self, publish):
        publish()
        for address in (PAGE, f"{FILE}ods", f"{LIST}catalogue.jsonld", f"{LIST}feed.atom"):
            tag = get(address)["ETag"]
            assert get(address, 304, **{"if-none-match": tag}).content == b""
        day = get(f"{FILE}ods")["Last-Modified"]
        assert day == "Mon, 20 Apr 2026 09:00:00 GMT"
        get(f"{FILE}ods", 304, **{"if-modified-since": day})


def catalogue_of():
    graph = Graph().parse(data=get(f"{LIST}catalogue.jsonld").content, format="json-ld")
    return [str(one) for one in graph.objects(URIRef(f"{SITE}{LIST}"), DCAT.dataset)]


class TestCatalogue:
    def test_lists_what_stands_with_files_that_can_be_fetched(self, publish):
        publish()
        publish(as_of(JUNE), at=AT + DAY)
        assert catalogue_of() == [f"{SITE}{PAGE}"]
        found = json.loads(get(f"{LIST}catalogue.jsonld").content)
        for file in found["dcat:dataset"][0]["dcat:distribution"]:
            content = get(file["@id"].removeprefix(SITE)).content
            wanted = file["spdx:checksum"]["spdx:checksumValue"]["@value"]
            assert hashlib.sha256(content).hexdigest() == wanted
            assert file["dcat:byteSize"]["@value"] == str(len(content))
        assert found["dcat:dataset"][0]["dcat:version"] == "2"
        assert found["dcat:dataset"][0]["dcat:previousVersion"] == {"@id": f"{SITE}{PAGE}1/"}
        assert found["dcat:dataset"][0]["dct:issued"]["@value"] == "2026-04-20"

    def test_stands_while_nothing_is_public(self):
        assert catalogue_of() == []

    def test_asks_the_database_as_often_however_many_data_sets_there_are(self, publish):
        publish()
        with CaptureQueriesContext(connection) as one:
            catalogue_of()
        for name in ("Sallowfen", "Thornmere"):
            published(factories.office(name).force)
        with CaptureQueriesContext(connection) as three:
            catalogue_of()
        assert len(three) == len(one)


class TestFeed:
    def told(self) -> list[tuple[str, str]]:
        feed = ElementTree.fromstring(get(f"{LIST}feed.atom").content)
        return [
            (one.findtext(f"{ATOM}title"), one.findtext(f"{ATOM}summary"))
            for one in feed.iter(f"{ATOM}entry")
        ]

    def test_tells_of_releases_corrections_and_withdrawals(self, publish, withdraw):
        first = publish()
        publish(because="An area was counted twice.", at=AT + DAY)
        withdraw(first, at=AT + 2 * DAY)
        assert [title for title, _ in self.told()] == [
            "Figures withdrawn: Victims told of decisions in time, by decision",
            "Figures corrected: Victims told of decisions in time, by decision",
        ]

    def test_repeats_no_figure_that_was_withdrawn(self, publish, withdraw):
        made = publish()
        assert "63%" in self.told()[0][1]
        withdraw(made)
        assert "63%" not in self.told()[0][1]


class TestList:
    def test_stands_by_measure_and_filters_by_organisation(self, publish):
        publish()
        published(factories.office("Sallowfen").force)
        assert "2 data sets" in words(LIST)
        found = words(f"{LIST}?body=sallowfen-constabulary")
        assert "1 data set" in found
        assert "Wexmoor Constabulary. As of" not in found
        assert "2 data sets" in words(f"{LIST}?measure=victims_told")

    def test_says_which_figures_were_withdrawn_and_repeats_none(self, publish, withdraw):
        withdraw(publish())
        found = words(LIST)
        assert "Withdrawn on 20 April 2026" in found
        assert "63%" not in found
