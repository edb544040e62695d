"""Chapter 1, the short version: partial means a lower top, not a safe top."""

import skeleton as s
from mureceptor.views import VIEWS

chapter = s.here(__file__)
view = VIEWS["short"]

s.headline(chapter)
s.stopped()
s.notice(view)
s.figure(view)
s.section(
    "Full and partial",
    "An agonist is a drug that takes a receptor and turns it on. A full one comes close to the "
    "largest effect there can be. A partial one stops short of that, even with every receptor "
    "taken. How far up a drug can go is its top.",
)
s.retelling(
    "The article introduces the mu receptor, a docking place on nerve cells that opioids use. "
    "It says that compounds in kratom dock there too, but switch the receptor on only partly, "
    "and that this makes kratom milder than classic opioids.",
)
s.known(chapter)
s.oversimplified(
    "A drug that pushes only partly has a lower top. That says nothing about how little of it is "
    "needed, how tightly it holds on, or whether its top is low enough to be safe.",
)
s.following(chapter)
