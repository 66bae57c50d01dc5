"""Types identities into every free text of a kind of event, as everybody who records it."""

from __future__ import annotations

from datetime import date
from html import unescape
from random import Random
from typing import Any, get_type_hints
from urllib.parse import urlencode

import msgspec
from django import forms
from django.urls import reverse

from answerable.records import rules as law
from answerable.records.codes.characteristics import Characteristic
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable_site.casework.forms import RecordEvent, initial_of
from answerable_site.casework.models import Case
from answerable_site.casework.rules import written_in
from answerable_site.design.forms.dates import PARTS, DatePartsInput
from bench.carrying.filling import CODES
from bench.carrying.identities import Identities
from bench.histories.drawing import draw
from bench.marking.asking import Asker
from bench.marking.planting import forms_in

ATTEMPTS = 300
"""Draws of one kind until each of its texts was sent."""
ASKED = {"characteristic_recorded": {"characteristic": Characteristic.RELIGION.value}}
"""What the address of a form names besides, by the kind."""
NEXT = {VictimIdentified: "victim", SuspectIdentified: "suspect"}
"""Kinds that give somebody the next number."""


class Typing:
    """One person who records, and what became of the identities that they typed."""

    def __init__(self, asker: Asker, identities: Identities, case: Case, file: CaseFile) -> None:
        self.asker, self.identities = asker, identities
        self.case, self.file = case, file
        self.lots = Random(11)
        self.looked_at: set[str] = set()
        """Kinds of event of which the page before recording was reached."""
        self.not_warned: list[str] = []
        self.replaces: int | None = None
        """The number of the event that is put right."""
        self.warned: set[str] = set()
        """Free texts, as kind and name of the fact, that were sent and warned of."""

    def record(self, kind: type[Event], today: date) -> None:
        """Fill the form of a kind in, until the page with what was typed and its warnings comes."""
        address = reverse("casework:record", args=[self.case.pk, kind.kind()])
        self.replaces = self._put_right(today) if kind is RecordedInError else None
        asked = {"replaces": self.replaces} | ASKED.get(kind.kind(), {})
        address = f"{address}?{urlencode({name: one for name, one in asked.items() if one})}"
        form = next(self._forms(self.asker.ask(lambda client: client.get(address))), None)
        for _ in range(ATTEMPTS if form else 0):
            event = self._drawn(kind, today)
            if event is None or self._is_impossible(event):
                continue
            sent = posted(form, event, self.lots)
            page = self.asker.ask(lambda client, data=sent: client.post(address, data))
            told = unescape(page.content.decode())
            if "Check before you record" in told:
                self._look(event, sent, told)
                if texts_of(kind) <= self.warned:
                    return

    def _put_right(self, today: date) -> int | None:
        """The latest event of the police on which nothing else rests."""
        for one in reversed(self.file.recorded):
            self.replaces = one.number
            wrong = RecordedInError(on=today, reason="Of another case.")
            if one.side is Side.POLICE and not self._is_impossible(wrong):
                return one.number
        return None

    def _drawn(self, kind: type[Event], today: date) -> Event | None:
        event = draw(kind, self.file, self.lots, careful=True)
        if event is None or event.on > today:
            return None
        facts: dict[str, Any] = {
            name: self.identities.of(self._origin(kind, name))
            for name in written_in(event)
            if name not in CODES
        }
        if kind is CharacteristicRecorded:
            facts["characteristic"] = Characteristic.RELIGION
        if kind in NEXT:
            known = [getattr(one, NEXT[kind]) for _, one in self.file.of(kind)]
            facts[NEXT[kind]] = max(known, default=0) + 1
        return msgspec.structs.replace(event, **facts)

    def _is_impossible(self, event: Event) -> bool:
        one = Recorded(
            number=self.file.next_number,
            event=event,
            recorded_at=self.file.recorded[-1].recorded_at,
            side=sorted(event.RECORDED_BY)[0] if event.RECORDED_BY else Side.POLICE,
            replaces=self.replaces,
        )
        return bool(law.why_impossible(self.file, one))

    def _look(self, event: Event, sent: dict[str, Any], told: str) -> None:
        self.looked_at.add(event.kind())
        for name, text in written_in(event).items():
            # A text that does not matter for the other answers is not asked for.
            if name in CODES or text not in sent.values():
                continue
            origin = self._origin(type(event), name)
            asked = f"in “{event.QUESTIONS[name]}”"
            if asked in told and self._is_warned_of(self.identities.in_it(origin), told):
                self.warned.add(f"{event.kind()}.{name}")
            else:
                self.not_warned.append(origin)

    def _is_warned_of(self, identity: str, told: str) -> bool:
        warnings = [one.split("”")[0].lower() for one in told.split(" “")[1:]]
        return any(one and (one in identity or identity in one) for one in warnings)

    def _origin(self, kind: type[Event], name: str) -> str:
        return f"typed {kind.kind()}.{name} by {self.asker.somebody.name}"

    def _forms(self, page: Any) -> Any:
        return (form for form in forms_in(page) if isinstance(form, RecordEvent))


def texts_of(kind: type[Event]) -> set[str]:
    """The free texts of a kind, as kind and name of the fact."""
    return {
        f"{kind.kind()}.{name}"
        for name, hint in get_type_hints(kind).items()
        if hint is str and name in kind.QUESTIONS and name not in CODES
    }


def posted(form: forms.BaseForm, event: Event, lots: Random) -> dict[str, Any]:
    """What a browser sends when a form of an event is filled in with its facts; where the form does
    not offer one, something that it offers."""
    answers = initial_of(event)
    sent: dict[str, Any] = {}
    for name, field in form.fields.items():
        value = field.initial if field.widget.is_hidden else answers.get(name)
        if value is None:
            continue
        if isinstance(field.widget, DatePartsInput):
            sent |= {f"{name}_{part}": getattr(value, part) for part in PARTS}
        else:
            sent[name] = _offered(field, value, lots)
    return sent


def _offered(field: forms.Field, value: Any, lots: Random) -> Any:
    offered = [str(one) for one, _ in getattr(field, "choices", ()) if str(one)]
    if not offered or isinstance(value, list) or str(value) in offered:
        return value
    return lots.choice(offered)
