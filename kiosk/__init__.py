"""The hub's application: touch face, desk face, station store, sync."""
