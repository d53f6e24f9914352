"""A fictional organisation to try everything on."""
