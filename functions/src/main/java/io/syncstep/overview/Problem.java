package io.syncstep.overview;

import io.syncstep.sync.Refusal;
import io.syncstep.sync.SyncError;
import io.syncstep.sync.Trouble;

/**
 * Why an account could not be read, or not as a whole.
 *
 * @param message for a person, free of secrets
 */
public record Problem(SyncError error, String message) {

    /** The provider answered, and said no to the list that was asked for: {@code syncs}. */
    static Problem refused(String list, Refusal refusal) {
        return new Problem(refusal.error(), couldNotBeRead(list, refusal.words()) + advice(refusal.error()));
    }

    /** Nothing usable came, however often it was asked. */
    static Problem unanswered(String list, Trouble trouble) {
        return new Problem(SyncError.PROVIDER_ERROR, couldNotBeRead(list, trouble.what()));
    }

    private static String couldNotBeRead(String list, String why) {
        return "The list of " + list + " could not be read: " + why + (why.matches("(?s).*[.!?…]\\s*") ? "" : ".");
    }

    private static String advice(SyncError error) {
        return switch (error) {
            case UNAUTHORIZED -> " Store a valid credential.";
            case NOT_FOUND -> " Check the baseUrl of the credential, and its accountId where it has one.";
            default -> "";
        };
    }
}
