"""How the site logs: one JSON object a line on a real installation, plain lines for the demo and at hand."""

from typing import Any

import structlog

# What every line carries, whoever wrote it: Django, granian, django-tasks or ourselves.
_SHARED = (
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


class JsonLines(structlog.stdlib.ProcessorFormatter):
    """Writes each record as one JSON object."""

    def __init__(self) -> None:
        super().__init__(
            foreign_pre_chain=_SHARED,
            processors=(
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(sort_keys=True, default=str),
            ),
        )


def configuration(*, json: bool) -> dict[str, Any]:
    """Return the dictionary that `logging.config.dictConfig` reads."""
    lines = {"()": "phares.site.logs.JsonLines"} if json else {"format": "%(levelname)s %(name)s: %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": lines},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "INFO" if json else "WARNING"},
        "loggers": {
            # Django gives these handlers of its own; ours alone is wanted.
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            # A page not found or a form refused is no fault of the site.
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }
