"""What screens are put together from: the list, the panes, and the lines above and below them."""
