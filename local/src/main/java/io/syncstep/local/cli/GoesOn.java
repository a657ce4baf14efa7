package io.syncstep.local.cli;

import java.io.PrintStream;

/** Says, when the program is interrupted, that the execution goes on without it. */
final class GoesOn implements AutoCloseable {

    private final Thread words;

    private GoesOn(Thread words) {
        this.words = words;
    }

    /** Until it is closed. */
    static GoesOn whenInterrupted(PrintStream err, String execution) {
        return whenInterrupted(() -> say(err, execution));
    }

    /** In other words. */
    static GoesOn whenInterrupted(Runnable words) {
        var goesOn = new GoesOn(Thread.ofPlatform().unstarted(words));
        Runtime.getRuntime().addShutdownHook(goesOn.words);
        return goesOn;
    }

    /** Begins on a new line: what stands in the terminal's last one was to be written over. */
    static void say(PrintStream err, String execution) {
        err.println();
        err.println("No longer followed. The execution goes on: " + execution);
        err.println("To stop it: aws stepfunctions stop-execution --execution-arn " + execution);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(words);
        } catch (IllegalStateException interrupted) {
            // The program is ending already, and the words are being said: there is nothing to take back.
        }
    }
}
