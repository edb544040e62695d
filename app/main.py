"""`streamlit run app/main.py` starts the explainer: the server is here, the page in `frame.py`."""

import streamlit as st

from server.start import lifespan, middleware, on_script_error, routes

app = st.App(
    "frame.py",
    lifespan=lifespan,
    middleware=middleware(),
    routes=routes(),
    on_script_error=on_script_error,
)
