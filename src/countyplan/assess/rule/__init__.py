"""The rules by themselves: how a figure stands to its goal, its pace, the step from here, what a last digit leaves open."""
