"""What figures are made of: curves, dots, bands, labels and axes, as Plotly's own JSON.

Arrays stay numpy. Colours are tokens such as "@partial" (`look.py`), so one figure serves both
themes. Nothing here computes pharmacology: that is `model/`.
"""
