"""The exchange with central: plain rounds, and the Qt timer that starts them."""
