from __future__ import annotations

from datetime import date

import pytest
from rdflib import DCAT, DCTERMS, RDF, XSD, Graph, Literal, Namespace, URIRef
from tests.library.opendata.publishing import EDITION

from answerable.opendata.catalogue import Entry, Offered, to_dcat

# The reader warns of a part of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SITE = "https://answerable.example"
LIST = f"{SITE}/public/figures/"
PAGE = f"{SITE}/public/wexmoor-constabulary/figures/victims-told-by-made/"
CSV = f"{SITE}/public/wexmoor-constabulary/figures/victims-told-by-made-2.csv"
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
ADMS = Namespace("http://www.w3.org/ns/adms#")


@pytest.fixture(scope="module")
def entry(told):
    return Entry(
        data=told,
        edition=EDITION,
        address=PAGE,
        publisher_address=f"{LIST}?body=wexmoor-constabulary",
        first_published_on=date(2026, 1, 20),
        files=(
            Offered("Counts (CSV)", CSV, "text/csv", 1234, "ab" * 32, f"{CSV}-metadata.json"),
            Offered("Spreadsheet", f"{PAGE}a.ods", "application/vnd.oasis.x", 9, "cd" * 32),
        ),
    )


@pytest.fixture(scope="module")
def graph(entry):
    """The catalogue as a reader of linked data finds it."""
    content = to_dcat([entry], address=LIST, title="Published figures")
    return Graph().parse(data=content, format="json-ld")


class TestToDcat:
    def test_is_one_catalogue_of_its_data_sets(self, graph):
        assert list(graph.subjects(RDF.type, DCAT.Catalog)) == [URIRef(LIST)]
        assert list(graph.objects(URIRef(LIST), DCAT.dataset)) == [URIRef(PAGE)]

    def test_says_of_a_data_set_what_portals_ask(self, graph):
        found = {
            name: graph.value(URIRef(PAGE), name)
            for name in (DCTERMS.title, DCTERMS.issued, DCTERMS.modified, DCTERMS.license)
        }
        assert found == {
            DCTERMS.title: Literal("Victims told of decisions in time, by decision", lang="en"),
            DCTERMS.issued: Literal("2026-01-20", datatype=XSD.date),
            DCTERMS.modified: Literal("2026-04-20", datatype=XSD.date),
            DCTERMS.license: URIRef(
                "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
            ),
        }
        publisher = graph.value(URIRef(PAGE), DCTERMS.publisher)
        assert graph.value(publisher, FOAF.name) == Literal("Wexmoor Constabulary")
        period = graph.value(URIRef(PAGE), DCTERMS.temporal)
        assert graph.value(period, DCAT.endDate) == Literal("2026-03-31", datatype=XSD.date)
        assert str(graph.value(URIRef(PAGE), ADMS.versionNotes)) == "An area was counted twice."

    def test_gives_each_file_with_size_kind_and_checksum(self, graph):
        files = set(graph.objects(URIRef(PAGE), DCAT.distribution))
        assert files == {URIRef(CSV), URIRef(f"{PAGE}a.ods")}
        assert graph.value(URIRef(CSV), DCAT.downloadURL) == URIRef(CSV)
        assert int(graph.value(URIRef(CSV), DCAT.byteSize)) == 1234
        assert str(graph.value(URIRef(CSV), DCAT.mediaType)).endswith("/text/csv")
        checksum = graph.value(URIRef(CSV), SPDX.checksum)
        assert graph.value(checksum, SPDX.checksumValue).value == bytes.fromhex("ab" * 32)
        assert graph.value(URIRef(CSV), DCTERMS.conformsTo) == URIRef("http://www.w3.org/ns/csvw")
        assert graph.value(URIRef(f"{PAGE}a.ods"), DCTERMS.conformsTo) is None

    def test_is_the_same_each_time_and_stands_without_data_sets(self, entry):
        first, again = (to_dcat([entry], address=LIST, title="A") for _ in range(2))
        assert first == again
        empty = Graph().parse(data=to_dcat([], address=LIST, title="A"), format="json-ld")
        assert list(empty.objects(URIRef(LIST), DCAT.dataset)) == []
