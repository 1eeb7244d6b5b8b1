"""Papers that are laid before a meeting or sent out, as documents."""
