"""The article and the model laid open, pure: what the checking chapters show, as data and words.

Read from the evidence and from the code's own records and docstrings, so that a change there is a
change on the page.
"""
