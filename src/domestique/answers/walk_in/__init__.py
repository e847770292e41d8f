"""What must I know before I walk in? For the customer manager on her way."""
