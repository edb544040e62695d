"""What comes in and what goes out, around Streamlit.

`start` is what `main.py` hands to Streamlit; `pages` answers for an address; `links` understands
a mangled one; `headers` says what a browser may do; `workarounds` lists all that is done only
because Streamlit does it otherwise.
"""
