package io.syncstep.overview;

import io.syncstep.sync.Refusal;
import io.syncstep.sync.SyncError;
import io.syncstep.sync.Text;
import io.syncstep.sync.Trouble;

/**
 * Why an account could not be read, or not as a whole.
 *
 * @param message for a person, free of secrets
 */
public record Problem(SyncError error, String message) {

    private static final int LONGEST_ID = 100;

    /** The provider answered, and said no to the list that was asked for: {@code syncs}. */
    static Problem refused(String list, Refusal refusal) {
        return new Problem(refusal.error(), couldNotBeRead(list, refusal.words()) + advice(refusal.error()));
    }

    /** Nothing usable came, however often it was asked. */
    static Problem unanswered(String list, Trouble trouble) {
        return new Problem(SyncError.PROVIDER_ERROR, couldNotBeRead(list, trouble.what()));
    }

    /** Some entries of the list were of no use; asked again, they would come again. */
    static Problem unreadable(String list, Entries<?> entries) {
        String message =
                "The list of %s was read in part: %,d of its %,d entries could not be read, as they have no usable id."
                        .formatted(list, entries.unreadable(), entries.size());
        return new Problem(SyncError.PROVIDER_ERROR, message);
    }

    /** Too many entries in a row were of no use to ask for more. */
    static Problem unreadableFurther(String list, Entries<?> entries) {
        String message =
                "The list of %s was read in part: %,d of its first %,d entries could not be read, as they have no usable id, and no more were asked for."
                        .formatted(list, entries.unreadable(), entries.size());
        return new Problem(SyncError.PROVIDER_ERROR, message);
    }

    /** The provider says that more follows, and sends what it has sent before. */
    static Problem repeated(String list, Entries<?> entries) {
        String message =
                "The list of %s was read in part: after %,d entries the provider says that there are more, and sends none that is new."
                        .formatted(list, entries.size());
        return new Problem(SyncError.PROVIDER_ERROR, message);
    }

    /** The provider knows no such task: {@code sync 1127166}. */
    static Problem noSuchTask(String task, Refusal refusal) {
        String what = "There is no %s in this account: ".formatted(task) + refusal.words();
        return new Problem(refusal.error(), sentence(what) + " Check its id.");
    }

    /** Nothing was called: in an address, such an id might lead anywhere. */
    static Problem invalidId(String kind, String id) {
        String what = "The id of a %s must be an integer 1..2^63-1, got ".formatted(kind);
        return new Problem(SyncError.INVALID_REQUEST, sentence(what + Text.cut(id, LONGEST_ID)));
    }

    private static String couldNotBeRead(String list, String why) {
        return sentence("The list of " + list + " could not be read: " + why);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?…]\\s*") ? text : text + ".";
    }

    private static String advice(SyncError error) {
        return switch (error) {
            case UNAUTHORIZED -> " Store a valid credential.";
            case NOT_FOUND -> " Check the baseUrl of the credential, and its accountId where it has one.";
            default -> "";
        };
    }
}
