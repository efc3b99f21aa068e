"""Settings, all read from the environment, safe when nothing is said."""

import os
import secrets
import stat
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from phares.site import logs

PACKAGE = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("PHARES_VAR", PACKAGE.parents[1] / "var")).resolve()


def _flag(name: str, default: bool = False) -> bool:
    """Read a yes/no environment variable."""
    return os.environ.get(name, "yes" if default else "").lower() in {"1", "yes", "true", "on"}


def _kept_secret() -> str:
    """Return the secret key: from the environment, else the one made and kept (mode 600) on first start."""
    if from_environment := os.environ.get("PHARES_SECRET_KEY"):
        return from_environment
    path = VAR / "secret-key"
    VAR.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key


DEBUG = _flag("PHARES_DEBUG")
DEMO = _flag("PHARES_DEMO")
HTTPS = _flag("PHARES_HTTPS")
SECRET_KEY = _kept_secret()
ALLOWED_HOSTS = os.environ.get("PHARES_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host[:1].isalpha()]

INSTALLED_APPS = [
    "phares.site",
    "phares.rooms.publishing",
    "phares.rooms.territory",
    "phares.rooms.funding",
    "phares.rooms.impact",
    "phares.rooms.cooperation",
    "phares.rooms.directory",
    "phares.rooms.commons",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
] + (["phares.demo"] if DEMO else [])

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "phares.rooms.commons.middleware.NoNullSign",
    "phares.rooms.commons.middleware.ReadOnlyGet",
    "phares.rooms.commons.caching.AskedAgain",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "phares.rooms.commons.middleware.PostLimit",
    "phares.rooms.commons.middleware.RefusalPages",
    "phares.rooms.directory.middleware.CurrentPole",
    "phares.rooms.commons.caching.VisitorPages",
]

ROOT_URLCONF = "phares.demo.urls" if DEMO else "phares.site.urls"
WSGI_APPLICATION = "phares.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "phares.site.context.acting",
            ]
            + (["phares.demo.context.strip"] if DEMO else []),
            "builtins": ["phares.rooms.commons.templatetags.ui", "phares.rooms.directory.templatetags.poles"],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("PHARES_DATABASE_URL", f"sqlite:///{VAR / 'phares.sqlite3'}"), conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"pool": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
}

AUTH_USER_MODEL = "directory.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "phares.site.accounts.ClosedSignup"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up alone; this is what lets a password be a way in
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900  # seconds, for the code and for the link beside it: a mail may be slow
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a change of password or of device is told by mail
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_ADAPTER = "phares.site.accounts.Devices"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "phares.site.passkeys.PasskeyForm",
    "edit_webauthn": "phares.site.passkeys.PasskeyNameForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers themselves allow http on localhost alone
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up: a mail is noted by the pole, and enters only by what it receives
MFA_TOTP_ISSUER = "Phares"
MFA_TOTP_TOLERANCE = 1  # the clock of a phone may be half a minute off

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("français")), ("en", _("anglais"))]
LOCALE_PATHS = [PACKAGE / "site" / "locale"]
TIME_ZONE = os.environ.get("PHARES_TIME_ZONE", "Europe/Paris")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "attachments"}},
    "staticfiles": {"BACKEND": "phares.site.static.OneStyleSheet"},
}
if DEMO:  # nothing to collect before the first page: files are served where they lie
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = DEMO
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_BACKEND = os.environ.get("PHARES_MAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = os.environ.get("PHARES_MAIL_FOLDER", VAR / "mails")
EMAIL_HOST = os.environ.get("PHARES_MAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("PHARES_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("PHARES_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PHARES_MAIL_PASSWORD", "")
EMAIL_USE_TLS = _flag("PHARES_MAIL_TLS")
DEFAULT_FROM_EMAIL = os.environ.get("PHARES_MAIL_FROM", "phares@localhost")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _flag("PHARES_BEHIND_PROXY") else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _flag("PHARES_BEHIND_PROXY") else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # HSTS speaks for our own name, not for its neighbours
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "phares.rooms.commons.views.csrf_failure"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
LOGGING = logs.configuration(json=_flag("PHARES_JSON_LOGS"))
_SITE = f"https://{ALLOWED_HOSTS[0]}" if HTTPS else f"http://{ALLOWED_HOSTS[0]}:8000"
PHARES_PUBLIC_ADDRESS = os.environ.get("PHARES_PUBLIC_ADDRESS", _SITE)
PHARES_POSTS_PER_MINUTE = int(os.environ.get("PHARES_POSTS_PER_MINUTE", "90"))
