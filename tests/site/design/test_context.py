from django.test import RequestFactory
from pytest_django.fixtures import Settings

from answerable_site.design.context import Link, Site, design


def frame() -> Site:
    return design(RequestFactory().get("/found/"))["site_frame"]


class TestDesign:
    def test_reads_who_runs_the_site_and_where_one_can_go(
        self, kitchen_sink: None, settings: Settings
    ) -> None:
        assert frame() == Site(
            organisation="Office of Marlshire",
            navigation=(Link("Form", "/"), Link("Found", "/found/", active=True)),
            footer=(
                Link("Accessibility statement", "/accessibility/"),
                Link("Privacy", "/privacy/"),
            ),
        )

    def test_does_without_what_is_not_set(self, settings: Settings) -> None:
        settings.SITE_ORGANISATION = ""
        settings.SITE_NAVIGATION = settings.SITE_FOOTER = None
        assert frame() == Site(organisation="", navigation=(), footer=())
