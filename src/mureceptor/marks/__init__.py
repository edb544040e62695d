"""What figures are made of, typed, and how they are drawn: as Plotly's JSON, as SVG, as pixels.

Nothing here knows a view, a page, Plotly's library or Streamlit.
"""
