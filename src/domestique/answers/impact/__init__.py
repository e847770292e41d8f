"""Who is hit when a service is lost? For whoever runs services."""
