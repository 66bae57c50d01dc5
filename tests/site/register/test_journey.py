"""From a file to the register, with a browser that runs no scripts."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.site.register.making import RESPONSE

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, office):
    client.force_login(office.officer)
    return client


def upload(client, callbacks, content=RESPONSE, name="response.txt"):
    page = client.get(reverse("register:add_document"))
    body = re.search(r'name="body" value="(\d+)"', page.content.decode())
    with callbacks(execute=True):
        return client.post(
            reverse("register:add_document"),
            {"file": SimpleUploadedFile(name, content.encode()), "body": body[1]},
        )


def sent_again(response) -> dict[str, object]:
    """What a browser would send back if somebody pressed the button at once."""
    data: dict[str, object] = {}
    forms = [response.context["form"], *(response.context.get("formset") or ())]
    for form in forms:
        for bound in form:
            value = bound.value()
            if hasattr(value, "day"):
                data |= {
                    f"{bound.html_name}_{part}": getattr(value, part)
                    for part in ("day", "month", "year")
                }
            elif value not in (None, "", []):
                data[bound.html_name] = value
    formset = response.context.get("formset")
    if formset is not None:
        data |= {bound.html_name: bound.value() for bound in formset.management_form}
    return data


class TestFromAFileToTheRegister:
    def test_goes_from_upload_to_the_list(self, browser, django_capture_on_commit_callbacks):
        added = upload(browser, django_capture_on_commit_callbacks)
        document_page = browser.get(added.url)
        assert "The document has been read." in document_page.content.decode()

        confirm = added.url + "confirm/"
        form = browser.get(confirm)
        text = form.content.decode()
        assert "9 September 2021" in text
        confirmed = browser.post(confirm, sent_again(form))
        assert confirmed.status_code == 302, confirmed.context["form"].errors

        review = browser.get(confirmed.url)
        assert "0 of 4 decided" in review.content.decode()
        following = reverse("register:candidate", args=[review.context["next"].pk])
        for _ in range(4):
            page = browser.get(following)
            accepted = browser.post(following, sent_again(page))
            assert accepted.status_code == 302, accepted.context["form"].errors
            following = accepted.url
        assert "4 of 4 decided" in browser.get(following).content.decode()

        inspection = browser.get(confirmed.url.replace("review/", ""))
        text = inspection.content.decode()
        assert "4 recommendations, none explained individually." in text
        assert "at least 22 days late" in text
        assert "4 to 5: not explained yet." in text

        listed = browser.get(reverse("register:recommendations"), {"q": "training handlers"})
        assert "1 recommendation<" in listed.content.decode()
