"""The place of an installation: its settings, its secret key, its disk, its way to send mail."""

import os
import shutil
import smtplib
import stat
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.mail import get_connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.site.keeping.findings import Finding, broken, watch, well

MEGABYTE = 1_000_000
TOO_LITTLE, LITTLE = 200 * MEGABYTE, 2_000 * MEGABYTE
SHORTEST_KEY = 40
PATIENCE = 5  # seconds for the mail server to answer

SETTINGS, SECRET, DISK, MAIL = (
    gettext_lazy("réglages"),
    gettext_lazy("clé secrète"),
    gettext_lazy("disque"),
    gettext_lazy("courriel"),
)


def settings_fit(now: datetime) -> Iterator[Finding]:
    """The settings are those of a site that others reach."""
    wrong = list(_unfit())
    yield from wrong
    if not wrong:
        yield well(
            SETTINGS, _("Le site est servi à l’adresse %(address)s.") % {"address": settings.PHARES_PUBLIC_ADDRESS}
        )


def _unfit() -> Iterator[Finding]:
    """Yield what in the settings is unsafe, or would send people to the wrong place."""
    public = settings.PHARES_PUBLIC_ADDRESS
    is_local = any(host in public for host in ("localhost", "127.0.0.1"))
    if settings.DEBUG:
        yield broken(SETTINGS, _("PHARES_DEBUG est allumé : les pages d’erreur montrent l’intérieur du site."))
    if is_local:
        yield watch(
            SETTINGS,
            _("Les liens des courriels mènent à %(address)s : réglez PHARES_PUBLIC_ADDRESS.") % {"address": public},
        )
    elif not public.startswith("https://") or not settings.HTTPS:
        yield broken(SETTINGS, _("Le site est ouvert sans HTTPS : réglez PHARES_HTTPS=yes et une adresse en https://."))
    if not is_local and not any(host.strip(".") in public for host in settings.ALLOWED_HOSTS if host):
        yield broken(
            SETTINGS,
            _("PHARES_HOSTS ne contient pas %(address)s : le site refusera ses propres liens.") % {"address": public},
        )


def secret_key_is_kept(now: datetime) -> Iterator[Finding]:
    """The secret key is long, and nobody else of the machine reads it."""
    path = settings.VAR / "secret-key"
    if os.environ.get("PHARES_SECRET_KEY"):
        if len(settings.SECRET_KEY) < SHORTEST_KEY:
            yield broken(SECRET, _("PHARES_SECRET_KEY est trop courte : 40 signes au moins, tirés au sort."))
        else:
            yield well(SECRET, _("Elle vient de PHARES_SECRET_KEY."))
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        yield broken(SECRET, _("D’autres comptes de la machine peuvent lire %(path)s : chmod 600.") % {"path": path})
    else:
        yield well(SECRET, _("Seul le compte de Phares peut la lire."))


def disk_has_room(now: datetime) -> Iterator[Finding]:
    """There is room to write, and the right to."""
    if not os.access(settings.VAR, os.W_OK):
        yield broken(DISK, _("Phares ne peut pas écrire dans %(path)s.") % {"path": settings.VAR})
        return
    free = shutil.disk_usage(settings.VAR).free
    said = {"free": f"{free // MEGABYTE:,}".replace(",", "\u202f"), "path": settings.VAR}
    sentence = _("Il reste %(free)s Mo dans %(path)s.") % said
    yield (
        broken(DISK, sentence)
        if free < TOO_LITTLE
        else watch(DISK, sentence)
        if free < LITTLE
        else well(DISK, sentence)
    )


def mail_goes_out(now: datetime) -> Iterator[Finding]:
    """Mails leave, from an address that can be answered; most people enter by a mail."""
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        sentence = _(
            "Aucun courriel ne part : ils sont écrits dans %(path)s. Réglez PHARES_MAIL_BACKEND et PHARES_MAIL_HOST."
        )
        yield watch(MAIL, sentence % {"path": settings.EMAIL_FILE_PATH})
        return
    said = {"server": f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"}
    try:
        connection = get_connection(timeout=PATIENCE)
        connection.open()
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        sentence = _("Le serveur de courriel %(server)s ne répond pas (%(error)s).")
        yield broken(MAIL, sentence % {**said, "error": error})
        return
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield watch(
            MAIL,
            _("Les courriels partent de %(mail)s : réglez PHARES_MAIL_FROM.") % {"mail": settings.DEFAULT_FROM_EMAIL},
        )
    yield well(MAIL, _("Le serveur %(server)s répond.") % said)
