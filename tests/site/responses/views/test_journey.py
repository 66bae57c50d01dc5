from __future__ import annotations

import re
from datetime import UTC, datetime

import time_machine
from django.test import Client
from django.urls import reverse

TODAY = datetime(2026, 5, 18, 9, tzinfo=UTC)


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


@time_machine.travel(TODAY, tick=False)
def test_a_response_goes_from_due_to_published(case, signed_in, at):
    officer, holder, publisher = (signed_in(r) for r in ("officer", "holder", "publisher"))
    due = officer.get(reverse("responses:responses")).content.decode()
    assert "Not begun" in due
    assert "8 days left." in due

    def post(client: Client, route: str, *more: object, **data: object):
        found = client.post(at(route, *more), data)
        assert found.status_code == 302, found.content.decode()

    post(officer, "decide_binding", ground="about_every_force", reason="It is about every force.")
    post(
        officer, "invite",
        invited_on_day=18, invited_on_month=5, invited_on_year=2026,
        comments_wanted_by_day=20, comments_wanted_by_month=5, comments_wanted_by_year=2026,
    )  # fmt: skip
    post(
        signed_in("chief"), "submit_comments",
        version=0, author_name="Robin Ashdown", author_title="Chief Constable",
        text="We labelled every bag.",
    )  # fmt: skip
    post(officer, "own_comments", version=0, text="We welcome this report.")
    for finding in case.recommendations:
        post(officer, "explain", finding.pk, version=0, kind="none_and_why", text="Not our store.")
    post(officer, "prepare")
    page = holder.get(at("sign")).content.decode()
    post(
        holder, "sign",
        signed_as=hidden(page, "signed_as"), content_hash=hidden(page, "content_hash"),
    )  # fmt: skip
    post(publisher, "publish")

    public = Client()
    listed = public.get(reverse("publication:register")).content.decode()
    assert "day 48 of 56: in time." in listed
    address = re.search(r'href="(/public/[^"]+/lost-property[^"]*)"', listed)[1]
    shown = public.get(address).content.decode()
    assert "Forces should label every bag." in shown
    pdf = public.get(re.search(r'href="([^"]+\.pdf)"', shown)[1])
    assert pdf.content.startswith(b"%PDF-")
