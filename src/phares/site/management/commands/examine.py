"""Says what is wrong with the installation, one line for each thing looked at."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from phares.site.keeping.doctor import examine, exit_code


class Command(BaseCommand):
    """Prints the findings as they come, and ends with their code."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        findings = []
        for finding in examine(timezone.now()):
            findings.append(finding)
            self.stdout.write(f"{finding.state.value!s:<8} {finding.subject!s:<24} {finding.sentence}")
            self.stdout.flush()
        if code := exit_code(findings):
            raise SystemExit(code)
