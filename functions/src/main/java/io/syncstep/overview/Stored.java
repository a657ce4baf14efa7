package io.syncstep.overview;

import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.sync.SyncError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts there are.
 *
 * @param accounts in order
 * @param notices what a person should know of them; the problem too
 * @param problem why none of them is known, or null
 * @param at when they had been asked for
 */
record Stored(
        List<AccountName> accounts,
        List<String> notices,
        @Nullable Problem problem,
        Instant at) {

    private static final int NAMED = 5;

    Stored {
        accounts = List.copyOf(accounts);
        notices = List.copyOf(notices);
    }

    /** Asks the store. */
    static Stored in(AccountNames names, Instant now) {
        try {
            List<String> all = names.names();
            List<AccountName> accounts = all.stream()
                    .map(AccountName::parse)
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            return new Stored(accounts, notices(all), null, now);
        } catch (CredentialStoreUnavailable silent) {
            return none(new Problem(SyncError.PROVIDER_ERROR, silent.words()), now);
        } catch (CredentialNotFound unreadable) {
            return none(new Problem(SyncError.CREDENTIAL_NOT_FOUND, unreadable.words()), now);
        }
    }

    private static Stored none(Problem problem, Instant now) {
        return new Stored(List.of(), List.of(problem.message()), problem, now);
    }

    private static List<String> notices(List<String> stored) {
        List<String> unknown = stored.stream()
                .filter(name -> AccountName.parse(name).isEmpty())
                .toList();
        List<String> notices = new ArrayList<>();
        if (stored.isEmpty()) {
            notices.add("No account is stored yet.");
        }
        if (!unknown.isEmpty()) {
            String more = unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "";
            notices.add("Stored, but no account of a provider, such as hightouch/default: "
                    + String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))) + more + ".");
        }
        return notices;
    }
}
