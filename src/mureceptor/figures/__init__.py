"""State -> Plotly figure, pure: each module draws one view as Plotly's own JSON, in plain dicts.

Arrays stay numpy. Colours are tokens such as "@partial" (`look.py`), so one figure serves both
themes. Nothing here computes pharmacology: that is `model/`.
"""
