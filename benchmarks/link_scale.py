"""Time and memory of linking as the collection grows.

    python benchmarks/link_scale.py [--sizes 1000,10000,100000] [--splink]

Synthetic claims with the skew of real collections: a third in two wars whose incidents have up to forty reports each, the rest
in quiet places with one or two. Each size runs in a process of its own. The exponent is the slope of time over size, on
logarithms, from the first size to the last; that of the processor's time stays what it is on a machine that others share.
`--splink` has splink link the same claims, each size in a process of its own after crossread's: what crossread knows of each
claim as one record (link_rivals.py), pairs from one half joined. Making the records is not counted as its time.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from crossread.link import Collection, link_claims
from crossread.records import Actor, Claim, Count, DateWindow, Document, Evidence, Harm, Place, Slot, Span

WAR_SHARE, WAR_REPORTS, WAR_SIZE = 1 / 3, 40, 4.0
KINDS = ("armed_attack", "armed_attack", "bombing", "air_strike", "killing", "abduction", "shelling")
SYLLABLES = ("ba", "kor", "man", "di", "gao", "tes", "lum", "ra", "sin", "dor", "ke", "mu", "zan", "fel", "ho", "ny")
FIRST = date(2015, 1, 1)
LINE = (
    "{claims:>9,} claims {seconds:8.1f} s ({processor:.1f} s of one core) {megabytes:7.0f} MB  "
    "{clusters:,} incidents, {pairs_right:.1f} % of pairs right, {pairs_found:.1f} % found"
)


def main() -> None:
    """Measure each size, then print the exponent."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--one", type=int, help="measure this size in this process and print it as JSON")
    parser.add_argument("--splink", action="store_true", help="splink on the same claims beside it")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, by_splink if options.splink else by_crossread)))
        return
    rows, beside = [], []
    for size in map(int, options.sizes.split(",")):
        rows.append(run(size))
        print(LINE.format(**rows[-1]), flush=True)
        if options.splink:
            beside.append(run(size, "--splink"))
            print("   splink " + LINE.format(**beside[-1]).strip(), flush=True)
    figures = {"exponent": slope(rows, "seconds"), "exponent_processor": slope(rows, "processor"), "sizes": rows}
    print(json.dumps(figures | ({"splink": beside} if beside else {})))


def run(size: int, *more: str) -> dict[str, float]:
    """One size in a process of its own."""
    command = [sys.executable, __file__, "--one", str(size), *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def slope(rows: list[dict[str, float]], name: str) -> float:
    """The power of the size that a figure grows with, from the first size to the last."""
    grown = math.log(rows[-1][name] / rows[0][name]) / math.log(rows[-1]["claims"] / rows[0]["claims"])
    return round(grown, 2)


Linked = tuple[list[list[str]], float, float]  # the claims of each incident, seconds by the clock and of one core
Way = Callable[[Sequence[Claim], dict[str, Document]], Linked]


def by_crossread(claims: Sequence[Claim], documents: dict[str, Document]) -> Linked:
    """What `crossread read` does when it links a whole store."""
    began, worked = time.perf_counter(), time.process_time()
    clusters = [sorted(cluster.all_ids) for cluster in link_claims(claims, documents)]
    return clusters, time.perf_counter() - began, time.process_time() - worked


def by_splink(claims: Sequence[Claim], documents: dict[str, Document]) -> Linked:
    """Splink with DuckDB, learned from these records themselves; pairs from one half joined."""
    from link_rivals import join_pairs, splink_row
    from link_splink import probabilities

    collection = Collection(claims, documents)
    rows = [splink_row(collection, claim.id, claim.id) for claim in claims]
    began, worked = time.perf_counter(), time.process_time()
    joined = [pair for pair, probability in probabilities(rows).items() if probability >= 0.5]
    homes: dict[str, list[str]] = {}
    for name, home in join_pairs([claim.id for claim in claims], joined).items():
        homes.setdefault(home, []).append(name)
    return list(homes.values()), time.perf_counter() - began, time.process_time() - worked


def measure(size: int, link: Way) -> dict[str, float]:
    """Link so many claims once."""
    claims, documents, incident = make_collection(size)
    clusters, seconds, processor = link(claims, documents)
    made = right = 0
    for names in clusters:
        told = Counter(incident[name] for name in names)
        made += _pairs(len(names))
        right += sum(_pairs(count) for count in told.values())
    true = sum(_pairs(count) for count in Counter(incident[claim.id] for claim in claims).values())
    return {
        "claims": len(claims),
        "seconds": seconds,
        "processor": processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "clusters": len(clusters),
        "pairs_right": 100 * right / made if made else 0.0,
        "pairs_found": 100 * right / true if true else 0.0,
    }


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def make_collection(size: int) -> tuple[list[Claim], dict[str, Document], dict[str, int]]:
    """Claims, their documents (one claim each) and the incident each tells of. The same for a size, whoever asks.

    The time the collection covers grows with its size, as archives do.
    """
    chance = random.Random(size)
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    incident: dict[str, int] = {}
    days = max(60, size // 60)
    number = 0
    while len(claims) < size:
        number += 1
        war = chance.random() < WAR_SHARE / WAR_SIZE
        for document, claim in _tell(chance, number, war=war, days=days):
            documents[document.id] = document
            claims.append(claim)
            incident[claim.id] = number
    return claims[:size], documents, incident


def _tell(chance: random.Random, number: int, *, war: bool, days: int) -> Iterator[tuple[Document, Claim]]:
    reports = min(WAR_REPORTS, 1 + int(chance.paretovariate(0.9))) if war else chance.choice((1, 1, 1, 2))
    day = FIRST + timedelta(days=chance.randrange(days))
    place = _place(chance, war=war)
    kind, dead = chance.choice(KINDS), 1 + int(chance.paretovariate(1.2))
    words = [_name(chance, 3) for _ in range(8)]
    for report in range(reports):
        told = day + timedelta(days=chance.choice((0, 0, 0, 0, 1)))
        text = f"{kind} in {place.name}: {dead} killed. " + " ".join(chance.sample(words, 5)) + f". {_name(chance, 4)} said so."
        name = f"doc_{number}_{report}"
        document = Document(id=name, text=text, source=_name(chance, 1), published=told + timedelta(days=chance.randrange(3)))
        yield document, _claim(document, kind, told, place, dead + chance.choice((0, 0, 0, 1)))


def _claim(document: Document, kind: str, day: date, place: Place, dead: int) -> Claim:
    quote = Evidence(document_id=document.id, span=Span(start=0, end=len(kind)), quote=document.text[: len(kind)])
    count = Count(low=dead, high=dead, qualifier="exact")
    return Claim(
        id=f"clm_{document.id}",
        document_id=document.id,
        type=kind,
        scope="incident",
        status="accomplished",
        stance="asserted",
        trigger=quote,
        when=Slot(raw="then", value=DateWindow(earliest=day, latest=day, precision="day"), evidence=(quote,)),
        where=Slot(raw=place.name or "", value=place, evidence=(quote,)),
        actors=(Actor(role="victim", raw="people", name=None, type="civilians"),),
        harm=(Harm(effect="killed", raw="people", group="people", group_type="civilians", count=count),),
    )


def _place(chance: random.Random, *, war: bool) -> Place:
    """In a war one of some hundred places of two countries, else one of thousands all over the world."""
    if war:
        country, row = chance.choice(("SY", "UA")), chance.randrange(120)
        spot = random.Random(f"{country}{row}")
        latitude, longitude = spot.uniform(33, 37), spot.uniform(36, 42)
    else:
        row = chance.randrange(6000)
        spot = random.Random(f"quiet{row}")
        country = f"{chr(65 + row % 26)}{chr(65 + row // 26 % 26)}"
        latitude, longitude = spot.uniform(-50, 60), spot.uniform(-170, 170)
    return Place(
        name=_name(spot, 3).title(),
        country=country,
        admin1=None,
        gazetteer_id=f"place:{country}{row}",
        latitude=latitude,
        longitude=longitude,
        precision="exact",
    )


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables))


if __name__ == "__main__":
    main()
