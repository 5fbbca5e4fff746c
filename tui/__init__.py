"""The terminal interface: it draws, asks the desk, and decides nothing."""
