"""Two offices of each kind with what is public, what is closed, and machines that ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests import (
    factories,
    factories_cases,
    factories_followup,
    factories_loads,
    factories_machines,
    factories_trackers,
)
from tests.factories_press import Press
from tests.library.mappings import making

from answerable_site.intake import operations as intake
from answerable_site.people import operations as people
from answerable_site.people.models import MachineToken, Organisation
from answerable_site.people.rules import OrganisationKind, Role, Scope, scopes_for

NOBODY = "nobody"


@dataclass(frozen=True)
class Whole:
    """Something that is sent as it should be, by the machine whose it is."""

    who: str
    path: str
    told: dict[str, str]
    file: bytes


@dataclass
class Planted:
    """Who asks, what is planted, and which records there are."""

    headers: dict[str, dict[str, str]] = field(default_factory=lambda: {NOBODY: {}})
    """What each who asks sends to be known."""
    shut_out: set[str] = field(default_factory=set)
    """Of these, whose token is not in force."""
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    """Each planted word, and who may read it."""
    whole: list[Whole] = field(default_factory=list)
    values: dict[str, list[Any]] = field(default_factory=dict)
    """Values of parameters that name records which exist, by the parameter’s name."""

    def plant(self, word: str, *readers: str) -> str:
        """A word that these alone may read."""
        self.words[word] = frozenset(readers)
        return word

    def offer(self, **values: Any) -> None:
        """Values that name a record."""
        for name, value in values.items():
            self.values.setdefault(name, []).append(value)


def plant() -> Planted:
    """Fill the database of the environment."""
    planted = Planted()
    for name in ("Wexmoor", "Larkspur"):
        _press(planted, name)
        _loads(planted, f"{name} Vale")
        _trackers(planted, f"{name} Edge")
    return planted


def _press(planted: Planted, name: str) -> None:
    """What is public, and drafts beside it."""
    press = Press(factories.office(name))
    for number in range(3):
        entry = press.enter(f"Report {number} on {name}")
        version = press.publish(entry)
        press.tell(entry)
        planted.offer(body=entry.body_slug, inspection=entry.slug, version=version.version)
    taken_back = press.enter(f"Report taken back at {name}")
    press.withdraw(press.publish(taken_back, words=planted.plant(f"withdrawnwords{name}")))
    planted.offer(body=taken_back.body_slug, inspection=taken_back.slug, version=1)
    draft = press.prepare(planted.plant(f"closeddraft{name}"))
    planted.offer(body=draft.body_slug, inspection=draft.slug, version=1)
    for edition in press.figures().editions.select_related("data_set"):
        planted.offer(data_set=edition.data_set.slug, measure=edition.data_set.measure)


def _loads(planted: Planted, name: str) -> None:
    """A force with a source, a load, an extract that was refused, and a case."""
    reference = planted.plant(f"99X/{len(name)}{name[:4]}/26")
    county = factories_cases.county(name, reference)
    machines = _machines(planted, county.force)
    reads = [one for one, scopes in machines if Scope.READ_LOADS in scopes]
    sees = [one for one, scopes in machines if scopes & {Scope.READ_LOADS, Scope.SEND_EXTRACTS}]
    source = planted.plant(f"source{name.replace(' ', '').lower()}", *sees)
    version = factories_loads.source(county, factories_loads.profile(name=source))
    batch = factories_loads.load(county, version, [factories_loads.REPORTED])
    planted.plant(batch.root_digest, *reads)
    by = county.viewer(Role.SUPERVISOR)
    queued = intake.queue_load(
        by=by,
        at=timezone.now(),
        source=version.source,
        stored_as=f"extracts/{name}",
        sha256="0" * 64,
        as_at=timezone.localdate(),
    )
    refusal = planted.plant(f"refusal{name.replace(' ', '')}", *sees)
    intake.refuse_queued_load(by=by, at=timezone.now(), queued=queued, sentence=refusal)
    planted.offer(
        source=version.source_id, supersedes=batch.pk, load_id=batch.pk, sent_id=queued.pk
    )
    content = making.text([factories_loads.REPORTED], version.profile)
    sent = {"source": str(version.source_id), "as_at": factories_loads.AS_AT.isoformat()}
    planted.whole.append(Whole(machines[0][0], "/api/v1/loads", sent, content))


def _trackers(planted: Planted, name: str) -> None:
    """A policing body with a tracker that was loaded."""
    followed = factories_followup.followed_up(name)
    machines = _machines(planted, followed.office.body)
    mapping = planted.plant(f"mapping{name.replace(' ', '')}", *(one for one, _ in machines))
    loaded = factories_trackers.load(
        followed,
        [["Report", "Rec no", "Action"], [followed.inspection.title, "1", "Print leaflets"]],
        name=mapping,
    )
    planted.offer(tracker_id=loaded.pk, mapping=mapping)
    content = f"Report,Rec no,Action\r\n{followed.inspection.title},2,Write the list\r\n"
    told = {"mapping": mapping, "as_at": factories_trackers.TODAY.isoformat()}
    planted.whole.append(Whole(machines[0][0], "/api/v1/trackers", told, content.encode()))


def _machines(planted: Planted, place: Organisation) -> list[tuple[str, frozenset[Scope]]]:
    """Machines with all scopes and with each alone, and tokens that are not in force. Those of one
    organisation may know of each other."""
    made: list[tuple[str, frozenset[Scope]]] = []
    names: list[str] = []
    every = frozenset(scopes_for(OrganisationKind(place.kind)))
    for scopes in (every, *(frozenset({scope}) for scope in sorted(every))):
        name = f"{place.name}: {' '.join(sorted(scopes))}"
        label = "-".join(one.replace(":", "-") for one in sorted(scopes))
        # In brackets, so that no name is the beginning of another.
        machine = factories_machines.machine(place, *sorted(scopes), name=f"({label})")
        planted.headers[name] = machine.headers
        made.append((name, scopes))
        names.append(machine.account.name)
    for word in names:
        planted.plant(word, *(name for name, _ in made))
    revoked = factories_machines.machine(place)
    people.revoke_token(by=revoked.administrators[0], at=timezone.now(), token=revoked.token)
    expired = factories_machines.machine(place)
    MachineToken.objects.filter(pk=expired.token.pk).update(
        expires_on=timezone.localdate() - timedelta(days=1)
    )
    ended = factories_machines.machine(place)
    people.end_machine(by=ended.administrators[0], at=timezone.now(), account=ended.account)
    wrong = factories_machines.machine(place)
    letter = "A" if wrong.text[-1] != "A" else "B"
    for why, text in (
        ("revoked", revoked.text),
        ("expired", expired.text),
        ("ended", ended.text),
        ("wrong letter", wrong.text[:-1] + letter),
    ):
        name = f"{place.name}: {why}"
        planted.headers[name] = {"Authorization": f"Bearer {text}"}
        planted.shut_out.add(name)
    return made
