"""Finds clusters among rows of numbers."""
