from __future__ import annotations

import json
import logging
import re

import pytest
from django.db import OperationalError, connection
from tests import factories

from answerable_site.config import log_lines, probes
from answerable_site.config.log_lines import JSONLine, SecretsLeftOut

TOKEN = "t" * 40
CANARY = "Kanarienvogel"


@pytest.fixture
def monitored(settings, tmp_path, monkeypatch):
    """Figures are asked for."""
    settings.METRICS_TOKEN = TOKEN
    settings.METRICS_FOLDER = tmp_path / "metrics"
    monkeypatch.delenv("PROMETHEUS_MULTIPROC_DIR", raising=False)


@pytest.fixture
def told(settings):
    """What the log says of requests, as lines of JSON."""
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler, log = Kept(), logging.getLogger("answerable.requests")
    handler.setFormatter(JSONLine())
    handler.addFilter(SecretsLeftOut())
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    yield lines
    log.removeHandler(handler)
    log.setLevel(before)


class TestLive:
    def test_asks_no_database_and_sets_no_cookie(self, client):
        # Not allowed to touch the database: the test would fail.
        answer = client.get("/health/live", headers={"host": "10.0.0.1:8000"})
        assert (answer.status_code, answer.content) == (200, b"alive\n")
        assert not answer.cookies


class TestReady:
    @pytest.mark.django_db
    def test_says_that_database_migrations_and_files_are_there(self, client):
        answer = client.get("/health/ready")
        assert answer.status_code == 200
        assert answer.json() == {"database": True, "migrations": True, "files": True}
        assert not answer.cookies

    @pytest.mark.django_db
    def test_says_what_is_not(self, client, monkeypatch):
        monkeypatch.setattr(probes, "is_up_to_date", lambda _connection: False)
        answer = client.get("/health/ready")
        assert answer.status_code == 503
        assert answer.json() == {"database": True, "migrations": False, "files": True}

    def test_answers_without_a_database(self, client, monkeypatch):
        def gone() -> None:
            raise OperationalError(CANARY)

        monkeypatch.setattr(connection, "cursor", gone)
        monkeypatch.setattr(connection, "close", lambda: None)
        answer = client.get("/health/ready")
        assert answer.status_code == 503
        assert not answer.json()["database"]
        assert CANARY not in answer.content.decode()


class TestMetrics:
    def test_are_nowhere_without_a_token(self, client):
        assert client.get("/metrics").status_code == 404

    @pytest.mark.parametrize("given", ["", TOKEN, "Bearer ", f"Bearer {TOKEN}x", "Bearer ü"])
    def test_are_for_nobody_with_another(self, client, settings, given):
        settings.METRICS_TOKEN = TOKEN
        answer = client.get("/metrics", headers={"authorization": given})
        assert (answer.status_code, answer.content) == (401, b"")

    @pytest.mark.django_db
    def test_count_requests_by_route_and_say_what_waits(self, client, monitored):
        person = factories.person("Robin Ashcombe")
        client.get("/", {"words": CANARY})
        client.get(f"/people/{CANARY}/")
        answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
        assert answer.status_code == 200
        text = answer.content.decode()
        assert re.search(r'answerable_requests_total\{route="home:start",status="200"\} \d', text)
        assert 'answerable_requests_total{route="none",status="404"}' in text
        assert "answerable_database_up 1.0" in text
        assert "answerable_tasks_waiting 0.0" in text
        assert "answerable_case_limits_late 0.0" in text
        assert "answerable_backup_age_seconds" not in text
        assert CANARY not in text
        assert person.email not in text
        assert person.full_name not in text


class TestALineOfARequest:
    @pytest.mark.django_db
    def test_has_no_words_of_anybody(self, client, told):
        person = factories.person("Robin Ashcombe")
        client.force_login(person)
        client.get(f"/register/?words={CANARY}&reference=WX/{CANARY}/1")
        client.get(f"/{CANARY}/", headers={"user-agent": CANARY, "referer": f"/{CANARY}"})
        client.post("/", {"text": CANARY})
        assert len(told) == 3
        for line in told:
            assert CANARY not in line
            assert person.email not in line
            assert person.full_name not in line
            assert set(json.loads(line)) == {
                *("at", "level", "logger", "message", "request"),
                *("route", "method", "status", "milliseconds"),
            }

    @pytest.mark.django_db
    def test_bears_the_name_that_the_answer_bears(self, client, told):
        answer = client.get("/")
        assert json.loads(told[0])["request"] == answer["X-Request-ID"]

    @pytest.mark.parametrize(
        ("given", "taken"), [("a" * 32, True), (CANARY, False), ("A" * 32, False)]
    )
    @pytest.mark.django_db
    def test_takes_over_a_name_that_can_be_nobodys_words(self, client, given, taken):
        answer = client.get("/", headers={"x-request-id": given})
        assert (answer["X-Request-ID"] == given) is taken

    def test_loses_its_name_with_the_request(self, client):
        client.get("/health/live")
        assert log_lines.request_id.get() == ""

    def test_of_json_leaves_the_words_of_an_exception_out(self):
        try:
            int(CANARY)
        except ValueError as problem:
            record = logging.LogRecord(
                "a", logging.ERROR, "", 1, "It broke.", (), (ValueError, problem, None)
            )
        line = json.loads(JSONLine().format(record))
        assert line["message"] == "It broke."
        assert "ValueError" in line["trace"]
        assert CANARY not in str(line)
