"""What pages show beside the live figures, as data: still pictures, claims, the model laid open.

Read from the evidence and from the code's own records and docstrings, so that a change there is a
change on the page. How it looks is said in `app/page/`.
"""
