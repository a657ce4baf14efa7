package io.syncstep.local.aws;

import java.time.Duration;

/** Lets time pass between two looks. */
@FunctionalInterface
public interface Pause {

    void take(Duration length) throws InterruptedException;
}
