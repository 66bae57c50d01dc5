from __future__ import annotations

from answerable.disclosure.policy import shipped_policy, shipped_text
from answerable_site.disclosure import policy_of


def test_is_the_shipped_policy_unless_the_office_has_its_own():
    assert policy_of("scrutiny_meeting") == shipped_policy("scrutiny_meeting")


def test_is_the_office_s_own_as_its_file_stands_now(settings, tmp_path):
    settings.DISCLOSURE_POLICY = tmp_path / "figures.toml"
    for threshold in (10, 8):
        settings.DISCLOSURE_POLICY.write_text(
            shipped_text().replace(
                'value = 5\nsays = "Counts below', f'value = {threshold}\nsays = "Counts below'
            )
        )
        assert policy_of("public").threshold == threshold
