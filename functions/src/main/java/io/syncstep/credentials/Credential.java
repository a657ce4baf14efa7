package io.syncstep.credentials;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to call a provider on behalf of an account.
 *
 * @param scheme of the Authorization header: {@code Bearer}
 * @param baseUrl what stands before every path, without a slash at its end; no request goes to any other host
 * @param details further fields of the provider's own, such as {@code workspaceSlug}
 */
public record Credential(Secret token, String scheme, URI baseUrl, Map<String, String> details) {

    public @Nullable String detail(String field) {
        return details.get(field);
    }
}
