package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Whoever calls the function gets every account, however long one takes: between two calls it is frozen, and would read nothing
 * on behind. A page on one's own machine waits no longer than a moment, and is loaded again.
 */
class EveryAccountTest {

    /** Longer than such a page waits. */
    private static final long SECONDS = 4;

    @Test
    void theFunctionWaitsForAnAccountThatTakesLong() {
        List<String> shown = new ArrayList<>();

        Played played = new Rounds(1, Duration.ofMinutes(1), Rounds.USUAL.patience(), System::nanoTime)
                .play(
                        (script, props) -> shown.addAll(Overview.rehearse(script, props)),
                        (call, stage, script) -> call.equals("GET /v4/sources")
                                ? late(script.answer(call, stage))
                                : script.answer(call, stage));

        assertThat(played.trouble()).isEmpty();
        assertThat(shown.getFirst())
                .contains("<strong>3</strong> in all")
                .doesNotContain("still being read")
                .doesNotContain("class=\"problem\"");
        assertThat(played.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(SECONDS));
    }

    private static String late(String answer) {
        return new CompletableFuture<String>()
                .completeOnTimeout(answer, SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
