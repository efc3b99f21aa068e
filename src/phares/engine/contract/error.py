"""What the reader says when an input breaks the contract."""


class ContractError(ValueError):
    """One line that names the field: `needs[3].until: before from`."""

    def __init__(self, path: str, complaint: str) -> None:
        super().__init__(f"{path or 'input'}: {complaint}")
