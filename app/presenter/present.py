"""The talk's page: /present for the room, ?view=speaker beside it, ?view=list to rehearse."""

import streamlit as st

from mureceptor.live.stage import stage
from presenter.talk import names, scenes

stage(scenes(), names(), st.query_params)
