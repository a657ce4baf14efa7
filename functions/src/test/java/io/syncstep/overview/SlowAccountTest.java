package io.syncstep.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.sync.ProviderName;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One account does not answer: whoever wants another does not wait for it. */
class SlowAccountTest {

    private static final AccountName SLOW = new AccountName(ProviderName.HIGHTOUCH, "slow");
    private static final AccountName QUICK = new AccountName(ProviderName.STITCH, "quick");
    private static final Waiting A_MOMENT = new Waiting.AtMost(Duration.ofMillis(100));

    private static final AccountNames BOTH = () -> List.of("hightouch/slow", "stitch/quick");

    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final AtomicInteger readings = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile AccountNames store = BOTH;
    private volatile CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void release() {
        answered.countDown();
    }

    private Lookout lookout(Waiting waiting) {
        return new Lookout(
                () -> store.names(),
                name -> name.equals(SLOW) ? this::slowly : () -> tasks("quick"),
                name -> taskId -> Listed.nothing(),
                clock,
                waiting);
    }

    private Listed<TaskState> slowly() {
        readings.incrementAndGet();
        asked.countDown();
        passed(answered);
        return tasks("slow");
    }

    private static Listed<TaskState> tasks(String id) {
        return new Listed<>(
                List.of(new TaskState(
                        id,
                        null,
                        id,
                        Status.HEALTHY,
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                null);
    }

    private static void passed(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> names(Seen seen) {
        return seen.overview().accounts().stream()
                .map(account -> account.name().account())
                .toList();
    }

    @Test
    void aTaskOfAnotherAccountIsThereAtOnceEvenWhileSomebodyWaitsForAll() throws Exception {
        Lookout lookout = lookout(new Waiting.UntilRead());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Seen> all = threads.submit(lookout::look);
            passed(asked);

            assertThat(lookout.account(QUICK).orElseThrow().task("quick")).isPresent();
            assertThat(all.isDone()).isFalse();

            answered.countDown();
            assertThat(names(all.get(30, TimeUnit.SECONDS))).containsExactly("slow", "quick");
            assertThat(all.get().notices()).isEmpty();
        }
    }

    @Test
    void theListDoesNotWaitForItWhichIsReadOnBehindAndOnce() throws InterruptedException {
        Lookout lookout = lookout(A_MOMENT);

        Seen first = without("stitch/quick", lookout);
        lookout.look();

        assertThat(names(first)).containsExactly("quick");
        assertThat(first.notices()).containsExactly("hightouch/slow is still being read. Load this again in a moment.");
        answered.countDown();
        assertThat(names(without("hightouch/slow", lookout))).containsExactly("slow", "quick");
        assertThat(readings).hasValue(1);
    }

    @Test
    void meanwhileItIsShownAsItWasLastSeen() throws InterruptedException {
        Lookout lookout = lookout(A_MOMENT);
        answered.countDown();
        without("being read", lookout);
        answered = new CountDownLatch(1);
        clock.pass(Lookout.KEPT);

        Seen seen = without("stitch/quick", lookout);

        assertThat(names(seen)).containsExactly("slow", "quick");
        assertThat(seen.notices())
                .containsExactly("hightouch/slow is still being read, and shown as it was at 2026-11-22T08:00:00Z."
                        + " Load this again in a moment.");
        assertThat(seen.at()).isEqualTo(clock.instant().minus(Lookout.KEPT));
    }

    /** Both were seen; a minute later the store says this, and after one more, while the slow one hangs, both again. */
    private Seen afterThisWasStored(AccountNames meanwhile) throws InterruptedException {
        Lookout lookout = lookout(A_MOMENT);
        answered.countDown();
        without("being read", lookout);
        store = meanwhile;
        clock.pass(Lookout.KEPT);
        lookout.look();
        store = BOTH;
        answered = new CountDownLatch(1);
        clock.pass(Lookout.KEPT);
        return without("stitch/quick", lookout);
    }

    @Test
    void anAccountThatIsNoLongerStoredIsForgotten() throws InterruptedException {
        Seen seen = afterThisWasStored(() -> List.of("stitch/quick"));

        assertThat(names(seen)).containsExactly("quick");
        assertThat(seen.notices()).containsExactly("hightouch/slow is still being read. Load this again in a moment.");
    }

    @Test
    void aStoreThatDoesNotAnswerMakesNobodyForgotten() throws InterruptedException {
        Seen seen = afterThisWasStored(() -> {
            throw new CredentialStoreUnavailable("Secrets Manager did not list the secrets.", new RuntimeException());
        });

        assertThat(names(seen)).containsExactly("slow", "quick");
        assertThat(seen.notices().getFirst()).contains("shown as it was at 2026-11-22T08:00:00Z");
    }

    /** As somebody does who loads the page again. */
    private static Seen without(String notice, Lookout lookout) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        Seen seen = lookout.look();
        while (seen.notices().toString().contains(notice)) {
            assertThat(Instant.now())
                    .as("\"%s\" is still among the notices: %s", notice, seen.notices())
                    .isBefore(end);
            Thread.sleep(20);
            seen = lookout.look();
        }
        return seen;
    }
}
