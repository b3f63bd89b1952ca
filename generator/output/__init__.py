"""Sites put in place: only what changed is written, and only what we made is removed."""
