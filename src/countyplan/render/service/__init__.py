"""Reports as CI services read them."""
