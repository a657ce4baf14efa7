package io.syncstep.overview;

import io.syncstep.sync.ProviderName;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An account at a provider. In order: by provider, then by name. */
public record AccountName(ProviderName provider, String account) implements Comparable<AccountName> {

    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)/([A-Za-z0-9_-]{1,64})");

    private static final Comparator<AccountName> ORDER =
            Comparator.comparing(AccountName::provider).thenComparing(AccountName::account);

    /** Reads {@code hightouch/default}; empty where it names no provider that is known, or no account. */
    public static Optional<AccountName> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Stream.of(ProviderName.values())
                        .filter(provider -> provider.word().equals(written.group(1)))
                        .findFirst()
                        .map(provider -> new AccountName(provider, written.group(2)))
                : Optional.empty();
    }

    /** {@code hightouch/default}. */
    @Override
    public String toString() {
        return provider.word() + "/" + account;
    }

    @Override
    public int compareTo(AccountName other) {
        return ORDER.compare(this, other);
    }
}
