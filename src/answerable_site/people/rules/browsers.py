"""Which kind of browser a session belongs to, in words that its owner knows."""

from __future__ import annotations

UNKNOWN = "A browser that did not say which"

# In this order, for browsers name those that they resemble as well.
_BROWSERS = (
    (("Edg/", "EdgA/", "EdgiOS/"), "Edge"),
    (("OPR/",), "Opera"),
    (("SamsungBrowser/",), "Samsung Internet"),
    (("Firefox/", "FxiOS/"), "Firefox"),
    (("Chrome/", "CriOS/"), "Chrome"),
    (("Safari/",), "Safari"),
)
_MACHINES = (
    (("iPhone",), "an iPhone"),
    (("iPad",), "an iPad"),
    (("Android",), "Android"),
    (("CrOS",), "ChromeOS"),
    (("Windows",), "Windows"),
    (("Mac OS X", "Macintosh"), "a Mac"),
    (("Linux",), "Linux"),
)


def browser_in_words(user_agent: str) -> str:
    """Browser and system, such as "Firefox on Windows"; no version and nothing else of it.

    Args:
        user_agent: the header in which a browser says what it is (RFC 9110, 10.1.5). It may say
            anything, so this is a help to memory and proves nothing.
    """
    browser, machine = _named(user_agent, _BROWSERS), _named(user_agent, _MACHINES)
    if browser and machine:
        return f"{browser} on {machine}"
    return browser or (f"A browser on {machine}" if machine else UNKNOWN)


def _named(user_agent: str, kinds: tuple[tuple[tuple[str, ...], str], ...]) -> str:
    return next((name for marks, name in kinds if any(m in user_agent for m in marks)), "")
