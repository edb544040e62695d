"""Tests in real browsers; a package, so that one browser serves all files of a worker."""
