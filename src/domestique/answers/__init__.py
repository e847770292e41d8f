"""One folder for each question a person comes with: what is said, its page, its paper and its command."""
