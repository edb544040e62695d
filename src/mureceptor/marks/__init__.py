"""What figures are made of, typed, and the two ways to draw them: Plotly's JSON and SVG.

numpy only: nothing here knows a view, a page, Plotly's library or Streamlit.
"""
