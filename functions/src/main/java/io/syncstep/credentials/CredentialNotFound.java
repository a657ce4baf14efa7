package io.syncstep.credentials;

/** No usable credential is stored for an account. The message names what to store where, never what is there. */
public final class CredentialNotFound extends RuntimeException {

    private final String words;

    public CredentialNotFound(String message) {
        super(message);
        this.words = message;
    }

    /** For a person. */
    public String words() {
        return words;
    }
}
