"""What a programme is: frozen values and pure functions. No files, no HTML, no clock."""
