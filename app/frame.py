"""The page script: it runs for every visit and frames the chapter that the address names."""

from pathlib import Path

import streamlit as st

import skeleton
from chapters import CHAPTERS, TALK, TITLE

_FILES = Path(__file__).parent / "chapters"

st.set_page_config(layout="wide")
pages = {
    chapter.key: st.Page(
        _FILES / f"{chapter.key}.py",
        title=f"{chapter.name} \u00b7 {TITLE}",
        url_path=chapter.path,
        default=not chapter.path,
    )
    for chapter in CHAPTERS
}
st.session_state["pages"] = pages
talk = st.Page(
    Path(__file__).parent / "presenter" / "present.py",
    title=f"The talk \u00b7 {TITLE}",
    url_path=TALK,
)
page = st.navigation([*pages.values(), talk], position="hidden")
skeleton.top(next((c for c in CHAPTERS if c.path == page.url_path), None))
page.run()
