"""Impact: what lasts, counted so that anybody can count again, and told to those who pay.

Words: network of ties, figure (with its formula, inputs and records), indicator, measure (frozen, with its versions),
report (a funder's page, with its versions), result (with all its funders), report link, evidence binder.
It leaves to the others what structures do together (cooperation), who they are (directory), the grants themselves
(funding) and what everybody reads (publishing).
"""
