"""Every page of the desk in every state that matters: one module a section, each with its `STATES`."""
