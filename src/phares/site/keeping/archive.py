"""The one file of a backup: tables in lines of JSON, the files people brought, a manifest with every hash; a ZIP."""

import contextlib
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal

MANIFEST = "manifest.json"
CHUNK = 1 << 20
LONGEST_LINE = 64 << 20


class FileExists(Refusal):
    """The file to write is there already."""

    sentence = _("Ce fichier existe déjà : choisissez un autre nom.")


class CannotWrite(Refusal):
    """The folder is not there, or may not be written in, or the disk is full."""

    sentence = _("Impossible d’écrire ce fichier : vérifiez le dossier, ses droits et la place qui reste.")


class NotAnArchive(Refusal):
    """The file is not one of ours, or it was cut."""

    sentence = _("Ce fichier n’est pas une sauvegarde de Phares, ou il a été coupé en chemin.")


class ArchiveAltered(Refusal):
    """What the file holds is not what was written in it."""

    sentence = _("Ce fichier a été altéré : ce qu’il contient n’est plus ce qui y avait été écrit.")


class Writer:
    """Writes parts into an archive, and remembers the hash of each."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._zip = archive
        self.parts: dict[str, dict[str, Any]] = {}

    def write_lines(self, name: str, lines: Iterable[str]) -> int:
        """Write lines of text; return how many."""
        count = 0
        with self._part(name, zipfile.ZIP_DEFLATED) as write:
            for line in lines:
                write(line.encode() + b"\n")
                count += 1
        return count

    def write_file(self, name: str, content: IO[bytes]) -> None:
        """Write a file as it is."""
        with self._part(name, zipfile.ZIP_STORED) as write:
            while chunk := content.read(CHUNK):
                write(chunk)

    @contextlib.contextmanager
    def _part(self, name: str, method: int) -> Iterator[Any]:
        """Open one part, and note its size and hash when it is whole."""
        digest, size = hashlib.sha256(), 0
        entry = zipfile.ZipInfo(name)
        entry.compress_type = method
        entry.external_attr = 0o600 << 16
        with self._zip.open(entry, "w", force_zip64=True) as part:

            def write(piece: bytes) -> None:
                nonlocal size
                part.write(piece)
                digest.update(piece)
                size += len(piece)

            yield write
        self.parts[name] = {"sha256": digest.hexdigest(), "size": size}

    def close(self, manifest: dict[str, Any]) -> None:
        """Write the manifest, last."""
        text = json.dumps({**manifest, "parts": self.parts}, ensure_ascii=False, indent=1, sort_keys=True)
        self._zip.writestr(MANIFEST, text, zipfile.ZIP_DEFLATED)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write an archive that bears its name only once it is whole; readable by its owner alone."""
    if path.exists():
        raise FileExists
    partial = path.with_name(f".{path.name}.partial")
    try:
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                yield Writer(archive)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    except OSError as error:
        raise CannotWrite from error
    finally:
        partial.unlink(missing_ok=True)


class Reader:
    """Reads an archive whose every part was checked against its hash."""

    def __init__(self, archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
        self._zip = archive
        self.manifest = manifest

    def lines(self, name: str) -> Iterator[str]:
        """Yield the lines of a part."""
        with self._zip.open(name) as part:
            while line := part.readline(LONGEST_LINE):
                yield line.decode().rstrip("\n")

    def open(self, name: str) -> IO[bytes]:
        """Open a part as it is."""
        return self._zip.open(name)

    def check(self) -> None:
        """Read everything once; raise where a part is missing, is too much, or differs from its hash."""
        if set(self._zip.namelist()) != {MANIFEST, *self.manifest["parts"]}:
            raise ArchiveAltered
        for name, told in self.manifest["parts"].items():
            if _digest(self._zip, name) != (told["sha256"], told["size"]):
                raise ArchiveAltered


def _digest(archive: zipfile.ZipFile, name: str) -> tuple[str, int]:
    """Return the hash and the size of a part, as it is now."""
    digest, size = hashlib.sha256(), 0
    with archive.open(name) as part:
        while chunk := part.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


BROKEN = (OSError, EOFError, KeyError, ValueError, TypeError, NotImplementedError, zipfile.BadZipFile, zlib.error)


@contextlib.contextmanager
def reading(path: Path, kind: str) -> Iterator[Reader]:
    """Open an archive of this kind and check all of it; a file that is not one is refused before anything is done."""
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise NotAnArchive from error
    with archive:
        yield _checked(archive, kind)


def _checked(archive: zipfile.ZipFile, kind: str) -> Reader:
    """Return the reader of an archive of this kind that is whole."""
    try:
        manifest = json.loads(archive.read(MANIFEST))
        if manifest["kind"] != kind:
            raise NotAnArchive
        reader = Reader(archive, manifest)
        reader.check()
    except BROKEN as error:
        raise NotAnArchive from error
    return reader


def safe_name(name: str) -> str:
    """Return the name of a kept file; one that would lead out of its folder is an alteration."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\\" in name:
        raise ArchiveAltered
    return name
