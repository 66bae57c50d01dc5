"""Second factors for tests: an authenticator app, and a passkey that is made of software."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import encrypt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from answerable_site.people.models import User

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FLAG = AuthenticatorData.FLAG


def app_of(user: User) -> Authenticator:
    """An authenticator app that is set up."""
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": encrypt(SEED)}
    )


def all_factors_of(user: User) -> Authenticator:
    """An app, recovery codes and a passkey that are set up; gives the passkey."""
    app_of(user)
    RecoveryCodes.activate(user)
    asked = {"challenge": websafe_encode(b"0" * 32), "user": {"id": websafe_encode(b"0")}}
    credential = json.loads(Passkey().made({"publicKey": asked}))
    return Authenticator.objects.create(
        user=user,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Telephone", "credential": credential},
    )


def code_now(seed: str = SEED, *, steps: int = 0) -> str:
    """What the app shows at this moment, or some steps of 30 seconds from it."""
    counters = list(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(seed, counters[len(counters) // 2] + steps))


def wrong_code(seed: str = SEED) -> str:
    """One that the app shows neither now nor soon."""
    right = {code_now(seed, steps=steps) for steps in range(-3, 4)}
    return next(code for code in ("000000", "000001", "000002") if code not in right)


@dataclass
class Passkey:
    """A passkey of a device, which answers as a browser does."""

    origin: str = "https://testserver"
    host: str = "testserver"
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    identity: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    owner: str = ""
    uses: int = 0

    def made(self, options: dict[str, Any]) -> str:
        """The answer to a request to make it."""
        wanted = options["publicKey"]
        self.owner = wanted["user"]["id"]
        credential = AttestedCredentialData.create(
            b"\0" * 16, self.identity, ES256.from_cryptography_key(self.key.public_key())
        )
        data = self._data(FLAG.UP | FLAG.UV | FLAG.AT, credential)
        client = CollectedClientData.create(
            CollectedClientData.TYPE.CREATE, wanted["challenge"], self.origin
        )
        return self._answer(
            {
                "clientDataJSON": client,
                "attestationObject": AttestationObject.create("none", data, {}),
            },
            {"credProps": {"rk": True}},
        )

    def used(self, options: dict[str, Any]) -> str:
        """The answer to a request to use it."""
        client = CollectedClientData.create(
            CollectedClientData.TYPE.GET, options["publicKey"]["challenge"], self.origin
        )
        self.uses += 1
        data = self._data(FLAG.UP | FLAG.UV)
        signature = self.key.sign(data + client.hash, ec.ECDSA(SHA256()))
        return self._answer(
            {
                "clientDataJSON": client,
                "authenticatorData": data,
                "signature": signature,
                "userHandle": websafe_decode(self.owner),
            },
            {},
        )

    def _data(self, flags: FLAG, credential: bytes = b"") -> AuthenticatorData:
        host = hashlib.sha256(self.host.encode()).digest()
        return AuthenticatorData.create(host, flags, self.uses, credential)

    def _answer(self, response: dict[str, bytes], extensions: dict[str, Any]) -> str:
        name = websafe_encode(self.identity)
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "response": {key: websafe_encode(value) for key, value in response.items()},
                "clientExtensionResults": extensions,
            }
        )
