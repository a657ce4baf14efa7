package io.syncstep.sync;

import org.jspecify.annotations.Nullable;

/**
 * The provider answered, and said no.
 *
 * @param reason the HTTP reason: {@code Not Found}
 * @param providerMessage the provider's own words, free of secrets, or null when it gave none
 */
public record Refusal(
        int httpStatus, String reason, @Nullable String providerMessage) {

    /** The error that this refusal is to a user. */
    public SyncError error() {
        return switch (httpStatus) {
            case 401 -> SyncError.UNAUTHORIZED;
            case 404 -> SyncError.NOT_FOUND;
            default -> SyncError.PROVIDER_ERROR;
        };
    }

    /** Code, reason and the provider's words: {@code 401 Unauthorized: Token is invalid}. */
    public String words() {
        String code = httpStatus + " " + reason;
        boolean saysMore = providerMessage != null && !providerMessage.equalsIgnoreCase(reason);
        return saysMore ? code + ": " + providerMessage : code;
    }
}
