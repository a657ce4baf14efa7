package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.history.StepFunctionsCallback;
import io.syncstep.http.Limits;
import io.syncstep.sync.ProviderName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/** A rehearsal comes to an end whatever happens in it, says what happened, and leaves nothing behind. */
class RoundsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern OURS = Pattern.compile("(?i)rehearsal|sdk|httpclient|keep-alive|connection");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger played = new AtomicInteger();

    @Test
    void aRoundThatFailsDoesNotEndTheRehearsal() {
        Played result = rounds(5).play((script, props) -> {
            if (played.incrementAndGet() == 2) {
                throw new IOException("stage fright", new IllegalStateException("no applause"));
            }
        });

        assertThat(played).hasValue(5);
        assertThat(result.rounds()).isEqualTo(5);
        assertThat(result.line()).contains("\"rehearsals\":5", "\"failures\":1");
        assertThat(result.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble)
                        .contains("failed 1 times in or before its 5 rounds")
                        .contains("IOException: stage fright, caused by java.lang.IllegalStateException: no applause"));
    }

    @Test
    void thirdFailureEndsTheRehearsalAndTheSameFailureIsToldOnce() {
        Played result = rounds(60).play((script, props) -> {
            played.incrementAndGet();
            throw new IllegalStateException("stage fright");
        });

        assertThat(played).hasValue(3);
        assertThat(result.rounds()).isEqualTo(3);
        assertThat(result.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble)
                        .contains("failed 3 times in or before its 3 rounds")
                        .containsOnlyOnce("stage fright"));
    }

    @Test
    void whatFailsBeforeTheRoundsIsToldAndIsNoneOfTheThreeFailuresThatEndThem() {
        Played result = rounds(5)
                .play(
                        (script, props) -> {
                            if (played.incrementAndGet() <= 2) {
                                throw new IllegalStateException("stage fright");
                            }
                        },
                        (call, stage, script) -> {
                            if (call.equals("GET /")) {
                                throw new IllegalStateException("the stage is not built yet");
                            }
                            return script.answer(call, stage);
                        });

        assertThat(result.rounds()).isEqualTo(5);
        assertThat(result.failures()).hasSize(3);
        assertThat(result.failures().getFirst()).isInstanceOf(IOException.class);
        assertThat(result.trouble())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble).contains("failed 3 times in or before its 5 rounds"));
    }

    @Test
    void aClassThatIsMissingFailsARoundNotTheDeployment() {
        Played result = rounds(2).play((script, props) -> {
            if (played.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("io/syncstep/Understudy");
            }
        });

        assertThat(result.rounds()).isEqualTo(2);
        assertThat(result.failures()).singleElement().isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void noRoundBeginsAfterTheLimit() {
        Played result = rounds(60).play((script, props) -> {
            played.incrementAndGet();
            now.addAndGet(Duration.ofSeconds(9).toNanos());
        });

        assertThat(played).hasValue(3);
        assertThat(result.rounds()).isEqualTo(3);
        assertThat(result.took()).isEqualTo(Duration.ofSeconds(27));
        assertThat(result.line()).contains("\"rehearsals\":3", "\"millis\":27000");
        assertThat(result.trouble()).isEmpty();
    }

    @Test
    void aRehearsalWaitsTenSecondsForAnAnswerAtMost() {
        List<Limits> limits = new ArrayList<>();
        List<SdkClient> clients = new ArrayList<>();

        rounds(1).play((script, props) -> {
            limits.add(Wiring.of(props).limits());
            props.client(StepFunctionsCallback.builder());
            clients.addAll(props.clients());
        });

        Duration patience = Duration.ofSeconds(10);
        assertThat(limits).containsExactly(new Limits(patience, patience, patience));
        assertThat(clients)
                .hasSize(2)
                .extracting(client -> client.serviceClientConfiguration().overrideConfiguration())
                .allSatisfy(client -> assertThat(client.apiCallTimeout()).hasValue(patience));
    }

    @Test
    void theSecretOfARehearsalIsThatOfTheScriptAndItsRoleIsForgotten() {
        List<String> secrets = new ArrayList<>();

        Played result = rounds(1).play((script, props) -> {
            Wiring.of(props)
                    .credentials()
                    .find(ProviderName.DBT, "default", Freshness.CACHED)
                    .ifPresent(secrets::add);
            assertThat(props.stage().calls()).containsExactly("GET /role", "POST /");
        });

        assertThat(result.trouble()).isEmpty();
        assertThat(secrets).singleElement().asString().contains("\"apiKey\":\"rehearsal\"");
        assertThat(System.getProperties())
                .doesNotContainKeys("aws.containerCredentialsFullUri", "aws.containerAuthorizationToken");
    }

    /** Each connection of the stage has a thread, which ends with it. */
    @Test
    void noThreadAndNoConnectionIsLeft() throws Exception {
        Set<Thread> before = threads();

        Played result = rounds(2).play((script, props) -> {
            SyncFunction.rehearse("TriggerSync", TriggerSync::start, script, props);
            SyncFunction.rehearse("CheckSync", CheckSync::look, script, props);
            SyncFunction.rehearse("StopSync", StopSync::stop, script, props);
            StopAbortedSync.rehearse(script, props);
            FailPipeline.rehearse(script, props);
            Overview.rehearse(script, props);
            assertThat(left(before)).isNotEmpty();
        });

        assertThat(result.trouble()).isEmpty();
        for (int tries = 0; tries < 500 && !left(before).isEmpty(); tries++) {
            Thread.sleep(20);
        }
        assertThat(left(before)).isEmpty();
    }

    /** The threads that have come since, those of the stage, of the AWS SDK, and of HTTP clients (of kept connections, too). */
    private static List<String> left(Set<Thread> before) {
        Set<Thread> left = new HashSet<>(threads());
        left.removeAll(before);
        return left.stream()
                .map(Thread::getName)
                .filter(name -> OURS.matcher(name).find())
                .toList();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private Rounds rounds(int most) {
        return new Rounds(most, LIMIT, Rounds.USUAL.patience(), now::get);
    }
}
