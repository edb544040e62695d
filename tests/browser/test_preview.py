"""What draws the pictures of links draws as a browser does."""

import base64
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageFilter
from playwright.sync_api import Browser

from mureceptor.marks.forms import NARROW
from mureceptor.marks.look import LIGHT, css_variables
from mureceptor.marks.raster import png
from mureceptor.marks.svg import contents
from mureceptor.views import VIEWS
from server.workarounds import font_file

WIDE, SCALE = 358, 2
# Once blurred, of 255: what smooth edges and the placing of letters may differ by, and on what
# share of a figure. A label that is 2 px astray differs by 90.
LIKE, SHARE, WORST = 12, 0.01, 70


def whole(view: Any) -> str:
    """Return a figure as an SVG that stands by itself."""
    panel = view.draw(view.state(), view.fit(NARROW))["main"]
    form, (left, right) = panel.form, panel.margins
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{form.height}">'
        f'<svg x="{left}" y="{form.top}" width="{WIDE - left - right}" height="{form.plot}" '
        f'overflow="visible">{contents(panel)}</svg></svg>'
    )


def blurred(image: Image.Image) -> Any:
    return np.asarray(image.convert("RGB").filter(ImageFilter.GaussianBlur(3))).astype(int)


def test_each_figure_is_drawn_as_a_browser_draws_it(chromium: Browser) -> None:
    font = base64.b64encode(Path(font_file()).read_bytes()).decode()
    figures = {name: whole(view) for name, view in VIEWS.items()}
    page = chromium.new_page(viewport={"width": 400, "height": 800}, device_scale_factor=SCALE)
    page.set_content(
        "<style>@font-face { font-family: page; font-weight: 200 900; "
        f"src: url(data:font/woff2;base64,{font}); }} {css_variables()} "
        f"body {{ margin: 0; background: {LIGHT.bg}; font: 400 13px page; color-scheme: light; }} "
        "svg { display: block; }</style>" + "".join(figures.values())
    )
    page.evaluate("document.fonts.ready")
    shown = Image.open(BytesIO(page.screenshot(full_page=True)))  # one: each takes a while
    page.close()
    unlike = {}
    top = 0
    for name, svg in figures.items():
        drawn = Image.open(BytesIO(png(svg, SCALE, LIGHT, font_file())))
        wanted = shown.crop((0, top, drawn.width, top + drawn.height))
        top += drawn.height
        by = np.abs(blurred(drawn) - blurred(wanted)).max(axis=2)
        if by.max() > WORST or (by > LIKE).mean() > SHARE:
            unlike[name] = int(by.max()), float((by > LIKE).mean())
    assert unlike == {}
    assert shown.height == max(top, SCALE * 800)
