package io.syncstep.credentials;

/** The store of credentials did not answer just now. The message never holds what is stored. */
public final class CredentialStoreUnavailable extends RuntimeException {

    private final String words;

    public CredentialStoreUnavailable(String words, Throwable cause) {
        super(words, cause);
        this.words = words;
    }

    /** For a person. */
    public String words() {
        return words;
    }
}
