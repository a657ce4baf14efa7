package io.syncstep.sync;

import static io.syncstep.sync.ScriptedProvider.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where a provider lists ended runs only, the next one is waited for until the deadline. */
class FindAmongEndedRunsTest {

    @Test
    void whereOnlyEndedRunsAreListedTheNextOneIsWaitedForUntilTheDeadline() {
        ScriptedProvider provider = ScriptedProvider.silent().answers(LOST).sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.stitch("\"timeoutSeconds\":7200"), provider).toStart();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(execution.age()).isGreaterThanOrEqualTo(Duration.ofHours(2));
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void whereOnlyEndedRunsAreListedEvenAnAnswered500IsUnconfirmed() {
        ScriptedProvider provider = ScriptedProvider.silent()
                .answers(new StartAnswer.InDoubt("500 Internal Server Error", 500))
                .sights(new Sighting.None());
        OneExecution execution = new OneExecution(Requests.stitch(""), provider).toStart();

        assertThat(execution.toFailure().error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(provider.starts()).isEqualTo(1);
    }

    @Test
    void whereOnlyEndedRunsAreListedFailedLookUpsAreRepeatedUntilTheDeadline() {
        ScriptedProvider provider =
                ScriptedProvider.silent().answers(LOST).sights(new Sighting.Unanswered("502 Bad Gateway"));
        OneExecution execution = new OneExecution(Requests.stitch(""), provider).toStart();

        Report.Failure failure = execution.toFailure();

        assertThat(failure.error()).isEqualTo(SyncError.TRIGGER_UNCONFIRMED);
        assertThat(failure.message()).contains("502 Bad Gateway");
        assertThat(execution.age()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
}
