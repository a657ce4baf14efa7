"""How fast this machine is at the moment. Others share it, and for seconds at a time everything takes half as long again."""

import time

COUNT = 300_000


def seconds():
    """What the same count takes each time; some 10 ms."""
    began = time.perf_counter()
    for _ in range(COUNT):
        pass
    return time.perf_counter() - began


def calmer_half(paces):
    """The indices of the rounds in which the machine was fastest: half of them, one more where their number is odd."""
    return sorted(range(len(paces)), key=paces.__getitem__)[: (len(paces) + 1) // 2]
