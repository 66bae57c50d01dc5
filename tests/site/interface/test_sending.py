"""Systems send extracts and trackers: with the rights that people have, once, and on the record."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import (
    factories,
    factories_cases,
    factories_followup,
    factories_loads,
    factories_machines,
)
from tests.factories_cases import County
from tests.library.mappings import making

from answerable_site.audit.models import AuditEntry
from answerable_site.followup import operations as followup
from answerable_site.followup.models import TrackerImport
from answerable_site.followup.rules import tracker
from answerable_site.intake.access import LOADS
from answerable_site.intake.models import Batch, QueuedLoad
from answerable_site.people.rules import Scope, roles_for

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    }


@pytest.fixture
def county() -> County:
    return factories_cases.county()


@pytest.fixture
def machine(county) -> factories_machines.Machine:
    return factories_machines.machine(county.force)


@pytest.fixture
def version(county):
    return factories_loads.source(county)


def extract(version, *rows) -> SimpleUploadedFile:
    content = making.text(rows or [factories_loads.REPORTED], version.profile)
    return SimpleUploadedFile("extract.csv", content)


def send(machine, version, *rows, key: str = "", **told):
    return machine.client().post(
        "/api/v1/loads",
        {
            "source": version.source_id,
            "as_at": factories_loads.AS_AT.isoformat(),
            "file": extract(version, *rows),
            **told,
        },
        headers={"Idempotency-Key": key or str(uuid4())},
    )


class TestSendExtract:
    def test_loads_it_in_the_background(self, machine, version):
        response = send(machine, version)
        assert response.status_code == 202, response.content
        where = response["Location"].removeprefix("http://localhost:8000")
        told = machine.client().get(where).json()
        assert (told["state"], told["percent"]) == ("loaded", 100)
        receipt = machine.client().get(f"/api/v1/loads/{told['load']}").json()
        assert (receipt["rows_read"], receipt["cases_added"]) == (1, 1)

    def test_is_in_the_record_as_the_machine_and_those_who_answer_for_it(self, machine, version):
        send(machine, version)
        for act in ("intake.keep_extract", "intake.queue_load", "intake.load_batch"):
            entry = AuditEntry.objects.get(act=act)
            assert entry.actor_id == machine.account.user_id
            assert machine.administrators[0].name in entry.acting_as

    def test_happens_once_for_a_key(self, machine, version):
        first, again = (send(machine, version, key="night-2026-05-31") for _ in range(2))
        assert again.json() == first.json()
        assert (first.get("Idempotency-Replayed"), again["Idempotency-Replayed"]) == (None, "true")
        assert QueuedLoad.objects.count() == 1

    def test_is_refused_for_something_else_under_the_key(self, machine, version):
        send(machine, version, key="night-2026-05-31")
        other = {**factories_loads.REPORTED, "ref": "X/002"}
        response = send(machine, version, other, key="night-2026-05-31")
        assert response.json()["type"] == "/api/v1/#key-used-otherwise"
        assert Batch.objects.count() == 1

    def test_needs_a_key(self, machine, version):
        response = machine.client().post("/api/v1/loads", {"source": 1, "as_at": "2026-05-31"})
        assert response.status_code == 422

    def test_finds_no_source_of_another_organisation(self, version):
        other = factories_machines.machine(factories.office("Larkspur").force)
        response = send(other, version)
        assert response.json()["type"] == "/api/v1/#not-found"
        assert not QueuedLoad.objects.exists()

    def test_is_refused_where_the_file_is_too_large(self, machine, version, settings):
        settings.MAX_EXTRACT_BYTES = 10
        response = send(machine, version)
        assert response.json()["type"] == "/api/v1/#too-large"

    def test_of_no_rows_says_why_nothing_was_loaded(self, machine, version):
        response = machine.client().post(
            "/api/v1/loads",
            {
                "source": version.source_id,
                "as_at": "2026-05-31",
                "file": SimpleUploadedFile("extract.csv", b"\x00\x01\x02"),
            },
            headers={"Idempotency-Key": "a-key-of-its-own"},
        )
        told = machine.client().get(f"/api/v1/loads/sent/{response.json()['id']}").json()
        assert told["state"] == "refused"
        assert told["refusal"]

    def test_names_a_standing_load_that_it_corrects(self, machine, version):
        first = send(machine, version).json()
        load = machine.client().get(f"/api/v1/loads/sent/{first['id']}").json()["load"]
        told = send(machine, version, supersedes=load).json()
        corrected = machine.client().get(f"/api/v1/loads/sent/{told['id']}").json()
        receipt = machine.client().get(f"/api/v1/loads/{corrected['load']}").json()
        assert receipt["supersedes"] == load


class TestReceipts:
    def test_are_those_of_the_own_organisation(self, machine, version):
        other = factories_machines.machine(factories.office("Larkspur").force)
        sent = send(machine, version).json()
        load = machine.client().get("/api/v1/loads").json()["items"][0]["id"]
        assert other.client().get("/api/v1/loads").json()["items"] == []
        assert other.client().get(f"/api/v1/loads/{load}").status_code == 404
        assert other.client().get(f"/api/v1/loads/sent/{sent['id']}").status_code == 404
        assert other.client().get("/api/v1/loads/sources").json() == []

    def test_name_no_case(self, machine, version):
        send(machine, version)
        told = machine.client().get("/api/v1/loads").content.decode()
        assert factories_loads.REPORTED["ref"] not in told


class TestScopes:
    def test_stand_for_the_roles_that_people_load_extracts_in(self):
        assert {
            kind: role for kind in LOADS for role in roles_for([Scope.SEND_EXTRACTS], kind)
        } == (LOADS)


TRACKER = (
    "Ref,HMICFRS report,Rec no,Action,Owner,Due date,Status\r\n"
    "W1,{title},1,Brief supervisors,{owner},30/9/2026,Ongoing\r\n"
)


@pytest.fixture
def followed():
    return factories_followup.followed_up()


class TestSendTracker:
    def mapping(self, followed):
        told = tracker.Mapping(organisation_id=followed.office.force.pk)
        return followup.keep_mapping(
            by=factories.viewer(followed.office.officer),
            at=factories_machines.AT,
            body=followed.office.body,
            name="Ours",
            mapping=told,
        )

    def send(self, machine, content: str, *, key: str = "week-22-of-2026", mapping: str = "Ours"):
        return machine.client().post(
            "/api/v1/trackers",
            {
                "mapping": mapping,
                "as_at": "2026-05-31",
                "file": SimpleUploadedFile("tracker.csv", content.encode()),
            },
            headers={"Idempotency-Key": key},
        )

    def content(self, followed) -> str:
        return TRACKER.format(title=followed.inspection.title, owner="")

    def test_finds_no_mapping_that_nobody_kept(self, followed):
        machine = factories_machines.machine(followed.office.body)
        response = self.send(machine, self.content(followed))
        assert response.json()["type"] == "/api/v1/#not-found"

    def test_loads_it_whole_and_once(self, followed):
        self.mapping(followed)
        machine = factories_machines.machine(followed.office.body)
        first, again = (self.send(machine, self.content(followed)) for _ in range(2))
        assert first.status_code == 201, first.content
        assert again.json() == first.json()
        assert TrackerImport.objects.count() == 1
        assert machine.client().get("/api/v1/trackers").json()["items"] == [first.json()]
        number = first.json()["id"]
        assert machine.client().get(f"/api/v1/trackers/{number}").json() == first.json()

    def test_lists_each_row_that_is_refused(self, followed):
        self.mapping(followed)
        machine = factories_machines.machine(followed.office.body)
        content = self.content(followed).replace("30/9/2026", "31/2/2026")
        response = self.send(machine, content)
        assert response.json()["type"] == "/api/v1/#not-valid"
        assert response.json()["mistakes"][0]["where"] == "file.row.2"
        assert not TrackerImport.objects.exists()

    def test_says_that_a_file_cannot_be_read(self, followed):
        self.mapping(followed)
        machine = factories_machines.machine(followed.office.body)
        response = self.send(machine, "\x00\x01")
        assert response.json()["type"] == "/api/v1/#not-valid"

    def test_tells_another_body_nothing(self, followed):
        self.mapping(followed)
        machine = factories_machines.machine(followed.office.body)
        sent = self.send(machine, self.content(followed)).json()
        other = factories_machines.machine(factories.office("Larkspur").body)
        assert other.client().get(f"/api/v1/trackers/{sent['id']}").status_code == 404
        assert other.client().get("/api/v1/trackers").json()["items"] == []
        assert self.send(other, self.content(followed)).json()["type"] == "/api/v1/#not-found"
