"""Bringing a table as the coordinator does, by the page."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from phares.rooms.commons.models import TableImport


def bring(
    client: Client, content: bytes | str, subject: str = "structures", name: str = "annuaire.xlsx"
) -> TableImport:
    """Bring a table as the coordinator does, and return what was kept of it."""
    data = content.encode() if isinstance(content, str) else content
    answer = client.post("/fanal/importer/", {"subject": subject, "table": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.context["form"].errors
    return TableImport.objects.latest("pk")


def write(client: Client, table: TableImport, **entry: str) -> TableImport:
    """Have a table written, and return it as it then is."""
    client.post(f"/fanal/importer/{table.pk}/ecrire/", entry)
    table.refresh_from_db()
    return table
