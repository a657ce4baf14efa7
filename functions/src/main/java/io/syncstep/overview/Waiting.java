package io.syncstep.overview;

import java.time.Duration;

/** How long whoever looks at all accounts waits for one that is slow. */
public sealed interface Waiting {

    /**
     * Until it was read or given up. For a Lambda function: nothing may go on after its answer, as its sandbox is frozen then, and
     * a call that was thawed minutes later would count as not answered.
     */
    record UntilRead() implements Waiting {}

    /** Not longer than this: then it is shown as it was last seen, while it is read on. For a program that lives on. */
    record AtMost(Duration time) implements Waiting {}
}
