package io.syncstep.benchmarks.execution;

/**
 * What functions did.
 *
 * @param calls invocations of functions
 * @param requests to the provider
 * @param seconds of the real clock that they took here, the simulator's share included
 */
public record Work(long calls, long requests, double seconds) {

    public Work minus(Work earlier) {
        return new Work(calls - earlier.calls, requests - earlier.requests, seconds - earlier.seconds);
    }
}
