package io.syncstep.credentials;

import java.util.List;

/** Which accounts there are credentials for. */
public interface AccountNames {

    /**
     * The names, as they are stored: {@code hightouch/default}. Not all need to name a provider that is known.
     *
     * @throws CredentialStoreUnavailable when the store does not answer
     * @throws CredentialNotFound when what is stored can't be read at all
     */
    List<String> names();
}
