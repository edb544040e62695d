"""Chapter 9, build your own: every knob of the model, and one view pinned against another."""

import streamlit as st

import skeleton as s
from mureceptor.live.chart import live_chart
from mureceptor.states import Sandbox
from mureceptor.views import VIEWS

chapter = s.here(__file__)
view = VIEWS["sandbox"]


def _set(**texts: str) -> None:
    st.query_params.update({f"sandbox.{field}": text for field, text in texts.items()})


def _pin(state: Sandbox) -> None:
    _set(pin=state.packed())


def _start_again() -> None:
    _set(**Sandbox().texts())


@st.fragment
def bench() -> None:
    """The figure, and what keeps or clears a view of it."""
    live_chart(view, reports=True)
    state = Sandbox(**vars(view.read(st.query_params)[0]))
    with st.container(horizontal=True):
        st.button("Pin this view as A", on_click=_pin, args=(state,))
        if state.pin:
            st.button("Take the pin off", on_click=_set, kwargs={"pin": ""})
        st.button("Start again", on_click=_start_again)


s.headline(
    "Build your own drug, and see what each knob does.",
    "Set grip, push and amount, add a second drug or a third, and pin a view to compare.",
)
s.notice(view, whole=True)
bench()
s.section(
    "What the knobs are",
    "Grip is how tightly a drug holds on. Push is how strongly a taken receptor is switched on. "
    "Spare receptors are what the tissue makes of a push. Signalling left is what tolerance has "
    "not used up. Steepness is how abruptly the tissue answers.",
    "Everything you set stands in the address of this page, the pinned view too. Copy the address "
    "to share what you see.",
)
s.following(chapter)
