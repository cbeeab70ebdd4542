"""The report as a paper: its frame, how it is composed, issued and checked."""
