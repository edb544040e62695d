"""Where mu receptors sit: a list for everybody, and a drawing that a browser can read."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import unquote

import pytest
from tests.app.opened import named, opened


@pytest.fixture(scope="module")
def figure() -> str:
    page = opened(named("receptor"))
    shown = [element.proto.body for element in page.get("html")]
    (found,) = [body for body in shown if 'class="body"' in body]
    return str(found)


def test_the_list_says_where_and_what(figure: str) -> None:
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?) <span class=\"tag tag-(\w+)\">", figure)
    assert [place for place, _, _ in pairs] == ["Brain", "Brainstem", "Spinal cord", "Gut"]
    carried = " ".join(words for _, words, _ in pairs).lower()
    for effect in ("pain relief", "reward", "breathing", "constipation", "dependence"):
        assert effect in carried
    assert {tag for _, _, tag in pairs} == {"people", "animals"}


def test_the_list_stands_in_a_figure_with_a_name_and_a_caption(figure: str) -> None:
    name = re.search(r'aria-labelledby="(\w+)"', figure)
    assert name
    assert f'id="{name[1]}">One mu receptor: pain relief, reward, slower breathing<' in figure
    assert "these effects come as one package" in figure
    assert "not to scale" in figure


def test_the_drawing_is_an_image_for_the_eye_alone(figure: str) -> None:
    drawing = re.search(r'aria-hidden="true" style="(.*?)"', figure)
    assert drawing
    address = re.search(r"url\('data:image/svg\+xml,(.*?)'\)", unescape(drawing[1]))
    assert address
    svg = ET.fromstring(unquote(address[1]))  # noqa: S314 - our own text
    assert svg.tag.endswith("svg")
    seats = svg.findall(".//{http://www.w3.org/2000/svg}circle")
    assert len(seats) >= 4
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    for seat in seats:
        assert left < float(seat.attrib["cx"]) < left + width
        assert top < float(seat.attrib["cy"]) < top + height
