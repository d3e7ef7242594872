"""How much memory is free for further processes, where the system says so."""

from __future__ import annotations

from pathlib import Path

MEMINFO = Path("/proc/meminfo")
# What a container may use and uses: of cgroups in their second and first form.
LIMITS = (
    (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")),
    (Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"), Path("/sys/fs/cgroup/memory/memory.usage_in_bytes")),
)


def free_megabytes() -> int | None:
    """Free memory in 10^6 bytes, of the machine or of the container where that has less; None where nothing tells."""
    found = [size for size in (_of_machine(MEMINFO), *(_of_container(most, used) for most, used in LIMITS)) if size is not None]
    return max(0, min(found)) // 1_000_000 if found else None


def _of_machine(path: Path) -> int | None:
    """`MemAvailable: 123456 kB` in bytes."""
    for line in _text(path).splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable" and rest.split()[:1] and rest.split()[0].isdigit():
            return int(rest.split()[0]) * 1024
    return None


def _of_container(most: Path, used: Path) -> int | None:
    """What is left below a limit; "max", or no file, is none."""
    limit, usage = _text(most).strip(), _text(used).strip()
    return int(limit) - int(usage) if limit.isdigit() and usage.isdigit() else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
