"""What is computed: pure functions on frozen facts; no Django, no input or output, no clock."""
