"""What the process that reads one document may use: memory, time, files, network, other programs.

Every measure is taken where the system has it; limits of memory, time and files hold on every POSIX system.
"""

import contextlib
import ctypes
import os
import platform
import resource
import struct
from dataclasses import dataclass
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # linux/sched.h
_SET_DEATH_SIGNAL, _SET_SECCOMP, _SET_NO_NEW_PRIVILEGES = 1, 22, 38  # linux/prctl.h
_KILL = 9
_FILTER_MODE = 2


@dataclass(frozen=True, slots=True)
class _Calls:
    """System calls of one machine by number, as in asm/unistd.h.

    Attributes:
        machine: audit architecture (linux/audit.h).
        denied: calls that a reader never needs: other programs and processes, sockets, signals, tracing, limits,
            changes to the file system.
        opens: calls that open files, with the place of their flags in `struct seccomp_data`: only for reading.
    """

    machine: int
    denied: tuple[int, ...]
    opens: tuple[tuple[int, int], ...]


_X86_64 = _Calls(
    machine=0xC000003E,
    denied=(
        *(41, 42, 44, 46, 49, 50, 53, 56, 57, 58, 59, 62, 76, 82, 83, 84, 85, 86, 87, 88, 90, 92, 94, 101, 132, 133),
        *(155, 160, 161, 165, 166, 200, 235, 258, 259, 260, 261, 263, 264, 265, 266, 268, 280, 302, 310, 311, 316, 322),
        *(424, 425, 435, 437, 438),
    ),
    opens=((2, 24), (257, 32)),
)
_AARCH64 = _Calls(
    machine=0xC00000B7,
    denied=(
        *(
            33,
            34,
            35,
            36,
            37,
            38,
            39,
            40,
            41,
            45,
            51,
            53,
            54,
            88,
            117,
            129,
            130,
            164,
            198,
            199,
            200,
            201,
            203,
            206,
            211,
        ),
        *(220, 221, 261, 270, 271, 276, 281, 424, 425, 435, 437, 438),
    ),
    opens=((56, 32),),
)
_MACHINES = {"x86_64": _X86_64, "aarch64": _AARCH64}
_WRITING = 0o3 | 0o100 | 0o1000 | 0o20000000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_TMPFILE (fcntl.h)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.

    Attributes:
        memory: bytes that reading may add to the process (512 MiB).
        cpu: seconds of processor time.
        wall: seconds on the clock, after which the process is killed.
        size: bytes of the document (50 MB).
        files: open files.
    """

    memory: int = 512 << 20
    cpu: int = 20
    wall: float = 30.0
    size: int = 50 << 20
    files: int = 24


def cut_network() -> bool:
    """Puts this process and its children into a network of their own, without any way out; False where not allowed."""
    library = ctypes.CDLL(None, use_errno=True)
    with contextlib.suppress(AttributeError):
        return any(library.unshare(flags) == 0 for flags in (_NEW_NET, _NEW_USER | _NEW_NET))
    return False


def confine(limits: Limits) -> None:
    """Limits this process, for good.

    RLIMIT_AS is used for memory, not RLIMIT_DATA: it counts every mapping, shared and file-backed ones too, and means
    the same on every kernel. What the process inherited is measured and added, so that it does not eat the allowance.
    """
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_NOFILE, limits.files)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    _limit(resource.RLIMIT_AS, mapped() + limits.memory)
    with contextlib.suppress(AttributeError, OSError):
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(_SET_DEATH_SIGNAL, _KILL, 0, 0, 0)
        _filter_calls(library)


def mapped() -> int:
    """Bytes that this process has mapped; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return 0


def _limit(what: int, most: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (most, most))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _filter_calls(library: ctypes.CDLL) -> None:
    """Lets the kernel refuse calls of other use (seccomp); RLIMIT_NPROC and RLIMIT_FSIZE alone do not hold for root."""
    calls = _MACHINES.get(platform.machine())
    if calls is None or os.uname().sysname != "Linux":
        return
    code = b"".join(struct.pack("=HBBI", *step) for step in _steps(calls))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.addressof(buffer))
    library.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    library.prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0)


def _steps(calls: _Calls) -> list[tuple[int, int, int, int]]:
    """The filter as classic BPF: (code, steps to skip if true, if false, value)."""
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, refuse = 0x7FFF0000, 0x00050001  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO with EPERM
    number, machine = 0, 4  # places in struct seccomp_data
    steps = [(load, 0, 0, machine), (equal, 1, 0, calls.machine), (give, 0, 0, refuse), (load, 0, 0, number)]
    steps += [(at_least, 0, 1, 0x40000000), (give, 0, 0, refuse)]  # the second set of numbers that x86-64 has (x32)
    for call in calls.denied:
        steps += [(equal, 0, 1, call), (give, 0, 0, refuse)]
    for call, flags in calls.opens:
        steps += [(equal, 0, 4, call), (load, 0, 0, flags), (any_bit, 0, 1, _WRITING)]
        steps += [(give, 0, 0, refuse), (give, 0, 0, allow)]
    return [*steps, (give, 0, 0, allow)]
