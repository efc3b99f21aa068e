"""Funding: calls that the pole answers together, the file that proves it, and the money that follows.

Words: funder, call (with its requirements and rules), coalition, application, joint budget, paper, grant, payment,
promised indicator, legal parameter.
It leaves to the others what structures do together (cooperation), who they are (directory), what was reached (impact).
"""
