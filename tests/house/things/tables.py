"""A table that the coordinator has brought and one that is written, for the addresses of imports."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from house.scene import Scene
from phares.demo.cast import Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.forms import RowReader


def add(scene: Scene, cast: Cast) -> None:
    """Bring and try one table, write another."""
    at, lena = timezone.now(), cast.actor("lena")
    for thing, name in (("table", "Voile"), ("written", "Rame")):
        table = directory.bring_table(
            pole=cast.pole, subject="structures", name="t.csv", content=f"Structure\n{name}\n".encode(), by=lena, at=at
        )
        directory.try_lines(table=table, pole=cast.pole, rows=RowReader(table), by=lena, at=at)
        scene.things[thing] = [table.pk]
    directory.write_table(table=table, pole=cast.pole, rows=RowReader(table), only_good=False, by=lena, at=at)
    file = SimpleUploadedFile("encore.csv", b"Structure\nQuille\n")
    scene.entries["directory:bring_table"] = {"subject": "structures", "table": file}
