import datetime

import pytest
from django import forms as django
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from answerable_site.design import forms


def rendered(source: str, address: str = "/", **context: object) -> str:
    request = RequestFactory().get(address)
    return Template("{% load govuk %}" + source).render(Context({**context, "request": request}))


class TestGovuk:
    def test_nests_options_at_two_underscores(self) -> None:
        html = rendered('{% govuk "input" name="q" label__text="Search" hint__text="All" %}')
        assert "Search" in html
        assert "govuk-hint" in html

    def test_escapes_what_the_page_was_given(self) -> None:
        assert "<script>" not in rendered('{% govuk "tag" text=words %}', words="<script>")
        assert "<script>" not in rendered('{% govuk "tag" html=words %}', words="<script>")


class TestGovukblock:
    def test_holds_content_as_the_template_wrote_it(self) -> None:
        html = rendered(
            '{% govukblock "inset-text" %}<p>{{ words }}</p>{% endgovukblock %}', words="a < b"
        )
        assert "<p>a &lt; b</p>" in html


class TestPostform:
    def test_carries_the_token_and_leaves_checking_to_the_server(self) -> None:
        html = rendered("{% postform %}x{% endpostform %}")
        assert 'name="csrfmiddlewaretoken"' in html
        assert '<form method="post" novalidate>' in html

    def test_is_encoded_for_files_when_the_form_has_any(self) -> None:
        class Upload(django.Form):
            report = forms.FileField()

        html = rendered("{% postform form %}{{ form }}{% endpostform %}", form=Upload())
        assert 'enctype="multipart/form-data"' in html

    def test_escapes_its_address(self) -> None:
        html = rendered("{% postform action=to %}{% endpostform %}", to='/?a="&b')
        assert 'action="/?a=&quot;&amp;b"' in html


class TestPaginate:
    def test_shows_nothing_for_one_page(self) -> None:
        assert rendered("{% paginate page %}", page=Paginator([1], 10).page(1)) == ""

    def test_keeps_the_filters(self) -> None:
        page = Paginator(range(30), 10).page(2)
        html = rendered("{% paginate page %}", "/?state=late&state=open&page=2", page=page)
        assert 'href="?state=late&amp;state=open&amp;page=3"' in html

    def test_leaves_out_the_middle_of_many_pages(self) -> None:
        html = rendered("{% paginate page %}", page=Paginator(range(1000), 10).page(50))
        assert html.count("govuk-pagination__item--ellipsis") == 2
        assert html.count("aria-current") == 1


class TestDates:
    @pytest.mark.parametrize(
        ("moment", "day", "words"),
        [
            (datetime.date(2021, 9, 9), "2021-09-09", "9 September 2021"),
            (
                datetime.datetime(2021, 9, 8, 23, 30, tzinfo=datetime.UTC),
                "2021-09-09",
                "9 September 2021",
            ),
        ],
    )
    def test_are_readable_by_people_and_machines(
        self, moment: datetime.date, day: str, words: str
    ) -> None:
        assert rendered("{% uk_date on %}", on=moment) == f'<time datetime="{day}">{words}</time>'

    def test_of_a_moment_carry_the_time(self) -> None:
        moment = datetime.datetime(2021, 9, 9, 16, 30, tzinfo=datetime.UTC)
        assert "9 September 2021 at 5:30pm</time>" in rendered("{% uk_moment at %}", at=moment)

    def test_that_are_missing_are_nothing(self) -> None:
        assert rendered("{% uk_date on %}{% uk_moment on %}", on=None) == ""
