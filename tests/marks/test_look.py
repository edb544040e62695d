"""The colours: one record a theme, seen by every eye, the same wherever a theme is named."""

import itertools
import math
import re
import tomllib
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mureceptor.marks.look import DARK, KINDS, LIGHT, Theme, css_variables

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
THEMES = {"light": LIGHT, "dark": DARK}
each_theme = pytest.mark.parametrize("name", THEMES)
Vector = NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, doi 10.1109/TVCG.2009.113: full strength, on linear RGB.
EYES = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def linear(colour: str) -> Vector:
    """Return the linear RGB of `#RRGGBB` (IEC 61966-2-1)."""
    assert re.fullmatch(r"#[0-9A-F]{6}", colour)
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(a: str, b: str) -> float:
    """Return the contrast of WCAG 2."""
    low, high = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (a, b))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Vector) -> Vector:
    """Return CIE L*a*b* of linear RGB under D65."""
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    x, y, z = (
        t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29
        for t in to_xyz @ rgb / [0.95047, 1, 1.08883]
    )
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def ciede2000(first: Vector, second: Vector) -> float:
    """Return the colour distance of CIE 142-2001, after Sharma, Wu and Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    seventh = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - math.sqrt(seventh / (seventh + 25**7)))
    c1, c2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    h1, h2 = (
        math.degrees(math.atan2(b, stretch * a)) % 360 if a or b else 0.0
        for a, b in ((a1, b1), (a2, b2))
    )
    apart = h2 - h1
    turn = 0.0 if c1 * c2 == 0 else (apart + 180) % 360 - 180 if abs(apart) != 180 else apart
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(hm - 30))
        + 0.24 * math.cos(math.radians(2 * hm))
        + 0.32 * math.cos(math.radians(3 * hm + 6))
        - 0.20 * math.cos(math.radians(4 * hm - 63))
    )
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rc = 2 * math.sqrt(cm**7 / (cm**7 + 25**7))
    rt = -math.sin(math.radians(60 * math.exp(-(((hm - 275) / 25) ** 2)))) * rc
    light, chroma, hue = (l2 - l1) / sl, (c2 - c1) / sc, hue / sh
    return math.sqrt(light**2 + chroma**2 + hue**2 + rt * chroma * hue)


def seen(colour: str, eye: str) -> Vector:
    return lab(np.clip(EYES[eye] @ linear(colour), 0, 1))


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [  # Sharma, Wu and Dalal 2005, table 1: pairs 1, 7, 13, 17, 24, 31, 34
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 3.2592, 0.3350), 1.0000),
        ((36.4612, 47.8580, 18.3852), (36.2715, 50.5065, 21.2231), 1.4146),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_the_published_one(
    first: tuple[float, ...], second: tuple[float, ...], distance: float
) -> None:
    assert ciede2000(np.array(first), np.array(second)) == pytest.approx(distance, abs=2e-4)


def test_the_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


# Least distance between two accents, as the design found it by its own calculation.
@pytest.mark.parametrize(
    ("name", "eye", "least"),
    [
        ("light", "normal", 28.5),
        ("light", "protan", 21.5),
        ("light", "deutan", 21.5),
        ("light", "tritan", 23.9),
        ("dark", "normal", 26.2),
        ("dark", "protan", 21.6),
        ("dark", "deutan", 24.9),
        ("dark", "tritan", 23.2),
    ],
)
def test_every_eye_tells_the_accents_apart(name: str, eye: str, least: float) -> None:
    colours = [seen(asdict(THEMES[name])[kind], eye) for kind in KINDS]
    found = min(ciede2000(a, b) for a, b in itertools.combinations(colours, 2))
    assert found >= 20
    assert found == pytest.approx(least, abs=0.5)


# Contrast on background and on surface, as the design lists it.
DESIGN = {
    "light": {
        "text": (15.3, 14.1),
        "muted": (6.1, 5.6),
        "line": (3.5, 3.2),
        "partial": (5.0, 4.6),
        "full": (5.2, 4.7),
        "antagonist": (8.6, 7.9),
        "mixture": (13.1, 12.1),
        "caution": (8.9, 8.2),
    },
    "dark": {
        "text": (15.3, 13.3),
        "muted": (8.3, 7.2),
        "line": (4.5, 4.0),
        "partial": (7.5, 6.6),
        "full": (5.7, 5.0),
        "antagonist": (5.4, 4.7),
        "mixture": (13.2, 11.5),
        "caution": (10.8, 9.4),
    },
}


@each_theme
@pytest.mark.parametrize("role", DESIGN["light"])
def test_every_colour_stands_out_from_its_ground(name: str, role: str) -> None:
    theme = THEMES[name]
    colour = asdict(theme)[role]
    found = contrast(colour, theme.bg), contrast(colour, theme.surface)
    assert min(found) >= (3 if role == "line" else 4.5)
    assert found == pytest.approx(DESIGN[name][role], abs=0.06)


@each_theme
def test_the_words_in_a_tag_can_be_read(name: str) -> None:
    theme = THEMES[name]
    for words, ground in (
        (theme.bg, theme.text),
        (theme.bg, theme.muted),
        (theme.text, theme.grid),
    ):
        assert contrast(words, ground) >= 4.5


@each_theme
def test_no_accent_is_green(name: str) -> None:
    for kind in KINDS:
        _, a, b = lab(linear(asdict(THEMES[name])[kind]))
        hue = math.degrees(math.atan2(b, a)) % 360
        assert math.hypot(a, b) < 15 or not 100 <= hue <= 200


@each_theme
def test_streamlit_is_given_the_same_colours(name: str) -> None:
    theme = THEMES[name]
    same = {
        "backgroundColor": theme.bg,
        "secondaryBackgroundColor": theme.surface,
        "textColor": theme.text,
        "linkColor": theme.text,
        "codeTextColor": theme.text,
        "borderColor": theme.line,
        "dataframeBorderColor": theme.grid,
        "grayTextColor": theme.muted,
        "greenColor": theme.muted,
        "greenTextColor": theme.muted,
        "greenBackgroundColor": theme.surface,
        "redTextColor": theme.caution,
    }
    assert {key: value for key, value in CONFIG[name].items() if key != "primaryColor"} == same


def test_what_streamlit_fills_carries_its_white_words() -> None:
    assert CONFIG["light"]["primaryColor"] == LIGHT.text
    assert contrast(CONFIG["dark"]["primaryColor"], "#FFFFFF") >= 4.5
    assert contrast(CONFIG["dark"]["primaryColor"], DARK.bg) >= 3


def test_each_kind_has_a_dash_and_a_marker_of_its_own() -> None:
    assert len({kind.dash for kind in KINDS.values()}) == len(KINDS)
    assert len({kind.symbol for kind in KINDS.values()}) == len(KINDS)
    assert KINDS["partial"].dashes(6) == (20, 10)
    assert KINDS["full"].dashes(3) == ()


def test_the_page_is_given_both_themes() -> None:
    for field in fields(Theme):
        light, dark = asdict(LIGHT)[field.name], asdict(DARK)[field.name]
        assert f"--{field.name}: light-dark({light}, {dark});" in css_variables()


def test_the_browser_knows_the_same_tokens() -> None:
    drawing = (ROOT / "src/mureceptor/live/browser/plot.js").read_text("utf-8")
    (names,) = re.findall(r"const TOKEN = /@\(([a-z|]+)\)", drawing)
    assert set(names.split("|")) == {field.name for field in fields(Theme)}


def test_colours_are_named_in_one_place() -> None:
    sheets = [*(ROOT / "src").rglob("*.css"), *(ROOT / "app").rglob("*.css")]
    assert sheets
    for sheet in sheets:
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?![^;{]*\{)|\b(rgba?|hsla?)\(", rules), (
            sheet.name
        )
