"""One line of KaTeX as text that reads without a script, as `a / (b + c)`."""

import re
from dataclasses import dataclass
from typing import Final, Literal

_SIGNS: Final = {
    "rho": "ρ",
    "tau": "τ",
    "epsilon": "ε",
    "alpha": "α",
    "sum": "sum",
    "max": "max",
    "ln": "ln",
    "le": "≤",
    ",": " ",
    **dict.fromkeys(("left", "right", "Bigl", "Bigr"), ""),  # sizes of brackets
}
_GROUP: Final = r"\{((?:[^{}])*)\}"  # one that holds no other
# Where a small part starts and ends, while its line is being written.
_BELOW, _ABOVE, _END = "\x01", "\x02", "\x03"


@dataclass(frozen=True)
class Small:
    """A part that is set small, below the line or above it."""

    place: Literal["below", "above"]
    pieces: tuple["str | Small", ...]


def readable(line: str) -> tuple[str | Small, ...]:
    """Return one line of KaTeX as text and small parts.

    Raises
    ------
    KeyError
        If the line has a command that is not known here.
    """
    text = re.sub(r"([_^])([\w*])", r"\1{\2}", line)
    while re.search(_GROUP, text):  # from the inside out
        text = re.sub(r"_" + _GROUP, rf"{_BELOW}\1{_END}", text)
        text = re.sub(r"\^" + _GROUP, rf"{_ABOVE}\1{_END}", text)
        text = re.sub(r"(\\ln )?\\frac" + 2 * _GROUP, _divided, text)
    text = re.sub(r"\\([A-Za-z]+|,)", lambda found: _SIGNS[found[1]], text)
    text = text.replace("-", "\u2212").rstrip(",")
    return _parted(re.sub(r"(?<=\() | (?=\))", "", re.sub(" +", " ", text).strip()))


def _divided(fraction: re.Match[str]) -> str:
    """Write a fraction in one line, with brackets where it would read otherwise."""
    logarithm, above, below = fraction.groups()
    bare_above, bare_below = (re.sub(f"[{_BELOW}-{_END}]", "", part) for part in (above, below))
    above = f"({above})" if re.search(r" [+-]|/", bare_above) else above
    below = f"({below})" if re.search(r"[ /]", bare_below) else below
    return f"\\ln ({above} / {below})" if logarithm else f"{above} / {below}"


def _parted(text: str) -> tuple[str | Small, ...]:
    """Part a written line at its marks."""
    open_parts: list[list[str | Small]] = [[]]
    places: list[Literal["below", "above"]] = []
    for piece in re.split(f"([{_BELOW}-{_END}])", text):
        if piece in (_BELOW, _ABOVE):
            open_parts.append([])
            places.append("below" if piece == _BELOW else "above")
        elif piece == _END:
            small = Small(places.pop(), tuple(open_parts.pop()))
            open_parts[-1].append(small)
        elif piece:
            open_parts[-1].append(piece)
    return tuple(open_parts[0])
