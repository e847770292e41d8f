"""What have we given our word on, and was it kept? For customer managers."""
