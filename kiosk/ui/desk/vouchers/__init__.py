"""The desk's vouchers: found by family, used for it, reversed; receipts checked; what a provider may invoice."""
