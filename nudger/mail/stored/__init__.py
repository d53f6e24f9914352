"""Mail that lies in files."""
