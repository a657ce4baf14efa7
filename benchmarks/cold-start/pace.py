"""How fast the processors of this machine are at the moment. Others share them, and for seconds at a time one or the other takes half
as long again for everything."""

import os
import time

COUNT = 150_000
# Before a count and after it, so that it is not slowed by what is measured, nor the other way round.
REST_SECONDS = 0.2


def seconds():
    """What the same count takes the processors, one after another, all in all; some 5 ms each."""
    processors = os.sched_getaffinity(0)
    time.sleep(REST_SECONDS)
    try:
        took = sum(_count_on(processor) for processor in processors)
    finally:
        os.sched_setaffinity(0, processors)
    time.sleep(REST_SECONDS)
    return took


def _count_on(processor):
    os.sched_setaffinity(0, {processor})
    began = time.perf_counter()
    for _ in range(COUNT):
        pass
    return time.perf_counter() - began


def calmer_half(paces):
    """The indices of the rounds in which the machine was fastest: half of them, one more where their number is odd."""
    return sorted(range(len(paces)), key=paces.__getitem__)[: (len(paces) + 1) // 2]
