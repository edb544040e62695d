"""How it looks: one record a theme, read by the page's style, the charts and the tests."""

from dataclasses import asdict, dataclass
from typing import Final, Literal

Token = Literal[
    "bg",
    "surface",
    "text",
    "muted",
    "line",
    "grid",
    "partial",
    "full",
    "antagonist",
    "mixture",
    "caution",
]
Symbol = Literal[
    "circle", "diamond", "square", "triangle-up", "circle-open", "circle-open-dot"
]  # Plotly's names
TOKENS: Final = "@"  # "@partial" in a figure stands for the theme's colour of that name


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as `#RRGGBB`.

    Hues belong to drugs: `partial`, `full`, `antagonist` and `mixture` colour lines and the words
    that mean them. `caution` is for words and their rule, never for a line.
    """

    bg: str
    surface: str
    text: str
    muted: str
    line: str
    grid: str
    partial: str
    full: str
    antagonist: str
    mixture: str
    caution: str


LIGHT: Final = Theme(
    bg="#F9FBFB",
    surface="#EDF2F4",
    text="#15242C",
    muted="#52626B",
    line="#7A8991",
    grid="#DCE4E8",
    partial="#AA5701",
    full="#1666D8",
    antagonist="#4A4A42",
    mixture="#580153",
    caution="#940310",
)
DARK: Final = Theme(
    bg="#10171D",
    surface="#1A242C",
    text="#E6EDF0",
    muted="#A3B2BB",
    line="#71828D",
    grid="#28333B",
    partial="#F09112",
    full="#6F8AF3",
    antagonist="#928C7E",
    mixture="#F5D0FE",
    caution="#FFB7A8",
)


@dataclass(frozen=True)
class Kind:
    """How one kind of ligand is drawn, so that colour is never the only sign.

    `dash` holds pixel lengths for a line 3 px wide and scales with the width; empty is solid.
    `symbol` is Plotly's marker name.
    """

    name: Token
    dash: tuple[int, ...]
    symbol: Symbol

    def dashes(self, width: float) -> tuple[float, ...]:
        """Return the dash of a line `width` [px] wide, in px."""
        return tuple(part * width / 3 for part in self.dash)


PARTIAL: Final = Kind("partial", (10, 5), "diamond")
FULL: Final = Kind("full", (), "circle")
ANTAGONIST: Final = Kind("antagonist", (2, 4), "square")
MIXTURE: Final = Kind("mixture", (16, 4, 3, 4), "triangle-up")
ANY: Final = Kind("text", (), "circle")  # a drug of whatever push: ink, no hue
KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in (PARTIAL, FULL, ANTAGONIST, MIXTURE)}


def css_variables() -> str:
    """Both themes as CSS variables; `light-dark()` follows Streamlit's `color-scheme`.

    Browsers before 2024 do not know it: there the system's theme decides, as it does at Streamlit.
    """
    light, dark = asdict(LIGHT), asdict(DARK)

    def rule(values: dict[str, str]) -> str:
        return ":root, .stApp { " + " ".join(f"--{n}: {v};" for n, v in values.items()) + " }"

    both = rule({name: f"light-dark({light[name]}, {dark[name]})" for name in light})
    return (
        f"{both}\n@supports not (color: light-dark(red, red)) {{ {rule(light)} "
        f"@media (prefers-color-scheme: dark) {{ {rule(dark)} }} }}\n"
    )
