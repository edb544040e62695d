"""State -> sentence, pure: what a reader reads, hears, prints, and what the tests check.

Sentences use Streamlit's colour marks for a ligand's words: `:full[full agonist]`. `plain` takes
them away.
"""
