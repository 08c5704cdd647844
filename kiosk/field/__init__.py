"""The technician's commands."""
