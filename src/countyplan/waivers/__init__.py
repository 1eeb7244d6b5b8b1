"""Waivers: what may fall behind, or be wrong, for a while, by whose leave. A waiver excuses and never hides."""
