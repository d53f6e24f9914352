"""Every sentence a person reads, in Dutch and English, and the templates that carry them."""
