"""What holds everywhere. Safe values are the defaults; unsafe ones must be asked for."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from answerable_site.config import env

DATA = env.folder("ANSWERABLE_DATA", Path.cwd() / "var")

DEBUG = False
DEMONSTRATION = False
ALLOWED_HOSTS: list[str] = []
PUBLIC_ADDRESS = env.text("ANSWERABLE_PUBLIC_ADDRESS", "http://localhost:8000")

INSTALLED_APPS = [
    "answerable_site.config.checks.Checked",
    "answerable_site.home",
    "answerable_site.search",
    "answerable_site.webhooks",
    "answerable_site.scrutiny",
    "answerable_site.figures",
    "answerable_site.intake",
    "answerable_site.accessreview",
    "answerable_site.casereviews",
    "answerable_site.training",
    "answerable_site.support",
    "answerable_site.responses",
    "answerable_site.casework",
    "answerable_site.followup",
    "answerable_site.register",
    "answerable_site.publication",
    "answerable_site.upkeep",
    "answerable_site.people",
    "answerable_site.audit",
    # Before django.forms: its widget templates must win.
    "answerable_site.design",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    # After our own apps: their templates are the pages of the sign-in.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "rules",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    # Outermost: whatever is logged while a request is answered carries its name.
    "answerable_site.config.probes.Traced",
    # Before all that may answer by itself, so that every answer has the headers.
    "answerable_site.config.headers.EveryAnswer",
    "answerable_site.config.probes.Probes",
    "answerable_site.config.probes.Counted",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before anything makes an address: what begins with /cy/ is in Welsh.
    "answerable_site.config.languages.LanguageOfTheAddress",
    # Before everything that may refuse, so that programs are told of it alike.
    "answerable_site.config.gate.Gate",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # After messages, for it leaves one; before anything asks who somebody is.
    "answerable_site.people.signing_in.sessions.SessionLimit",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "answerable_site.config.policy.RoutePolicy",
    "answerable_site.config.sign_in_policy.SignInPolicy",
    "answerable_site.config.walls.DatabaseWalls",
]

ROOT_URLCONF = "answerable_site.config.urls"
WSGI_APPLICATION = "answerable_site.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "answerable_site.design.languages.loader.KeptByLanguage",
                    ["answerable_site.design.languages.loader.InTheLanguageOfThePage"],
                ),
            ],
            # What is put in says its language, without each template asking for that.
            "builtins": ["answerable_site.design.templatetags.languages"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "answerable_site.design.context.design",
            ],
        },
    },
]
FORM_RENDERER = "answerable_site.design.forms.GovukRenderer"
SITE_NAVIGATION = "answerable_site.config.navigation.entries"
SITE_FOOTER = "answerable_site.config.navigation.footer"
SITE_WARNING = "answerable_site.config.navigation.warning"
HELD_REFERENCES = "answerable_site.config.withheld.held_references"
SITE_SIGN_OUT = "answerable_site.config.navigation.sign_out"
SITE_HELP = "answerable_site.config.navigation.help_with_page"
SITE_ORGANISATION = env.text("ANSWERABLE_ORGANISATION", "")

DATABASES = {
    "default": env.database("ANSWERABLE_DATABASE_URL", f"sqlite:///{DATA / 'answerable.sqlite3'}"),
}
CACHES = {
    # In the database, because all web processes must count alike: attempts, and codes used up.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "answerable_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    # First: it refuses whoever is locked out before a password is looked at.
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "answerable_site.people.passwords.NotOfThePlace"},
    {"NAME": "answerable_site.people.passwords.NotStolen"},
]

# Signing in: django-allauth asks, django-axes counts. Which acts need a fresh proof stands in
# config.sign_in_policy.
SECOND_FACTOR_REQUIRED = env.flag("ANSWERABLE_SECOND_FACTOR", default=True)
CONFIRM_WITHIN: timedelta | None = timedelta(
    minutes=env.number("ANSWERABLE_CONFIRM_MINUTES", 15, lowest=1)
)
SESSION_IDLE: timedelta | None = timedelta(
    minutes=env.number("ANSWERABLE_IDLE_MINUTES", 60, lowest=5)
)
BREACHED_PASSWORDS = env.existing_file("ANSWERABLE_BREACHED_PASSWORDS")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:start"
LOGOUT_REDIRECT_URL = "home:start"
ACCOUNT_ADAPTER = "answerable_site.people.signing_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
# Attempts from one address, and wrong codes of one account: django-axes counts wrong passwords.
ACCOUNT_RATE_LIMITS: dict[str, str | None] = {"login": "60/m/ip", "login_failed": "5/5m/key"}
ACCOUNT_FORMS = {
    "login": "answerable_site.people.forms.signing_in.SignIn",
    "reauthenticate": "answerable_site.people.forms.signing_in.ConfirmPassword",
    "change_password": "answerable_site.people.forms.signing_in.ChangePassword",
    "reset_password": "answerable_site.people.forms.signing_in.AskForNewPassword",
    "reset_password_from_key": "answerable_site.people.forms.signing_in.ChooseNewPassword",
}
PASSWORD_RESET_TIMEOUT = 60 * 60
MFA_ADAPTER = "answerable_site.people.signing_in.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Answerable"
# Half a minute early or late: clocks of telephones are not all right.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "answerable_site.people.forms.signing_in.SecondFactor",
    "reauthenticate": "answerable_site.people.forms.signing_in.ConfirmCode",
    "activate_totp": "answerable_site.people.forms.signing_in.SetUpApp",
    "add_webauthn": "answerable_site.people.forms.signing_in.AddPasskey",
    "login_webauthn": "answerable_site.people.forms.signing_in.SignInByPasskey",
    "reauthenticate_webauthn": "answerable_site.people.forms.signing_in.ConfirmPasskey",
}
_SINGLE_SIGN_ON = env.single_sign_on(
    address="ANSWERABLE_OIDC_ADDRESS",
    client="ANSWERABLE_OIDC_CLIENT",
    key="ANSWERABLE_OIDC_SECRET",
    called="ANSWERABLE_OIDC_NAME",
)
SINGLE_SIGN_ON_NAME = _SINGLE_SIGN_ON.get("name", "")
SINGLE_SIGN_ON_SECOND_FACTOR = env.words("ANSWERABLE_OIDC_SECOND_FACTOR")
SOCIALACCOUNT_ADAPTER = "answerable_site.people.signing_in.adapters.SocialAccountAdapter"
# A link and no form: browsers hold the policy on forms against every redirect that follows.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [_SINGLE_SIGN_ON] if _SINGLE_SIGN_ON else [],
    },
}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=env.number("ANSWERABLE_LOCK_OUT_MINUTES", 15, lowest=1))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "answerable_site.people.signing_in.lockout.account"
AXES_CLIENT_IP_CALLABLE = "answerable_site.people.signing_in.lockout.address"
AXES_CLIENT_STR_CALLABLE = "answerable_site.people.signing_in.lockout.unnamed"
AXES_LOCKOUT_CALLABLE = "answerable_site.people.signing_in.lockout.page"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_SENSITIVE_PARAMETERS = ["login", "confirm-password", "oldpassword", "next"]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "answerable_site.config.notices.Notices"
NOTICES_COOKIE_NAME = "notices"
CSRF_FAILURE_VIEW = "answerable_site.home.views.csrf_failure"

# How often the programming interface may be asked: by one address, and by one machine account.
INTERFACE_RATES = {"anonymous": "300/m", "machine": "1200/m"}

# Events are sent to addresses of the public internet alone, over https.
WEBHOOKS_MAY_STAY_HERE = False

# Outside the database, so that a copy of it tells no reference. The first encrypts.
CASE_HASH_KEY = env.text("ANSWERABLE_CASE_HASH_KEY", "")
CASE_KEYS = env.words("ANSWERABLE_CASE_KEYS")
# The database role for public pages; none where the site runs as one role.
PRESS_ROLE = env.text("ANSWERABLE_PRESS_ROLE", "")

# Data cuts, and for how many days one that is to be erased can be given back.
CUTS = DATA / "cuts"
CUT_QUARANTINE_DAYS = env.number("ANSWERABLE_CUT_QUARANTINE_DAYS", 30, lowest=1)

# The office's own policy for figures that may be shown; the one of the product unless set.
DISCLOSURE_POLICY = env.existing_file("ANSWERABLE_DISCLOSURE_POLICY")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STORAGES = {
    # Kept as received, under random names, never served as they came from a web path.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Whole, for files are the same in every language.
STATIC_URL = "/static/"
STATIC_ROOT: Path | None = DATA / "static"
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
# A year of a large force: a million rows of an extract are 100 to 150 MB.
MAX_EXTRACT_BYTES = 200 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "answerable_site.config.uploads.NoneLarger",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# The longest form of all asks about each column of a list; no form takes more than one file.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 5

# Nothing is sent where no mail server is named: pages then say so and offer the record by hand.
_MAIL = env.mail("ANSWERABLE_EMAIL_URL")
EMAIL_IS_SET_UP = bool(_MAIL)
EMAIL_BACKEND = _MAIL.get("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
EMAIL_FILE_PATH: Path | None = _MAIL.get("EMAIL_FILE_PATH")
EMAIL_HOST = _MAIL.get("EMAIL_HOST", "localhost")
EMAIL_PORT = _MAIL.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = _MAIL.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _MAIL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_USE_TLS = _MAIL.get("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.sender("ANSWERABLE_EMAIL_FROM")
if EMAIL_IS_SET_UP and not DEFAULT_FROM_EMAIL:
    # Asked again without a default, for its sentence.
    DEFAULT_FROM_EMAIL = env.text("ANSWERABLE_EMAIL_FROM")

# The record of acts: what signs its heads, where they are written, who gets them by e-mail.
AUDIT_KEY = env.file("ANSWERABLE_AUDIT_KEY", DATA / "audit" / "key.pem")
AUDIT_HEADS = env.folder("ANSWERABLE_AUDIT_HEADS", DATA / "audit" / "heads")
AUDIT_WITNESS = env.sender("ANSWERABLE_AUDIT_WITNESS")

# Figures for monitoring: for whoever has the token, and nobody without one.
METRICS_TOKEN = env.token("ANSWERABLE_METRICS_TOKEN")
METRICS_FOLDER = env.folder("ANSWERABLE_METRICS_FOLDER", DATA / "metrics")

# What backups are sealed with, and where they go.
BACKUP_KEY = env.file("ANSWERABLE_BACKUP_KEY", DATA / "backup.key")
BACKUPS = env.folder("ANSWERABLE_BACKUPS", DATA / "backups")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("en", "English"), ("cy", "Cymraeg")]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

SECURE_CONTENT_TYPE_NOSNIFF = True
# Other sites learn no address of ours. Stricter still, browsers would send forms with the origin
# "null", which the protection against forged forms must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# No script or style stands in a page, so none needs a nonce (docs/adr/0014).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# Pages use nothing of a device but, to sign in, its passkeys. Filling in passwords and moving the
# focus to an error stay as browsers have them: people need both.
PERMISSIONS_POLICY: dict[str, list[str]] = {
    **{
        feature: []
        for feature in (
            *("accelerometer", "gyroscope", "magnetometer", "gamepad", "xr-spatial-tracking"),
            *("hid", "midi", "serial", "usb", "local-fonts", "keyboard-map"),
            *("camera", "microphone", "display-capture", "geolocation", "idle-detection"),
            *("autoplay", "encrypted-media", "fullscreen", "picture-in-picture"),
            *("clipboard-read", "clipboard-write", "screen-wake-lock", "window-management"),
            *("browsing-topics", "compute-pressure", "storage-access", "payment"),
            *("identity-credentials-get", "otp-credentials"),
        )
    },
    "publickey-credentials-create": ["self"],
    "publickey-credentials-get": ["self"],
}

LOG_FORMAT = env.choice("ANSWERABLE_LOG_FORMAT", ("line", "json"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "answerable_site.config.log_lines.Line",
            "fmt": "{asctime} {levelname} {name} {message}",
            "style": "{",
        },
        "json": {"()": "answerable_site.config.log_lines.JSONLine"},
    },
    "filters": {"secrets": {"()": "answerable_site.config.log_lines.SecretsLeftOut"}},
    "handlers": {
        "standard_error": {
            "class": "logging.StreamHandler",
            "formatter": LOG_FORMAT,
            "filters": ["secrets"],
        },
    },
    "root": {"handlers": ["standard_error"], "level": "WARNING"},
    "loggers": {
        # A line for each request, for programs that read lines.
        "answerable.requests": {"level": "INFO" if LOG_FORMAT == "json" else "WARNING"},
        # Refusals are answers, not faults: one that was shown to somebody needs no traceback.
        "django.request": {"level": "ERROR"},
        # It counts failed sign-ins, and would quote headers; people.signing_in.failures logs them.
        "axes": {"level": "ERROR"},
        # Programs that try every machine; with no handler at all Python would print them whole.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
