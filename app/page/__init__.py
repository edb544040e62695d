"""How a chapter's parts become a page: live by Streamlit, or as plain HTML."""
