"""Chapter 5, the ceiling: it belongs to the drug and the tissue, and people differ."""

import streamlit as st

import skeleton as s
from mureceptor.report.relief import relief
from mureceptor.views import VIEWS

chapter = s.here(__file__)
breathing, guess, reserve = VIEWS["breathing"], VIEWS["guess"], VIEWS["reserve"]

s.headline(chapter)
s.notice(breathing, guess, reserve)
s.figure(breathing)
s.section(
    "Where a ceiling comes from",
    "A drug that pushes only partly stops short even when it holds every receptor. That is the "
    "receptor\u2019s ceiling. How high it lies depends on the tissue too: where there are spare "
    "receptors, the same push goes further.",
    "There may be a second ceiling. In mice, the body turned mitragynine into the stronger 7-OH "
    "only so fast. Given ready-made, 7-OH showed no such limit in mice.",
)
s.figure(guess)
s.figure(reserve)
st.html(relief())
s.retelling(
    "The article calls kratom\u2019s hold on the receptor partial, and takes that as a reason why "
    "it is milder than other opioids. It does not mention breathing at all.",
)
s.known(chapter)
s.oversimplified(
    "A ceiling is an average over people, for one drug alone, in one tissue. It can lie high, and "
    "another drug can break through it. In the model the pathway with fewer spare receptors levels "
    "off lower but later. That alone does not explain why people given buprenorphine showed a "
    "ceiling for breathing but none for pain relief over the range tested.",
)
s.following(chapter)
