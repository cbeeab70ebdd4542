"""A province to try things on: its units, invented people, and twelve months of what they reported."""
