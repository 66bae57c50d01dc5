"""A file is read, and a profile tried, once in a run: both have tests of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any, BinaryIO
from unittest.mock import patch

import pytest

from answerable.documents import reading
from answerable.mappings import Profile, SampleResult, check_profile, profile_digest
from answerable_site.intake.operations import sources


@pytest.fixture(autouse=True, scope="session")
def each_file_read_once() -> Iterator[None]:
    """The same request about the same bytes gets the answer that the child gave the first time."""
    answers: dict[tuple[str, bytes], tuple[int, bytes]] = {}
    run = reading._run

    def asked_once(
        request: dict[str, Any], source: BinaryIO, answer: IO[bytes], seconds: float
    ) -> int:
        asked = (json.dumps(request, sort_keys=True), source.read())
        source.seek(0)
        if asked in answers:
            status, content = answers[asked]
            answer.write(content)
            answer.flush()
            return status
        status = run(request, source, answer, seconds)
        answer.seek(0)
        answers[asked] = (status, answer.read())
        return status

    with patch.object(reading, "_run", asked_once):
        yield


@pytest.fixture(autouse=True, scope="session")
def each_profile_tried_once() -> Iterator[None]:
    """What became of the samples of a profile the first time becomes of them again."""
    results: dict[str, list[SampleResult]] = {}

    def tried_once(profile: Profile) -> list[SampleResult]:
        digest = profile_digest(profile)
        if digest not in results:
            results[digest] = check_profile(profile)
        return results[digest]

    with patch.object(sources, "check_profile", tried_once):
        yield
