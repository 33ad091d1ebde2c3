"""Training of Snout's models. Nothing at run time depends on this package."""
