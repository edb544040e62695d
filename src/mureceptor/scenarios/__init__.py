"""The model with numbers put in, one view's state at a time.

What a figure and its words both need is worked out here once, from `model/` and `evidence/`.
"""
