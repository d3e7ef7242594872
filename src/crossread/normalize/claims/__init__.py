"""What a claim is on the whole: its type, scope, status, whose word it rests on, and whether it is one at all."""
