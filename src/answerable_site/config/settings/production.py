"""Where an office works: behind TLS, with secrets from the environment."""

from answerable_site.config import env
from answerable_site.config.settings.base import *  # noqa: F403

SECRET_KEY_FALLBACKS = env.words("ANSWERABLE_FORMER_SECRET_KEYS")
SECRET_KEY = env.secret_key("ANSWERABLE_SECRET_KEY")
ALLOWED_HOSTS = env.hosts("ANSWERABLE_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
PUBLIC_ADDRESS = env.public_address("ANSWERABLE_PUBLIC_ADDRESS", hosts=ALLOWED_HOSTS)

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Attempts are counted by the address that this many proxies before the site vouch for.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("ANSWERABLE_PROXIES", 1)
# A browser takes a cookie with this prefix only over TLS, for the whole host and from it alone.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
NOTICES_COOKIE_NAME = "__Host-notices"
