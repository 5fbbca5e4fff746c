"""What the project talks about, as frozen values; this package imports nothing of the project's other parts."""
