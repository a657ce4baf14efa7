package io.syncstep.sync;

import static io.syncstep.sync.ScriptedProvider.LOST;
import static io.syncstep.sync.ScriptedProvider.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A look-up that brings no answer is repeated within its minute, and at least three times. */
class FindWithoutAnAnswerTest {

    private final SettableClock clock = new SettableClock(OneExecution.STARTED_AT);

    @Test
    void aLookUpWithoutAnswerIsRepeatedWithinItsMinuteAndThreeTimes() {
        ScriptedProvider provider =
                ScriptedProvider.listing().answers(LOST).sights(new Sighting.Unanswered("502 Bad Gateway"));
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.message()).contains("502 Bad Gateway", "connection lost");
        assertThat(execution.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void aRetryAfterOfALookUpIsObeyed() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(LOST)
                .sights(new Sighting.Unanswered("429 Too Many Requests", Duration.ofSeconds(90)));
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.step();

        assertThat(execution.step().waitSeconds()).isEqualTo(90);
    }

    @Test
    void slowLookUpsAreStillThree() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(LOST)
                .sights(new Sighting.Unanswered("no answer within 9 s"))
                .taking(Duration.ofSeconds(40), clock);

        new OneExecution(Requests.hightouch(""), provider, clock).toStart().toFailure();

        assertThat(provider.asked()).containsExactly("start", "find", "find", "find");
    }

    @Test
    void a503IsNotRepeatedWhileTheLookUpBringsNoAnswer() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(UNAVAILABLE)
                .sights(new Sighting.Unanswered("503 Service Unavailable"));

        Report.Failure failure =
                new OneExecution(Requests.hightouch(""), provider).toStart().toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void aRunThatShowsAfterAFailedLookUpIsFollowed() {
        ScriptedProvider provider = ScriptedProvider.listing()
                .answers(LOST)
                .sights(new Sighting.Unanswered("502 Bad Gateway"))
                .sights(new Sighting.None())
                .sights(new Sighting.One("42"));
        OneExecution execution = new OneExecution(Requests.hightouch(""), provider).toStart();
        execution.step();
        execution.step();
        execution.step();

        assertThat(execution.step().next()).isEqualTo(Next.FOLLOW);
        assertThat(execution.run().runId()).isEqualTo("42");
    }
}
