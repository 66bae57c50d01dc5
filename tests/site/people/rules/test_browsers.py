from __future__ import annotations

import pytest

from answerable_site.people import rules

MOZILLA = "Mozilla/5.0 "
LIKE_CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"


class TestABrowser:
    @pytest.mark.parametrize(
        ("said", "words"),
        [
            (
                "(Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
                "Firefox on Windows",
            ),
            (f"(Windows NT 10.0; Win64; x64) {LIKE_CHROME} Edg/141.0.0.0", "Edge on Windows"),
            (f"(Macintosh; Intel Mac OS X 10_15_7) {LIKE_CHROME}", "Chrome on a Mac"),
            (f"(X11; CrOS x86_64 14541.0.0) {LIKE_CHROME}", "Chrome on ChromeOS"),
            (f"(X11; Linux x86_64) {LIKE_CHROME} OPR/117.0.0.0", "Opera on Linux"),
            (
                (
                    "(iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
                    "Version/18.6 Mobile/15E148 Safari/604.1"
                ),
                "Safari on an iPhone",
            ),
            (
                (
                    "(iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                    "CriOS/141.0 Mobile/15E148 Safari/604.1"
                ),
                "Chrome on an iPad",
            ),
            (
                (
                    "(Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) "
                    "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"
                ),
                "Samsung Internet on Android",
            ),
            ("(Windows NT 10.0) Something/1.0", "A browser on Windows"),
            ("Firefox/143.0", "Firefox"),
        ],
    )
    def test_is_told_in_words(self, said, words):
        assert rules.browser_in_words(MOZILLA + said) == words

    @pytest.mark.parametrize("said", ["", "curl/8.5", "<script>alert(1)</script>"])
    def test_that_says_nothing_known_is_called_so(self, said):
        assert rules.browser_in_words(said) == rules.UNKNOWN
