"""Subtitles of a film or broadcast (SRT, WebVTT): what is said, in whole sentences, without numbers, times and markup."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossread import patterns as re
from crossread.read.encoding import decode, show_nuls, unify_newlines
from crossread.read.options import ReadOptions
from crossread.read.report import Item, Report, Sample
from crossread.records import RawFile
from crossread.registry import register

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?")
_SRT = re.compile(rf"\d{{1,6}}[ \t]*\r?\n[ \t]*{_CLOCK}[ \t]*-->")
_VTT = re.compile(r"WEBVTT(?=\s|$)")
_TITLE = re.compile(r"WEBVTT[ \t]+(?:-[ \t]*)?(?P<title>\S[^\n]*)")
_UNPARTED = re.compile(rf"\n(?=\d{{1,6}}[ \t]*\n[ \t]*{_CLOCK}[ \t]*-->)")  # a cue without a blank line before it
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^<>]{1,80})>")
_MARKUP = re.compile(r"</?(?:[biuscv]|em|strong|font|lang|ruby|rt)\b[^<>]*>|<[\d:.]{5,16}>|\{\\[^{}]{0,100}\}", re.IGNORECASE)
_UNTOLD = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?=\s|$)")  # words that begin what is shown nowhere
_SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’)\]]*$")
PAUSE = 2.0  # seconds without words, after which the next ones begin a line; of speech without full stops nothing else tells


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """What is shown at a time: seconds from the beginning, and the lines."""

    start: float
    end: float
    lines: Sequence[str]


@register("readers", "subtitles@1")
class SubtitlesReader:
    """SRT and WebVTT files."""

    media_type = "text/vtt"
    isolated = False
    is_table = False

    def recognises(self, sample: Sample, options: ReadOptions) -> int:
        """By the number and times of its first cue, or by its first word."""
        text = sample.text or ""
        if _SRT.match(text):
            return 4
        return 4 if _VTT.match(text) and ("-->" in text or sample.extension == "vtt") else 0

    def read(self, file: RawFile, options: ReadOptions) -> Iterator[Item]:
        """One report with all that is said. A line begins where a sentence, a speaker or a pause tells that a new one does.

        Lines that stand in two cues behind each other, as in captions that roll, are read once.
        """
        text = show_nuls(unify_newlines(decode(file.content)).lstrip("\ufeff \t\n"))
        title = _TITLE.match(text)
        spoken = _Spoken()
        for cue in _iter_cues(_UNPARTED.sub("\n\n", text)):
            spoken.add(cue)
        yield Report(text="\n".join(map(" ".join, spoken.lines)), title=title["title"].strip() if title else None)


def _iter_cues(text: str) -> Iterator[_Cue]:
    """The cues in order; words behind a blank line within one stay with it, and what a player never shows is left out."""
    last = _Cue(start=0.0, end=0.0, lines=())
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((number for number, line in enumerate(lines[:2]) if _TIMES.fullmatch(line)), None)
        if at is not None:
            times = _TIMES.fullmatch(lines[at])
            assert times is not None
            last = _Cue(start=_seconds(times.groups()[:4]), end=_seconds(times.groups()[4:]), lines=lines[at + 1 :])
            yield last
        elif not _UNTOLD.match(lines[0]):
            yield _Cue(start=last.end, end=last.end, lines=[line for line in lines if not line.strip().isdigit()])


def _seconds(clock: Sequence[str | None]) -> float:
    hours, minutes, seconds, parts = clock
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{parts or 0}")


@dataclass(slots=True)
class _Spoken:
    """The lines so far, each as the pieces it is joined from, the last cue's own lines, its end, and who spoke."""

    lines: list[list[str]] = field(default_factory=list)
    shown: Sequence[str] = ()
    end: float = 0.0
    voice: str | None = None

    def add(self, cue: _Cue) -> None:
        """Go on with the last line, or begin one."""
        shown = []
        begins = cue.start - self.end >= PAUSE
        for raw in cue.lines:
            voice = _VOICE.search(raw)
            line = " ".join(html.unescape(_MARKUP.sub("", raw)).split())
            if not line:
                continue
            shown.append(line)
            if line not in self.shown:
                self._append(line, voice["name"].strip() if voice else None, begins=begins)
                begins = False
        self.shown, self.end = shown, max(self.end, cue.end)

    def _append(self, line: str, voice: str | None, *, begins: bool) -> None:
        if voice and voice != self.voice:
            line, begins = f"{voice}: {line}", True
        self.voice = voice or self.voice
        if begins or not self.lines or line.startswith("- ") or _SENTENCE_END.search(self.lines[-1][-1]):
            self.lines.append([line])
        else:
            self.lines[-1].append(line)
