"""Where deliveries may go, when they are tried again, how they are signed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from answerable_site.webhooks import rules

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


class TestReachable:
    @pytest.mark.parametrize("number", ["93.184.216.34", "2606:4700:4700::1111"])
    def test_is_the_public_internet(self, number):
        assert rules.is_reachable(number)

    @pytest.mark.parametrize(
        "number",
        [
            *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
            *("169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"),
            *("::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1"),
            *("::ffff:10.0.0.1", "2002:7f00:0001::", "64:ff9b::7f00:1", "64:ff9b:1::1"),
            *("not a number", ""),
        ],
    )
    def test_is_nothing_else(self, number):
        assert not rules.is_reachable(number)


class TestReceivers:
    @pytest.mark.parametrize(
        "address",
        ["https://example.org", "https://example.org/hook?x=1", "https://example.org:443/hook"],
    )
    def test_are_addresses_over_https(self, address):
        rules.check_receiver(address, may_stay_here=False)

    @pytest.mark.parametrize(
        "address",
        [
            *("http://example.org/hook", "ftp://example.org", "example.org/hook", "https://", ""),
            *("https://somebody:password@example.org/", "https://example.org:8443/"),
            *("https://example.org/#part", "https://example.org:port/", "https://[::1"),
        ],
    )
    def test_are_nothing_else(self, address):
        with pytest.raises(rules.NotAReceiver):
            rules.check_receiver(address, may_stay_here=False)

    def test_may_be_plain_where_the_product_is_tried(self):
        rules.check_receiver("http://localhost:8001/hook", may_stay_here=True)


class TestNextAttempt:
    def test_comes_later_each_time_and_not_for_ever(self):
        waits = [rules.next_attempt(AT, number) for number in range(1, 8)]
        assert waits[0] == AT + timedelta(minutes=1)
        assert waits[:-1] == sorted(waits[:-1])
        assert waits[-1] is None


class TestSignature:
    def test_is_that_of_the_example_of_standard_webhooks(self):
        # From the specification of Standard Webhooks, section "Signature scheme".
        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        assert (
            rules.signature(
                secret,
                number="msg_p5jXN8AQM9LWM0D4loKWxJek",
                timestamp=1614265330,
                body='{"test": 2432232314}',
            )
            == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        )
