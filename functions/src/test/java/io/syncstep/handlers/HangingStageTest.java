package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stage takes calls and never answers: a rehearsal ends all the same, as its patience with each call has an end. */
class HangingStageTest {

    /** Who does not answer; the others do. */
    enum Silent {
        /** Who is asked once, before the rounds. */
        ONCE,
        AWS,
        ROLE,
        PROVIDERS;

        boolean isAsked(String call) {
            return this
                    == switch (call) {
                        case "GET /" -> ONCE;
                        case "POST /" -> AWS;
                        case "GET /role" -> ROLE;
                        default -> PROVIDERS;
                    };
        }
    }

    /** Nobody waits so long for what ends. */
    private static final Duration FOREVER = Duration.ofMinutes(1);

    private final CompletableFuture<String> never = new CompletableFuture<>();
    private final List<String> unanswered = new CopyOnWriteArrayList<>();

    @AfterEach
    void release() {
        never.complete("{}");
    }

    static Stream<Arguments> aRehearsalEndsAllTheSame() {
        Rehearsal.Part start =
                (script, props) -> SyncFunction.rehearse("TriggerSync", TriggerSync::start, script, props);
        Rehearsal.Part check = (script, props) -> SyncFunction.rehearse("CheckSync", CheckSync::look, script, props);
        Rehearsal.Part stop = (script, props) -> SyncFunction.rehearse("StopSync", StopSync::stop, script, props);
        Duration brief = Duration.ofMillis(200);
        // AWS has to answer within it first, however slow the processor.
        Duration longer = Duration.ofSeconds(3);
        return Stream.of(
                argumentSet("TriggerSync, once", start, Silent.ONCE, brief),
                argumentSet("TriggerSync, AWS", start, Silent.AWS, brief),
                argumentSet("CheckSync, AWS", check, Silent.AWS, brief),
                argumentSet("StopSync, AWS", stop, Silent.AWS, brief),
                argumentSet("StopAbortedSync, AWS", part(StopAbortedSync::rehearse), Silent.AWS, brief),
                argumentSet("FailPipeline, AWS", part(FailPipeline::rehearse), Silent.AWS, brief),
                argumentSet("Overview, AWS", part(Overview::rehearse), Silent.AWS, brief),
                argumentSet("FailPipeline, its role", part(FailPipeline::rehearse), Silent.ROLE, brief),
                argumentSet("StopAbortedSync, providers", part(StopAbortedSync::rehearse), Silent.PROVIDERS, longer),
                argumentSet("Overview, providers", part(Overview::rehearse), Silent.PROVIDERS, longer));
    }

    private static Rehearsal.Part part(Rehearsal.Part part) {
        return part;
    }

    @ParameterizedTest
    @MethodSource
    void aRehearsalEndsAllTheSame(Rehearsal.Part part, Silent silent, Duration patience) {
        Rounds once = new Rounds(1, FOREVER, patience, System::nanoTime);

        Played played = assertTimeoutPreemptively(
                FOREVER,
                () -> once.play(
                        part, (call, stage, script) -> silent.isAsked(call) ? hang(call) : script.answer(call, stage)));

        assertThat(unanswered).isNotEmpty();
        assertThat(played.rounds()).isEqualTo(1);
        assertThat(played.took()).isGreaterThanOrEqualTo(patience);
    }

    private String hang(String call) {
        unanswered.add(call);
        return never.join();
    }
}
