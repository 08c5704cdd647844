"""The desk's faces of the day: the register, who arrives, who leaves, what is put right."""
