"""Chapter 9, build your own: every knob of the model, and one view pinned against another."""

import skeleton as s
from mureceptor.views import VIEWS

chapter = s.here(__file__)
view = VIEWS["sandbox"]

s.headline(chapter)
s.notice(view)
s.figure(view)
s.section(
    "What the knobs are",
    "Grip is how tightly a drug holds on. Push is how strongly a taken receptor is switched on. "
    "Spare receptors are what the tissue makes of a push. Signalling left is what tolerance has "
    "not used up. Steepness is how abruptly the tissue answers.",
    "Everything you set stands in the address of this page, the pinned view too. Copy the address "
    "to share what you see.",
)
s.following(chapter)
