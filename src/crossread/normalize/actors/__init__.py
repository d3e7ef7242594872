"""Who: the words that call somebody become a name, a type and an entry of the registry."""

from crossread.normalize.actors.resolving import ActorContext, ActorResolver, ResolvedActor

__all__ = ["ActorContext", "ActorResolver", "ResolvedActor"]
