"""Saying what is known of a source."""

from __future__ import annotations

import secrets
from datetime import datetime

import msgspec
from django.db import transaction

from answerable.mappings import Profile, check_profile, profile_digest
from answerable_site.audit.operations import record
from answerable_site.casework.sealing import seal
from answerable_site.intake import access
from answerable_site.intake.models import ProfileVersion, Source
from answerable_site.intake.rules import why_unloadable
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Viewer

_KEY_BYTES = 32


class SamplesDoNotHold(ValueError):
    """The profile cannot be used here, or its samples do not become what they say."""


class VersionNotRaised(ValueError):
    """Another profile is held under this version."""


@transaction.atomic
def describe_source(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    force: Organisation,
    profile: Profile,
    urn_column: str = "",
) -> ProfileVersion:
    """Hold what is known of a source, tried on its own samples first. The same again changes
    nothing.

    Args:
        organisation: whose system it is.
        force: whose cases its rows are about.
        urn_column: the column that holds the URN of the case; empty where none does. It is set with
            the first version and stays.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        SamplesDoNotHold: the profile cannot be used here; the message says why.
        VersionNotRaised: the profile differs from the one that is held, and its version is no
            higher.
        CaseKeysMissing: no keys are set.
        EngineMissing: DuckDB is not installed.
    """
    access.check_can_load(by, organisation)
    _check_usable(profile, organisation, force, urn_column)
    source = Source.objects.filter(
        organisation=organisation, force=force, name=profile.name
    ).first() or Source.objects.create(
        organisation=organisation,
        force=force,
        name=profile.name,
        urn_column=urn_column,
        sealed_key=seal(secrets.token_hex(_KEY_BYTES)),
    )
    digest = profile_digest(profile)
    held = source.versions.last()
    if held is not None and held.digest == digest:
        return held
    if held is not None and held.version >= profile.version:
        raise VersionNotRaised(
            f"Version {held.version} of {profile.name} is held already and says something else. "
            "Raise the version of the profile."
        )
    added = ProfileVersion.objects.create(
        source=source,
        version=profile.version,
        digest=digest,
        data=msgspec.to_builtins(profile),
        set_at=at,
        set_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="intake.describe_source",
        subject=f"intake.source:{source.pk}",
        details={"profile": profile.name, "version": profile.version, "digest": digest},
    )
    return added


def _check_usable(
    profile: Profile, organisation: Organisation, force: Organisation, urn_column: str
) -> None:
    why = list(why_unloadable(profile, urn_column=urn_column))
    if force.kind != OrganisationKind.POLICE_FORCE:
        why.append("Rows are about cases of a police force: name one.")
    if organisation.kind == OrganisationKind.POLICE_FORCE and organisation != force:
        why.append("A force loads what its systems say of its own cases only.")
    if not why:
        why = [
            f"The sample “{one.sample.says}” does not become what it says."
            for one in check_profile(profile)
            if not one.holds
        ]
    if why:
        raise SamplesDoNotHold(f"The profile {profile.name} cannot be used. {' '.join(why)}")
