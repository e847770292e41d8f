"""What does a customer manager do when, and what is due now?"""
