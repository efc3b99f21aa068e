"""Photos as people bring them, for the tests."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(size: tuple[int, int] = (64, 48), kind: str = "JPEG", **written: Any) -> SimpleUploadedFile:
    """Return a small photo; `written` is what its format keeps besides the points."""
    content = io.BytesIO()
    Image.new("RGB", size, "teal").save(content, kind, **written)
    return SimpleUploadedFile(f"photo.{kind.lower()}", content.getvalue(), f"image/{kind.lower()}")
