"""From octets to the parts, headers and addresses of one mail."""
