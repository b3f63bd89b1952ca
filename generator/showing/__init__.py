"""Sites whose files are made when somebody asks for them: what a writer sees between two builds."""
