"""Forms of funding: text in, arguments of acts out."""
