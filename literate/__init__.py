"""The machinery of the pages: read, run, fill in numbers, compare; see CONTRIBUTING.md."""
