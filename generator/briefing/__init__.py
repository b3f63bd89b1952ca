"""What one audience may know on one date, and the views that templates see."""
