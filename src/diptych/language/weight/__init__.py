"""What words the meaning of a sentence hangs on, and what a change of them changes."""
