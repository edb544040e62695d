"""Chapter 2, the receptor: one receptor carries pain relief, reward and breathing."""

import streamlit as st

import skeleton as s
from body import body
from mureceptor.report.mood import mood
from mureceptor.views import VIEWS

chapter = s.here(__file__)
view, reward = VIEWS["receptor"], VIEWS["reward"]

s.headline(chapter)
s.notice(view, reward)
s.figure(view)
body()
s.section(
    "Reward and mood",
    "Some nerve cells deep in the brain give off dopamine, a signal that makes what just happened "
    "worth doing again. We call them reward cells. Other cells nearby hold them back, like a "
    "brake. In slices of rat brain, opioids did not touch the reward cells. They quieted the "
    "brake, through mu receptors.",
)
s.figure(reward)
st.html(mood())
s.section(
    "Why it fills up more and more slowly",
    "A receptor is a protein on a nerve cell, a docking place for signals. Drugs let go of it all "
    "the time and take hold again. While most receptors are free, twice the amount takes nearly "
    "twice as many. Once most are taken, few are left to take. How tightly a drug holds on is "
    "called its grip. The amount that takes half of the receptors measures it.",
)
s.retelling(
    "The article tells of mu receptors in the brain and spinal cord. It gives them a large part "
    "in pain, reward and addiction, and says that switching them on eases pain and lifts mood.",
)
s.known(chapter)
s.oversimplified(
    "The list stops too early. The same receptor slows breathing, which is the main way opioids "
    "kill. It also sits on nerves of the gut, where it causes constipation. These effects come "
    "as one package. How much of each a person feels depends on more than the receptor.",
)
s.following(chapter)
