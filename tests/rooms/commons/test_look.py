"""The look: icons drawn, style sheets joined, colours named once and strong enough in every mode."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from phares.rooms.commons import gallery
from phares.rooms.commons.templatetags import ui
from phares.site.static import OneStyleSheet

ROOMS = Path(ui.__file__).parents[2]


def test_every_icon_named_in_a_template_is_drawn() -> None:
    sprite = Path(finders.find("commons/icons.svg")).read_text()
    drawn = set(re.findall(r'symbol id="([a-z]+)"', sprite))
    named = {
        name
        for path in ROOMS.glob("**/templates/**/*.html")
        for name in re.findall(r'{% icon "([a-z]+)"', path.read_text())
    }
    assert named | set(ui.CHIP_ICONS.values()) | set(ui.NOTICE_ICONS.values()) <= drawn
    assert set(gallery.ICONS) == drawn
    assert all(bounds == "0 0 24 24" for bounds in re.findall(r'viewBox="([^"]+)"', sprite))


def test_every_style_sheet_is_imported_and_all_are_sent_as_one(tmp_path: Path) -> None:
    found = {path: (storage, path) for finder in finders.get_finders() for path, storage in finder.list([])}
    ours = {path: where for path, where in found.items() if path.startswith("commons/css/")}
    sheets = OneStyleSheet(location=tmp_path, base_url="/static/")
    for storage, path in ours.values():
        with storage.open(path) as file:
            sheets.save(path, file)
    written = [hashed for name, hashed, done in sheets.post_process(dict(ours)) if name == "commons/css/phares.css"]
    text = (tmp_path / written[0]).read_text()
    assert "@import" not in text
    for storage, path in ours.values():
        if not path.endswith("phares.css"):
            assert Path(storage.path(path)).read_text() in text, path


def test_no_component_names_a_colour_of_its_own() -> None:
    folder = Path(finders.find("commons/css/tokens.css")).parent
    for path in folder.glob("*.css"):
        if path.stem != "tokens":
            assert not re.search(r":[^;]*(#[0-9a-f]{3,8}\b|rgba?\()", path.read_text()), path.name


def _luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_ON = {
    "ink": "paper card sunk night-soft kept-soft late-soft beam-soft tint-1 tint-2 tint-3 tint-4",
    "muted": "paper card sunk night-soft",
    "link": "paper card sunk night-soft",
    "night": "paper card night-soft tint-1 tint-2 tint-3 tint-4",
    "kept": "paper card kept-soft",
    "late": "paper card late-soft",
    "on-night": "night",
    "on-beam": "beam beam-pressed",
}


@pytest.mark.parametrize("mode", [0, 1, 2], ids=["light", "dark", "paper"])
def test_text_and_edges_stand_out_in_every_mode(mode: int) -> None:
    blocks = Path(finders.find("commons/css/tokens.css")).read_text().split(":root {")[1:]
    colours: dict[str, str] = {}
    for block in [blocks[0]] if mode == 0 else [blocks[0], blocks[mode]]:
        colours |= dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))
    weak = [
        (text, ground)
        for text, grounds in TEXT_ON.items()
        if not (mode == 2 and text == "on-beam")  # paper has no button
        for ground in grounds.split()
        if _contrast(colours[text], colours[ground]) < 4.5
    ]
    assert not weak
    assert all(_contrast(colours["edge"], colours[ground]) >= 3 for ground in ("paper", "card", "sunk"))
