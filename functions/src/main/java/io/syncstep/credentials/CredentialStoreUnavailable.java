package io.syncstep.credentials;

/** The store of credentials did not answer just now. The message never holds what is stored. */
public final class CredentialStoreUnavailable extends RuntimeException {

    public CredentialStoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
