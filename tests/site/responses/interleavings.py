"""Two editors and a signer at one response, their steps in any order or at the same moment.

A state machine for hypothesis. It acts through the pages, as browsers do, and keeps its own slow
account of what must be true: no text that was saved is lost, and nobody signs words other than
those that stood on the page.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests import factories
from tests import factories_responses as cases

from answerable.writing.canonical import content_hash, from_json
from answerable_site.people.rules import Role
from answerable_site.responses.models import BodyComments, Signature

EDITORS = st.sampled_from(["first", "second"])
SEEN = re.compile(r'name="version" value="(\d+)"')
WRITTEN = re.compile(r'<textarea[^>]*name="text"[^>]*>(.*?)</textarea>', re.DOTALL)
HIDDEN = 'name="{}" value="([^"]*)"'
BEGINNING = (
    ("open_the_form", ["first"]),
    ("save", ["first"]),
    ("open_the_form", ["first"]),
    ("open_the_form", ["second"]),
    ("prepare", ["second"]),
    ("read_before_signing", []),
)
"""The usual order, of which a run takes the first steps before chance takes over."""
_numbers = itertools.count(1)


@dataclass(frozen=True)
class People:
    """One office with two response officers, for all runs of the machine."""

    office: factories.Office
    clients: dict[str, Client]


def gather() -> People:
    """The office and a browser for everybody; its names are new each time."""
    office = factories.office(f"Interleaving {next(_numbers)} of {id(object()):x}")
    second = factories.person(f"{office.body.name} second", (office.body, Role.RESPONSE_OFFICER))
    users = {
        "first": office.officer,
        "second": second,
        "signer": office.holder,
        "publisher": office.publisher,
    }
    clients = {}
    for name, user in users.items():
        clients[name] = Client()
        clients[name].force_login(user)
    return People(office, clients)


@dataclass(frozen=True)
class Form:
    """What an editor had in front of them."""

    version: int
    text: str


@dataclass(frozen=True)
class Shown:
    """What the signer had in front of them."""

    content_hash: str
    page: str


class Interleaving(RuleBasedStateMachine):
    """Any order of opening, saving, preparing, reading, signing and publishing.

    A step that cannot be taken yet does nothing. It is no precondition: who wins at the same moment
    differs from run to run, and the choice of steps must not.
    """

    people: People
    threads = True
    """Whether steps of `all_at_once` are taken in threads, or one after the other."""

    @initialize(depth=st.integers(0, len(BEGINNING)))
    def begin(self, depth: int) -> None:
        """A response that has come as far as somebody's first few steps."""
        report = cases.inspection(self.people.office, title=f"Report {next(_numbers)}")
        found = [cases.finding(report, "Forces should label every bag.", "1")]
        case = cases.Case(self.people.office, report, found)
        self.case = cases.hear_and_explain(cases.invited(cases.decided(case)))
        self.saved: list[str] = []
        self.forms: dict[str, Form] = {}
        self.shown: Shown | None = None
        self.signed: list[Shown] = []
        self.is_public = False
        for step, who in BEGINNING[:depth]:
            getattr(self, step)(*who)

    @rule(editor=EDITORS)
    def open_the_form(self, editor: str) -> None:
        """The form holds the latest text and its version, while there is a form at all."""
        page = self.get(editor, "own_comments")
        form = Form(int(SEEN.search(page)[1]), unescaped(WRITTEN.search(page)[1]))
        assert form == Form(len(self.saved), self.saved[-1] if self.saved else "")
        self.forms[editor] = form

    @rule(editor=EDITORS)
    def save(self, editor: str) -> None:
        """A text goes in over the version that was seen, or comes back with the other beside it."""
        if editor not in self.forms or self.is_public:
            return
        text = self.new_text(editor)
        answer = self.send_text(editor, text)
        if self.forms[editor].version == len(self.saved):
            assert answer.status_code == 302
            self.saved.append(text)
        else:
            self.is_shown_both(answer, text, self.forms[editor])

    @rule(editor=EDITORS)
    def prepare(self, editor: str) -> None:
        self.post(editor, "prepare")

    @rule()
    def read_before_signing(self) -> None:
        """What is put before the signer holds the latest text."""
        answer = self.people.clients["signer"].get(self.at("sign"))
        if answer.status_code == 200:
            page = answer.content.decode()
            self.shown = Shown(re.search(HIDDEN.format("content_hash"), page)[1], page)
            assert self.saved[-1] in page

    @rule()
    def sign(self) -> None:
        """A signature holds for the words on the page, or is refused."""
        if self.shown is None:
            return
        before = self.signatures()
        self.send_signature()
        new = [signature for signature in self.signatures() if signature not in before]
        for signature in new:
            self.was_displayed(signature)
            assert self.saved[-1] in str(signature.document)

    @rule(interruption=st.sampled_from(["none", "first", "second", "prepared again"]))
    def read_and_sign_with_something_between(self, interruption: str) -> None:
        """Between reading and signing somebody may save, or put the same forward again."""
        if not self.saved or self.is_public:
            return
        self.prepare("second")
        self.read_before_signing()
        if interruption in {"first", "second"}:
            self.open_the_form(interruption)
            self.save(interruption)
        elif interruption == "prepared again":
            self.prepare("first")
        if self.shown:
            self.sign()

    @rule()
    def all_at_once(self) -> None:
        """Both editors save and the signer signs in the same moment."""
        if len(self.forms) < 2 or self.shown is None or self.is_public:
            return
        texts = {editor: self.new_text(editor) for editor in self.forms}
        seen, before = dict(self.forms), self.signatures()
        answers = self.at_the_same_moment(
            lambda: self.send_text("first", texts["first"]),
            lambda: self.send_text("second", texts["second"]),
            self.send_signature,
        )
        accepted = [
            editor
            for editor, answer in zip(("first", "second"), answers, strict=False)
            if answer.status_code == 302
        ]
        self.took_at_most_one_over_each_version(accepted, seen)
        for editor in accepted:
            self.saved.append(texts[editor])
        for editor in set(texts) - set(accepted):
            answer = answers[0 if editor == "first" else 1]
            self.is_shown_both(answer, texts[editor], seen[editor])
        for signature in self.signatures():
            if signature not in before:
                self.was_displayed(signature)

    @rule()
    def publish(self) -> None:
        """What becomes public is what was signed, to the last byte."""
        if not self.signed or self.post("publisher", "publish").status_code != 302:
            return
        versions = list(
            cases.PublicResponse.objects.filter(
                inspection__body=self.case.office.body, inspection__title=self.case.inspection.title
            )
        )
        self.is_public = bool(versions)
        for version in versions:
            assert version.content_hash in {shown.content_hash for shown in self.signed}
            assert self.saved[-1] in version.html

    @invariant()
    def loses_nothing(self) -> None:
        """Every text that was taken stands in the record, once, in its order."""
        if not hasattr(self, "case"):
            return
        rows = BodyComments.objects.filter(response__inspection=self.case.inspection)
        kept = list(rows.order_by("version").values_list("version", "text"))
        assert kept == list(enumerate(self.saved, start=1))

    @invariant()
    def lets_no_signature_stand_over_other_words(self) -> None:
        if not hasattr(self, "case"):
            return
        standing = Signature.objects.filter(
            preparation__response__inspection=self.case.inspection,
            preparation__voiding__isnull=True,
        )
        for signature in standing:
            assert self.saved[-1] in str(signature.document)

    def new_text(self, editor: str) -> str:
        return f"Text {next(_numbers)} of the {editor} editor."

    def send_text(self, editor: str, text: str):
        return self.post(editor, "own_comments", version=self.forms[editor].version, text=text)

    def send_signature(self):
        data = {"signed_as": self.case.office.body.holder_title}
        return self.post("signer", "sign", content_hash=self.shown.content_hash, **data)

    def is_shown_both(self, answer, text: str, seen: Form) -> None:
        """A save that came too late: the page holds both texts, so nothing is lost."""
        assert answer.status_code == 409
        page = html.unescape(answer.content.decode())
        assert text in page
        # At the same moment a third text may be taken after this page was made.
        newer = BodyComments.objects.filter(
            response__inspection=self.case.inspection, version__gt=seen.version
        )
        # What the others changed is marked word by word: no phrase need stand there whole.
        shown = set(re.sub(r"<[^>]+>", " ", page).split())
        assert any(set(taken.text.split()) <= shown for taken in newer)

    def took_at_most_one_over_each_version(self, accepted: list[str], seen: dict) -> None:
        fresh = [editor for editor, form in seen.items() if form.version == len(self.saved)]
        assert len(accepted) == min(1, len(fresh))
        assert set(accepted) <= set(fresh)

    def was_displayed(self, signature: Signature) -> None:
        assert signature.content_hash == self.shown.content_hash
        assert content_hash(from_json(signature.document)) == signature.content_hash
        comments = re.findall(r"Text \d+ of the \w+ editor\.", str(signature.document))
        assert comments
        assert all(comment in self.shown.page for comment in comments)
        self.signed.append(self.shown)

    def signatures(self) -> list[Signature]:
        return list(
            Signature.objects.filter(preparation__response__inspection=self.case.inspection)
        )

    def at_the_same_moment(self, *steps: Callable) -> list:
        if not self.threads:
            return [step() for step in steps]

        def alone(step: Callable):
            try:
                return step()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(steps)) as pool:
            return list(pool.map(alone, steps))

    def at(self, route: str) -> str:
        where = [self.case.inspection.pk, self.case.office.body.slug]
        return reverse(f"responses:{route}", args=where)

    def get(self, who: str, route: str) -> str:
        return self.people.clients[who].get(self.at(route)).content.decode()

    def post(self, who: str, route: str, **data: object):
        return self.people.clients[who].post(self.at(route), data)


def unescaped(text: str) -> str:
    """The words of a text area as a person sees them."""
    return html.unescape(text).strip()
