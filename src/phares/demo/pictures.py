"""A drawn picture that stands for a photo of the workshop: nobody is on it, so nobody has to be asked."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

SKY, GROUND, STEEL, BEAM = "#dbe6f2", "#c8bfa6", "#15294d", "#f4bb3a"
WHEELS = ((330, 560), (640, 560), (900, 560), (1180, 560))


def workshop_courtyard() -> SimpleUploadedFile:
    """Return a courtyard with two bicycles against a wall."""
    picture = Image.new("RGB", (1440, 900), SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 640, 1440, 900), fill=GROUND)
    for left in range(60, 1400, 220):
        draw.rectangle((left, 120, left + 140, 330), fill="#f7f4ea", outline=STEEL, width=6)
    for x, y in WHEELS:
        draw.ellipse((x - 120, y - 120, x + 120, y + 120), outline=STEEL, width=14)
    for (rear, y), (front, _y) in (WHEELS[:2], WHEELS[2:]):
        middle = (rear + front) // 2
        draw.line((rear, y, middle - 30, y - 190, front - 30, y - 190, middle, y, rear, y), fill=BEAM, width=16)
        draw.line((front, y, front - 50, y - 240), fill=BEAM, width=16)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=85)
    return SimpleUploadedFile("cour.jpg", written.getvalue(), content_type="image/jpeg")
