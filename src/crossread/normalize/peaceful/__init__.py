"""News of peace in the words of war: matches, markets, launches, reviews, speeches, illness. Each module is one kind."""
