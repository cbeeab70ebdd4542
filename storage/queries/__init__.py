"""Queries by subject: each takes the open transaction first, and returns frozen rows of its own module."""
