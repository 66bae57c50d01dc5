"""Invented identifiers of every kind that has a shape, by chance, as people write them.

Nothing here knows the detector: check digits and shapes are computed a second time.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

_FIRST_BIRTH = date(1935, 1, 1)
_BIRTH_DAYS = 75 * 365
_BIRTHS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%B %d, %Y")
_WORDS_LISTED = """
sunny willow copper harbour falcon maple tango pepper orbit juniper marble cobalt
"""
_WORDS = _WORDS_LISTED.split()
_STREETS_LISTED = """
Elder Quarry Larch Foundry Heron Mill Priory Saddler Orchard Beacon Weaver
"""
_STREETS = _STREETS_LISTED.split()
_TYPES = ["Road", "Street", "Avenue", "Lane", "Close", "Crescent", "Drive", "Terrace", "Rd", "Way"]
_AREAS_LISTED = """
AB BN CA CF DH EX GL HU LA LS M NE OX PR S TS W YO
"""
_AREAS = _AREAS_LISTED.split()
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"
_MARK = "ABCDEFGHJKLMNOPRSTUVWXY"


def _digits(chance: Random, count: int) -> str:
    return "".join(chance.choices(string.digits, k=count))


def _letters(chance: Random, count: int, among: str = string.ascii_uppercase) -> str:
    return "".join(chance.choices(among, k=count))


def email(chance: Random) -> str:
    """An address at a domain that nobody has."""
    local = f"{chance.choice(_WORDS)}{chance.choice(['', '.', '_', '-'])}{chance.choice(_WORDS)}"
    local += chance.choice(["", _digits(chance, 2)])
    return f"{local}@{chance.choice(_WORDS)}.{chance.choice(['example', 'com', 'org.uk', 'co.uk'])}"


def telephone(chance: Random) -> str:
    """A mobile or landline number, written in one of the usual ways."""
    mobile, rest = f"7{_digits(chance, 3)}", _digits(chance, 6)
    return chance.choice(
        [
            f"0{mobile} {rest}",
            f"0{mobile}{rest}",
            f"0{mobile} {rest[:3]} {rest[3:]}",
            f"+44 {mobile} {rest}",
            f"+44 (0){mobile} {rest}",
            f"0044{mobile}{rest}",
            f"01{chance.randint(200, 999)} {rest}",
            f"(01{chance.randint(200, 999)}) {rest}",
            f"020 7{_digits(chance, 3)} {_digits(chance, 4)}",
            f"0{mobile}-{rest[:3]}-{rest[3:]}",
            f"0{mobile}.{rest[:3]}.{rest[3:]}",
            f"+353 87 {_digits(chance, 3)} {_digits(chance, 4)}",
        ]
    )


def postcode(chance: Random) -> str:
    """A postcode of one of the shapes in use."""
    area = chance.choice(_AREAS)
    outward = chance.choice([f"{area}{chance.randint(1, 9)}", f"{area}{chance.randint(10, 29)}"])
    inward = f"{chance.randint(0, 9)}{_letters(chance, 2, _INWARD)}"
    written = chance.choice([f"{outward} {inward}", f"{outward}{inward}"])
    return chance.choice([written, written, written.lower()])


def address(chance: Random) -> str:
    """A house and its street."""
    street = f"{chance.choice(_STREETS)} {chance.choice(_TYPES)}"
    number = chance.choice(["", "", "", "a", "B"])
    return f"{chance.randint(1, 280)}{number} {street}"


def birth(chance: Random) -> str:
    """A date as people write one."""
    day = _FIRST_BIRTH + timedelta(days=chance.randrange(_BIRTH_DAYS))
    return day.strftime(chance.choice(_BIRTHS))


def national_insurance(chance: Random) -> str:
    """Two letters, six digits and a letter; never of a prefix that is not given."""
    prefix = _letters(chance, 1, "ABCEHJLMPRSTWX") + _letters(chance, 1, "ABCEHJLMPRSTWX")
    six, last = _digits(chance, 6), _letters(chance, 1, "ABCD")
    return chance.choice(
        [
            f"{prefix}{six}{last}",
            f"{prefix} {six[:2]} {six[2:4]} {six[4:]} {last}",
            f"{prefix}-{six}-{last}",
            f"{prefix}{six}{last}".lower(),
        ]
    )


def nhs_number(chance: Random) -> str:
    """Ten digits, the last by modulus 11."""
    while True:
        first = chance.choice("4679") + _digits(chance, 8)
        check = -sum(int(digit) * (10 - place) for place, digit in enumerate(first)) % 11
        if check != 10:
            ten = f"{first}{check}"
            return chance.choice(
                [ten, f"{ten[:3]} {ten[3:6]} {ten[6:]}", f"{ten[:3]}-{ten[3:6]}-{ten[6:]}"]
            )


def urn(chance: Random) -> str:
    """Force, unit, sequence and year."""
    parts = [_digits(chance, 2), _letters(chance, 2), _digits(chance, 5), _digits(chance, 2)]
    return chance.choice(["", "/", " "]).join(parts)


def crime_reference(chance: Random) -> str:
    """A reference in the shape of one of several invented systems."""
    year = chance.randint(18, 26)
    return chance.choice(
        [
            f"{_letters(chance, 2)}/{_digits(chance, 6)}/{year}",
            f"{chance.randint(10, 66)}{_letters(chance, 1)}/{_digits(chance, 5)}/{year}",
            f"{chance.randint(1000000, 9999999)}/{year}",
            f"{chance.randint(10, 66)}{year}0{_digits(chance, 6)}",
            f"{_letters(chance, 3)}-{_digits(chance, 5)}-{year}",
        ]
    )


def vehicle(chance: Random) -> str:
    """A registration of the present shape or an earlier one."""
    three = _letters(chance, 3, "BCDFGHJKLMNPRSTVWXY")
    return chance.choice(
        [
            f"{_letters(chance, 2, _MARK)}{chance.randint(51, 76)} {three}",
            f"{_letters(chance, 2, _MARK)}{chance.randint(51, 76)}{three}",
            f"{_letters(chance, 1, 'ABCDEFGHJKLMNPRSTVWXY')}{chance.randint(100, 999)} {three}",
            f"{three} {chance.randint(100, 999)}{_letters(chance, 1, 'ABCDEFGHJKLMNPRSTVWXY')}",
        ]
    )


def social_media(chance: Random) -> str:
    """A handle or a link to an account."""
    name = f"{chance.choice(_WORDS)}{chance.choice(['_', '.', ''])}{chance.choice(_WORDS)}"
    return chance.choice(
        [
            f"@{name}{_digits(chance, 2)}",
            f"instagram.com/{name}",
            f"https://www.facebook.com/{name}.{_digits(chance, 3)}",
            f"www.tiktok.com/@{name}",
            f"@{name}",
        ]
    )


def card(chance: Random) -> str:
    """Sixteen digits, the last by Luhn."""
    first = chance.choice("45") + _digits(chance, 14)
    total = sum(
        sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10))
        for place, digit in enumerate(first)
    )
    whole = f"{first}{-total % 10}"
    fours = [whole[place : place + 4] for place in range(0, 16, 4)]
    return chance.choice(["", " ", "-"]).join(fours)


def bank(chance: Random) -> str:
    """A sort code and an account number, or an IBAN of the United Kingdom."""
    code, account = _digits(chance, 6), _digits(chance, 8)
    if chance.random() < 0.3:
        branch = _letters(chance, 4)
        figures = "".join(str(int(character, 36)) for character in f"{branch}{code}{account}GB00")
        plain = f"GB{98 - int(figures) % 97:02}{branch}{code}{account}"
        return chance.choice([plain, " ".join(plain[at : at + 4] for at in range(0, 22, 4))])
    written = chance.choice([code, f"{code[:2]}-{code[2:4]}-{code[4:]}"])
    return f"{written} {account}"


def ip_address(chance: Random) -> str:
    """An address of a device, of the old form or the new."""
    if chance.random() < 0.3:
        return "2001:db8:" + ":".join(f"{chance.randrange(65536):x}" for _ in range(6))
    return ".".join(str(part) for part in [chance.randint(11, 223), *_three(chance)])


def _three(chance: Random) -> list[int]:
    return [chance.randint(0, 255) for _ in range(3)]


INVENTED: Mapping[str, Callable[[Random], str]] = {
    "email": email,
    "telephone": telephone,
    "postcode": postcode,
    "address": address,
    "birth": birth,
    "national_insurance": national_insurance,
    "nhs_number": nhs_number,
    "urn": urn,
    "crime_reference": crime_reference,
    "vehicle": vehicle,
    "social_media": social_media,
    "card": card,
    "bank": bank,
    "ip_address": ip_address,
}
"""By the name of the kind, what invents one."""
