"""The example client does what it says, asked against a site that runs."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests import factories, factories_cases, factories_loads, factories_machines
from tests.factories_press import Press
from tests.library.mappings import making

from answerable_site.webhooks import rules

FILE = Path(__file__).parents[2] / "docs/examples/answerable_client.py"


def _loaded() -> ModuleType:
    told = importlib.util.spec_from_file_location("answerable_client", FILE)
    assert told
    assert told.loader
    module = importlib.util.module_from_spec(told)
    import sys

    sys.modules["answerable_client"] = module
    told.loader.exec_module(module)
    return module


example = _loaded()


@pytest.fixture
def site(live_server, settings) -> str:
    settings.PUBLIC_ADDRESS = live_server.url
    return live_server.url


@pytest.mark.django_db(transaction=True)
class TestTheClient:
    def test_reads_every_page_of_a_list(self, site):
        press = Press(factories.office())
        for number in range(3):
            press.enter(f"Report {number}")
        client = example.Client(site)
        found = [one["title"] for one in client.inspections(limit=1)]
        assert sorted(found) == ["Report 0", "Report 1", "Report 2"]

    def test_reads_a_response_twice_alike_from_what_it_holds(self, site):
        press = Press(factories.office())
        version = press.publish(press.enter())
        client = example.Client(site)
        where = (version.inspection.body_slug, version.inspection.slug, 1)
        assert client.response(*where)["document"] == version.document
        assert client.response(*where)["document"] == version.document

    def test_goes_on_where_it_ended(self, site):
        press = Press(factories.office())
        press.enter("First")
        client = example.Client(site)
        first, following = client.changes()
        press.enter("Second")
        second, _ = client.changes(following)
        assert [len(first), len(second)] == [1, 1]

    def test_sends_an_extract_once_for_a_key(self, site, settings, tmp_path):
        backend = "django.core.files.storage.FileSystemStorage"
        settings.STORAGES = settings.STORAGES | {
            "default": {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
        }
        county = factories_cases.county()
        version = factories_loads.source(county)
        client = example.Client(site, factories_machines.machine(county.force).text)
        file = tmp_path / "extract.csv"
        file.write_bytes(making.text([factories_loads.REPORTED], version.profile))
        told = {"source": version.source_id, "as_at": "2026-05-31", "key": "night-of-31-may"}
        first, again = (client.send_extract(file, **told) for _ in range(2))
        assert first["id"] == again["id"]
        assert client.sent(first["id"])["state"] == "loaded"

    def test_says_why_something_was_not_done(self, site):
        with pytest.raises(example.Problem) as refused:
            example.Client(site).sent(1)
        assert (refused.value.kind, refused.value.status) == ("no-token", 401)


class TestDeliveries:
    def test_are_known_by_their_signature(self):
        secret, body = rules.secret_text(b"k" * 32), '{"id": "evt_1_1"}'
        headers = {
            "webhook-id": "evt_1_1",
            "webhook-timestamp": "1000",
            "webhook-signature": rules.signature(
                secret, number="evt_1_1", timestamp=1000, body=body
            ),
        }
        assert example.is_from(secret, headers, body.encode(), now=1010)
        assert not example.is_from(secret, headers, body.encode() + b" ", now=1010)
        assert not example.is_from(secret, headers, body.encode(), now=2000)
        other = rules.secret_text(b"j" * 32)
        assert not example.is_from(other, headers, body.encode(), now=1010)
