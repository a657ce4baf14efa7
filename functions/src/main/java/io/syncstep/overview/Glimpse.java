package io.syncstep.overview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at all accounts catches of one.
 *
 * @param seen what is known of it; null where it was never read yet
 * @param isBeingRead whether something newer is on its way
 */
record Glimpse(AccountName name, @Nullable AccountSeen seen, boolean isBeingRead) {

    Optional<AccountTasks> account() {
        return Optional.ofNullable(seen).map(AccountSeen::account);
    }

    /** When what is shown of it had been read. */
    Optional<Instant> seenAt() {
        return Optional.ofNullable(seen).map(AccountSeen::at);
    }

    /** What a person should know of it. */
    Optional<String> notice() {
        if (!isBeingRead) {
            return Optional.empty();
        }
        String known =
                seen == null ? "." : ", and shown as it was at " + seen.at().truncatedTo(ChronoUnit.SECONDS) + ".";
        return Optional.of(name + " is still being read" + known + " Load this again in a moment.");
    }
}
