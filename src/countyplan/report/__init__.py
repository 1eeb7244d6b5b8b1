"""What is told: rows, sums, order and wording, decided once. It is the only thing that a renderer sees."""
