"""Proofs: what nudger promises not to do, shown on the real commands in processes of their own."""
