package io.syncstep.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.http.TimeBudget;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Read;
import io.syncstep.sync.SyncError;
import io.syncstep.sync.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Accounts are read each for itself. */
class OverviewReaderTest {

    private static final AccountName ONE = new AccountName(ProviderName.HIGHTOUCH, "one");
    private static final AccountName TWO = new AccountName(ProviderName.STITCH, "two");
    private static final TaskState TASK = new TaskState(
            "7", null, "shop", Status.HEALTHY, null, true, null, null, null, null, null, null, null, null, null);
    private static final TaskList HEALTHY = () -> new Listed<>(List.of(TASK), null);

    private static Overview read(TaskList first, TaskList second) {
        return new OverviewReader(name -> name.equals(ONE) ? first : second, Duration.ofMillis(500))
                .read(List.of(ONE, TWO));
    }

    private static Problem problemOfTheFirst(TaskList first) {
        Overview overview = read(first, HEALTHY);
        assertThat(overview.isComplete()).isFalse();
        assertThat(overview.accounts().get(1).isReachable()).isTrue();
        assertThat(overview.accounts().get(1).tasks()).containsExactly(TASK);
        return Objects.requireNonNull(overview.accounts().getFirst().problem());
    }

    @Test
    void anAccountThatDoesNotAnswerHidesNoOther() {
        Problem problem = problemOfTheFirst(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Listed.nothing();
        });

        assertThat(problem.error()).isEqualTo(SyncError.PROVIDER_ERROR);
        assertThat(problem.message()).contains("hightouch/one", "did not answer");
    }

    @Test
    void aMissingCredentialHidesNoOther() {
        Problem problem = problemOfTheFirst(() -> {
            throw new CredentialNotFound("none there");
        });

        assertThat(problem).isEqualTo(new Problem(SyncError.CREDENTIAL_NOT_FOUND, "none there"));
    }

    @Test
    void aFaultOfTheProgramHidesNoOtherAndItsMessageIsNotTold() {
        Problem problem = problemOfTheFirst(() -> {
            throw new IllegalStateException("secret-7");
        });

        assertThat(problem.message()).contains("IllegalStateException").doesNotContain("secret-7");
    }

    @Test
    void aFaultWithoutFramesHidesNoOtherEither() {
        Problem problem = problemOfTheFirst(() -> {
            ArithmeticException bare = new ArithmeticException("secret-7");
            bare.setStackTrace(new StackTraceElement[0]);
            throw bare;
        });

        assertThat(problem.message()).contains("ArithmeticException").doesNotContain("secret-7");
    }

    @Test
    void anAccountReadInPartIsNotReachableAndWhatWasReadIsShown() {
        Problem missing = new Problem(SyncError.PROVIDER_ERROR, "the rest is missing");

        Overview overview = read(() -> new Listed<>(List.of(TASK), missing), HEALTHY);

        assertThat(OverviewJson.of(overview).toString())
                .isEqualTo("{\"accounts\":[{\"provider\":\"hightouch\",\"account\":\"one\",\"reachable\":false,"
                        + "\"error\":\"ProviderError\",\"message\":\"the rest is missing\"},"
                        + "{\"provider\":\"stitch\",\"account\":\"two\",\"reachable\":true}],"
                        + "\"tasks\":[{\"provider\":\"hightouch\",\"account\":\"one\",\"taskId\":\"7\",\"name\":\"shop\","
                        + "\"status\":\"Healthy\",\"enabled\":true},{\"provider\":\"stitch\",\"account\":\"two\","
                        + "\"taskId\":\"7\",\"name\":\"shop\",\"status\":\"Healthy\",\"enabled\":true}]}");
    }

    @Test
    void aPauseThatIsTooLongIsNotWaitedFor() {
        AtomicInteger asked = new AtomicInteger();
        Patience patience = new Patience(Duration.ofMillis(1), new TimeBudget(Duration.ofSeconds(5)));

        patience.ask(() -> {
            asked.incrementAndGet();
            return new Read.Unanswered<String>(new Trouble("429", Instant.EPOCH, Duration.ofSeconds(40)));
        });

        assertThat(asked).hasValue(1);
    }

    @Test
    void onlyWhatNamesAProviderAndAnAccountIsAnAccount() {
        assertThat(AccountName.parse("dbt/acme_1")).contains(new AccountName(ProviderName.DBT, "acme_1"));
        assertThat(AccountName.parse("higtouch/acme")).isEmpty();
        assertThat(AccountName.parse("dbt")).isEmpty();
    }
}
