"""What a CI service is told: verdicts and findings as cases."""
