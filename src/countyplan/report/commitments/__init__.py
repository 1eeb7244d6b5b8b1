"""What is told of commitments: never counted among the figures."""
