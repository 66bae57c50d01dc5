"""What every route's answer tells browsers and caches, whoever asks and whatever comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import reverse
from tests.site.access import world as worlds
from tests.site.access.cells import allowed_outcomes
from tests.site.access.expectations import EXPECTED
from tests.site.access.production import HOST, in_production

from answerable_site.design.downloads import SANDBOX

pytestmark = pytest.mark.django_db
EVERYWHERE = ("anonymous", "foreign response_officer")
AT_HOME = (
    "own response_officer",
    "own publisher",
    "own administrator",
    "own access_auditor",
    "own training_coordinator",
    "own supervisor",
)
"""Of whom the first who may open a route asks for it."""
FILES = {
    # Bytes from outside, as they came.
    "register:download": "attachment",
    "responses:file": "attachment",
    "responses:past_file": "attachment",
    # Bytes that the product made.
    "publication:register_csv": "attachment",
    "publication:heads_file": "attachment",
    "publication:pdf": "attachment",
    "publication:docx": "attachment",
    "publication:odt": "attachment",
    "publication:document": "attachment",
    "publication:meeting_pdf": "attachment",
    "publication:meeting_docx": "attachment",
    "publication:meeting_odt": "attachment",
    "publication:meeting_document": "attachment",
    "followup:evidence_file": "attachment",
    "followup:commitments_csv": "attachment",
    "followup:commitments_ods": "attachment",
    "followup:commitments_xlsx": "attachment",
    "publication:progress_csv": "attachment",
    "publication:progress_json": "attachment",
    "publication:body_progress_csv": "attachment",
    "publication:data_set_csv": "attachment",
    "publication:data_set_csvw": "attachment",
    "publication:data_set_ods": "attachment",
    "publication:data_set_json": "attachment",
    "scrutiny:pack_file": "attachment",
    "responses:evaluation_file": "attachment",
    "responses:past_csv": "attachment",
    "accessreview:hand_out_file": "attachment",
    "accessreview:looks_csv": "attachment",
    "casereviews:frame": "attachment",
    "training:attendance_csv": "attachment",
    "training:figures_csv": "attachment",
    "training:intake_template": "attachment",
    **{
        f"support:{paper}": "attachment"
        for paper in ("form_pdf", "form_docx", "script_pdf", "script_docx")
    },
    "intake:difference_csv": "attachment",
    "intake:shipped_file": "attachment",
    "responses:takeover_template": "attachment",
    "followup:tracker_template": "attachment",
    "home:calendar": "inline",
    # Pictures stand in pages; data and feeds are read by programs.
    "register:picture": "",
    "home:guide_picture": "",
    "people:logo": "",
    "figures:released_picture": "",
    "publication:feed": "",
    "publication:body_feed": "",
    "publication:facts": "",
    "publication:data_set_chart": "",
    "publication:data_set_narrow_chart": "",
    "publication:catalogue": "",
    "publication:figures_feed": "",
    **{
        f"api:{route}": ""
        for route in (
            *("schema", "bodies", "inspections", "inspection", "responses", "response"),
            *("follow_ups", "follow_up", "figures", "data_set", "changes", "open_data"),
        )
    },
    "api:bulk_inspections": "attachment",
}
OF_THE_INTERFACE = {route for route in EXPECTED if route.startswith("api:")} - {"api:reference"}


@dataclass(frozen=True)
class Answer:
    """One answer, and who got it from where."""

    asked: str
    route: str
    signed_in: bool
    response: HttpResponseBase

    def __str__(self) -> str:
        return f"{self.asked}: {self.response.status_code}"


def _ask_everything(world: worlds.World) -> Iterator[Answer]:
    for name in (*EVERYWHERE, *AT_HOME):
        somebody = world.somebody(name)
        client = Client(headers={"host": HOST}, raise_request_exception=False)
        if somebody.user:
            client.force_login(somebody.user)
        for route in EXPECTED:
            if name not in (*EVERYWHERE, _first_at_home(world, route)):
                continue
            address = reverse(route, kwargs=world.arguments.get(route))
            for method in ("get", "post"):
                cookies = client.cookies.copy()
                with transaction.atomic():
                    response = getattr(client, method)(address, secure=True)
                    transaction.set_rollback(True)
                client.cookies = cookies
                asked = f"{somebody.name} {method} {route}"
                # Behind the gate of the interface nobody is signed in.
                signed_in = somebody.user is not None and route not in OF_THE_INTERFACE
                yield Answer(asked, route, signed_in, response)
        for address in ("/no-such-page/", "/register", "/public/%00/"):
            response = client.get(address, secure=True)
            yield Answer(f"{somebody.name} get {address}", "", somebody.user is not None, response)


def _first_at_home(world: worlds.World, route: str) -> str:
    may = (
        name
        for name in AT_HOME
        if "open" in allowed_outcomes(EXPECTED[route], world.somebody(name), "GET")
    )
    return next(may, AT_HOME[0])


@pytest.fixture(scope="module")
def answers(the_world) -> list[Answer]:
    """Every route, asked by three in both methods; the tests look at the same answers."""
    world, _ = the_world
    # Whoever proved less is led to a page that asks for it, whose answer is another.
    proved = override_settings(SECOND_FACTOR_REQUIRED=False, CONFIRM_WITHIN=None)
    with in_production(), proved:
        return list(_ask_everything(world))


def _without(answers: list[Answer], name: str, value: str) -> list[str]:
    return [str(one) for one in answers if one.response.get(name) != value]


@pytest.mark.slow
class TestEveryAnswer:
    def test_is_one_of_very_many(self, answers):
        assert len(answers) > len(EXPECTED) * (len(EVERYWHERE) + 1) * 2
        assert {200, 302, 403, 404, 405} <= {one.response.status_code for one in answers}
        assert [str(one) for one in answers if one.response.status_code >= 500] == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload"),
        ],
    )
    def test_has_the_header(self, answers, name, value):
        assert _without(answers, name, value) == []

    def test_gives_no_address_to_other_sites(self, answers):
        wrong = [
            str(one)
            for one in answers
            if one.response.get("Referrer-Policy") not in {"same-origin", "no-referrer"}
        ]
        assert wrong == []

    def test_lets_a_page_use_no_part_of_the_device_but_passkeys(self, answers):
        for one in answers:
            allowed = {
                feature.partition("=")[0]
                for feature in one.response["Permissions-Policy"].split(", ")
                if not feature.endswith("=()")
            }
            assert allowed == {"publickey-credentials-get", "publickey-credentials-create"}

    def test_runs_no_code_but_the_site_s_own(self, answers):
        for one in answers:
            policy = one.response["Content-Security-Policy"]
            assert "default-src 'none'" in policy, str(one)
            assert "frame-ancestors 'none'" in policy, str(one)
            assert not {"unsafe", "http:", "https:", "*", "nonce"} & set(policy.split()), str(one)
            if policy != SANDBOX:
                for rule in ("base-uri 'none'", "object-src 'none'", "form-action 'self'"):
                    assert rule in policy, str(one)

    def test_opens_to_no_other_origin(self, answers):
        headers = {name.lower() for one in answers for name in one.response.headers}
        assert not [name for name in headers if name.startswith("access-control-")]

    def test_names_its_kind_and_its_letters(self, answers):
        wrong = [
            str(one)
            for one in answers
            if one.response.status_code not in {301, 302}
            and one.response["Content-Type"].startswith("text/")
            and "charset=utf-8" not in one.response["Content-Type"]
        ]
        assert wrong == []


@pytest.mark.slow
class TestAnswersToThoseWhoSignedIn:
    def test_are_kept_by_no_cache_and_found_by_no_search(self, answers):
        theirs = [one for one in answers if one.signed_in and one.route != "people:sign_out"]
        assert _without(theirs, "Cache-Control", "no-store, private") == []
        assert _without(theirs, "X-Robots-Tag", "noindex") == []

    def test_are_kept_by_no_cache_when_nobody_is_signed_in_and_they_are_not_for_everybody(
        self, answers
    ):
        private = [
            one
            for one in answers
            if not one.signed_in and (not one.route or not EXPECTED[one.route].public)
        ]
        assert private
        assert _without(private, "Cache-Control", "no-store, private") == []

    def test_leave_what_is_published_to_caches_for_a_minute_and_to_searches(self, answers):
        register = next(one for one in answers if one.asked == "anonymous get publication:register")
        assert register.response.status_code == 200
        assert register.response["Cache-Control"] == "public, max-age=60, must-revalidate"
        assert "X-Robots-Tag" not in register.response

    def test_leave_to_caches_nothing_that_the_press_did_not_answer(self, answers):
        kept = {
            one.route
            for one in answers
            if one.route and "max-age=60" in one.response.get("Cache-Control", "")
        }
        assert kept
        assert {route.partition(":")[0] for route in kept} == {"publication"}


@pytest.mark.slow
class TestFiles:
    def test_are_all_known(self, answers):
        found = {
            one.route
            for one in answers
            if one.response.status_code == 200
            and not one.response["Content-Type"].startswith("text/html")
        }
        assert found == set(FILES)

    def test_are_sandboxed(self, answers):
        files = [
            one
            for one in answers
            if one.response.status_code == 200
            and not one.response["Content-Type"].startswith("text/html")
        ]
        assert _without(files, "Content-Security-Policy", SANDBOX) == []

    @pytest.mark.parametrize(("route", "disposition"), FILES.items())
    def test_are_saved_by_browsers_where_they_stand_in_no_page(self, answers, route, disposition):
        given = [
            one.response
            for one in answers
            if one.route == route and one.response.status_code == 200
        ]
        assert given
        for response in given:
            assert response.get("Content-Disposition", "").partition(";")[0] == disposition

    def test_from_outside_have_no_kind_of_their_own(self, answers):
        for route in ("register:download", "responses:file", "responses:past_file"):
            [given] = {
                one.response["Content-Type"]
                for one in answers
                if one.route == route and one.response.status_code == 200
            }
            assert given == "application/octet-stream"
