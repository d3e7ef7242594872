"""Our own stand-off annotation: people write quotes, this turns them into checked offsets."""
