"""The page script: it runs for every visit and shows the chapter that the address names."""

from functools import partial
from pathlib import Path

import streamlit as st

from contents import CHAPTERS, TALK, TITLE
from page.live import show, top

st.set_page_config(layout="wide")
pages: dict[str, st.Page] = {}
for chapter in CHAPTERS:
    pages[chapter.key] = st.Page(
        partial(show, chapter, pages),
        title=f"{chapter.name} \u00b7 {TITLE}",
        url_path=chapter.path,
        default=not chapter.path,
    )
talk = st.Page(
    Path(__file__).parent / "presenter" / "present.py",
    title=f"The talk \u00b7 {TITLE}",
    url_path=TALK,
)
page = st.navigation([*pages.values(), talk], position="hidden")
top(next((c for c in CHAPTERS if c.path == page.url_path), None), pages)
page.run()
