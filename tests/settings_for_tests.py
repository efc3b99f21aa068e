"""The site's settings, fast and shut for tests; on SQLite unless `phares test --postgres` gives another database."""

import atexit
import os
import shutil
import tempfile

_var = tempfile.mkdtemp(prefix="phares-tests-")
atexit.register(shutil.rmtree, _var, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("PHARES_") and name != "PHARES_TEST_DATABASE_URL"]:
    del os.environ[_name]  # a test never depends on the settings of the terminal it was started from
os.environ |= {"PHARES_VAR": _var, "PHARES_SECRET_KEY": "for-tests-only"}
if "PHARES_TEST_DATABASE_URL" in os.environ:
    os.environ["PHARES_DATABASE_URL"] = os.environ["PHARES_TEST_DATABASE_URL"]

from phares.site.settings import *  # noqa: E402, F403 (after the environment that it reads)
from phares.site.settings import CACHES, DATABASES, INSTALLED_APPS, MIDDLEWARE, STORAGES  # noqa: E402

# The demo's templates and stories are tested too; its one-click entry is not routed, as on a real installation.
INSTALLED_APPS = [*INSTALLED_APPS, "phares.demo"]

# Whitenoise scans every static file for each test client: fifteen times slower, and nothing of ours is in it.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# Tasks stay what they are on the site, rows written in the act's transaction; the fixture `run_tasks` plays the worker.

DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {}  # a pool keeps connections open, and the test database could not be dropped

# Pages kept between two visitors would outlive a test that is undone; the tests of caching bring their own store.
CACHES = {**CACHES, "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
