"""What is odd about figures that can be read: too large, too small, falling, or not what others add up to."""
