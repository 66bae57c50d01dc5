"""Where an office works: behind TLS, with secrets from the environment."""

from answerable_site.config import env
from answerable_site.config.settings.base import *  # noqa: F403

SECRET_KEY = env.text("ANSWERABLE_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("ANSWERABLE_FORMER_SECRET_KEYS")
ALLOWED_HOSTS = env.words("ANSWERABLE_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
PUBLIC_ADDRESS = env.text("ANSWERABLE_PUBLIC_ADDRESS")

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Attempts are counted by the address that this many proxies before the site vouch for.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("ANSWERABLE_PROXIES", 1)
