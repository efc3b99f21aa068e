"""Territory: from what a resident said to what was done about it.

Words: voice and its contact, district, listening rules (languages of the cards, how long contacts are kept), problem
and its voices, observation, response and its results, figure, workshop, restitution.
It leaves to the others what structures do together (cooperation) and who they are (directory).
"""
