"""Chapter 4, partial and full: laboratories disagree how partial."""

import streamlit as st

import skeleton as s
from mureceptor.report import leaf
from mureceptor.views import VIEWS

chapter = s.here(__file__)
mitragynine, agonists = VIEWS["mitragynine"], VIEWS["agonists"]

s.headline(chapter)
s.notice(mitragynine, agonists)
s.figure(mitragynine)
s.section(
    "What a laboratory reads",
    "Cells with mu receptors sit in a dish. A drug is added and the cells’ reply is read: that is "
    "the signal. GTP-gamma-S binding reads the first switch behind the receptor. A fall in cAMP "
    "reads a messenger further on. Others read a current through the cell’s wall.",
    "Each test sets its own 100 %, its full mark. So heights of two laboratories cannot be "
    "compared. A test with many spare receptors can show a weak push that one with few does not. "
    "Whether that is why the two disagree on mitragynine is not settled.",
    "The amount is counted for each drug on its own scale: 1 gives half of that drug’s own top. It "
    "does not tell how much of one drug equals another.",
)
s.figure(agonists)
st.html(leaf.shares())
st.html(leaf.grid())
st.html(leaf.road())
s.retelling(
    "The article says that kratom switches the mu receptor on only in part, with a milder result "
    "than other opioids. It gives no number and names no test.",
)
s.known(chapter)
s.oversimplified(
    "“Partial” is not a fixed mark on a drug. It comes from a drug and a test together. "
    "The article speaks of kratom as one thing, yet its compounds differ, and of three "
    "laboratories that tried mitragynine one saw no push at all. Its rats still took it for "
    "morphine most of the time. And one paper made 7-OH look weak in one test "
    "and nearly full in the next.",
    "A low top also says nothing about how little of a drug is needed, or whether it is safe.",
)
s.following(chapter)
