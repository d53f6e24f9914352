"""One seam to the social networks, one file a network."""
