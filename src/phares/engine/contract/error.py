"""What the reader says when an input breaks the contract."""


class ContractError(ValueError):
    """One line that names the field: `needs[3].until: before from`."""

    def __init__(self, path: str, complaint: str) -> None:
        said = f"{path or 'input'}: {complaint}"
        super().__init__("".join(mark if mark.isprintable() else f"\\u{ord(mark):04x}" for mark in said))
