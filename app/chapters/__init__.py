"""What the chapters say: one file each, which `contents.py` lists."""
