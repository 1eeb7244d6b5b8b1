"""What a plan may have beside its targets: commitments, goals for single years, panels to compare with."""
