"""Two demonstration poles, told through the acts of the rooms."""
