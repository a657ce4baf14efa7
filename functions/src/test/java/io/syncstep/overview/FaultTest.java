package io.syncstep.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the log tells of a fault. */
class FaultTest {

    private static final String SECRET = "hidden-token-9";

    /** As the JVM throws one that it threw often before. */
    private static final class WithoutFrames extends RuntimeException {

        WithoutFrames() {
            super(SECRET, null, false, false);
        }
    }

    @Test
    void everyClassAndEveryFrameIsToldThoseOfTheCausesToo() {
        Throwable cause = new NumberFormatException("inner");
        Throwable bug = new IllegalStateException("outer", cause);

        String told = new Fault(bug).toString();

        assertThat(told)
                .startsWith("java.lang.IllegalStateException\n\tat io.syncstep.overview.FaultTest.everyClass")
                .contains("\nCaused by: java.lang.NumberFormatException\n\tat io.syncstep.overview.FaultTest.every");
        assertThat(told.lines().filter(line -> line.startsWith("\tat ")))
                .hasSize(bug.getStackTrace().length + cause.getStackTrace().length);
    }

    @Test
    void noMessageIsTold() {
        Throwable bug = new IllegalStateException(SECRET, new NumberFormatException("For input: " + SECRET));
        bug.addSuppressed(new IllegalArgumentException(SECRET));

        assertThat(new Fault(bug).toString()).doesNotContain(SECRET);
        assertThat(new Fault(bug).kind()).isEqualTo("IllegalStateException");
    }

    @Test
    void oneWithoutFramesIsToldByItsClass() {
        assertThat(new Fault(new WithoutFrames()).toString()).isEqualTo(WithoutFrames.class.getName());
    }

    @Test
    void causesThatLeadBackToWhatTheyCausedAreToldOnce() {
        Exception cause = new NumberFormatException();
        Exception bug = new IllegalStateException(cause);
        cause.initCause(bug);

        assertThat(new Fault(bug).toString()).containsOnlyOnce("IllegalStateException");
    }
}
