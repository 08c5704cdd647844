"""Each speed of the product beside its floor: the same steps with bare libraries, in the same run."""
