"""How long each drug holds on to its receptors, and how many it still holds at one time."""

from dataclasses import dataclass

from mureceptor.views import stays
from mureceptor.views.staying.state import Staying


@dataclass(frozen=True, kw_only=True)
class Held:
    """What one drug holds `gone` minutes after it is gone from around the receptors.

    `half` is after how many minutes half has let go, in the study that is drawn first. `share` is
    the share of receptors [1] still held; `least` and `most` bound it over all studies.
    """

    drug: str
    half: float
    share: float
    least: float
    most: float


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What each drug still holds, `gone` minutes after it is gone."""

    gone: float
    held: tuple[Held, ...]


def numbers_of(state: Staying) -> Numbers:
    """Return what each drug still holds at the time of `state`."""
    return Numbers(gone=state.gone, held=tuple(_held(d, state.gone) for d in stays.DRUGS))


def _held(drug: str, gone: float) -> Held:
    half = stays.stay(drug)
    share, least, most = (_left(gone, each) for each in (half, *stays.stay_range(drug)))
    return Held(drug=drug, half=half, share=share, least=least, most=most)


def _left(gone: float, half: float) -> float:
    # Half of what is left goes, again and again: that ends at none only in a computer.
    return max(float(stays.left(gone, half)), 1e-9)
