package io.syncstep.local.page;

import io.syncstep.local.engine.Execution;
import io.syncstep.local.words.Fact;
import io.syncstep.local.words.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param headline {@code Succeeded}, or the Error
 * @param message for a person, empty where there is none
 * @param url the run's page at the provider, as the provider told it
 */
record End(
        boolean good,
        String headline,
        String message,
        List<Fact> facts,
        @Nullable String url,
        Duration took) {

    private static final String LINK = "link";

    static End of(Execution execution, Duration took) {
        var said = Said.by(execution);
        var error =
                Optional.ofNullable(execution.error()).orElse(execution.status().name());
        return new End(
                said.succeeded(), said.succeeded() ? "Succeeded" : error, said.message(), facts(said), url(said), took);
    }

    /** It can't be followed any more, by a fault of this program. */
    static End broken(String what, Duration took) {
        return new End(
                false,
                "Not followed to its end",
                "Syncstep itself failed: " + what + ". The run may go on at the provider.",
                List.of(),
                null,
                took);
    }

    private static List<Fact> facts(Said said) {
        return said.facts().stream().filter(fact -> !fact.name().equals(LINK)).toList();
    }

    private static @Nullable String url(Said said) {
        return said.facts().stream()
                .filter(fact -> fact.name().equals(LINK))
                .map(Fact::text)
                .findFirst()
                .orElse(null);
    }
}
