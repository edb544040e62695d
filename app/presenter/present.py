"""The talk's page: /present for the room, ?view=speaker beside it, ?view=list to rehearse."""

import streamlit as st

from contents import CHAPTERS
from mureceptor.live.stage import stage
from presenter.talk import scenes

stage(scenes(), {f"/{chapter.path}": chapter.name for chapter in CHAPTERS}, st.query_params)
