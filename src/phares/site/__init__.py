"""How the rooms are plugged into one site: settings, addresses, subscriptions, panels."""
