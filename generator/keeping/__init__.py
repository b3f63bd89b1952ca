"""What earlier builds read and made, kept so that it need not be done again. Losing it costs time and nothing else."""
