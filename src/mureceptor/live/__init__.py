"""The live chart: the only way a figure reaches the page.

`chart.live_chart` mounts one Streamlit component; `routes.routes` serves what it fetches;
`payload.pack` makes the answer; `browser/` is what runs in the visitor's browser.
"""
