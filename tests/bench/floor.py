"""The floor that the app is measured against: the same kind of page from Streamlit's own widgets.

`streamlit run tests/bench/floor.py`
"""

import numpy as np
import plotly.graph_objects as go
import streamlit as st

st.title("Effect against amount")
grip = st.slider("Grip (log)", -3.0, 3.0, 0.0, 0.1, key="grip", bind="query-params")
amount = np.logspace(-3, 5, 200)
figure = go.Figure()
for push in (0.5, 3, 30):
    effect = 100 * push * amount / (10**grip + (1 + push) * amount)
    figure.add_scatter(x=amount, y=effect, name=f"push {push:g}")
figure.update_xaxes(type="log")
st.plotly_chart(figure, key="curves")
st.write(f"Half of the top at {10**grip:.3g}")
