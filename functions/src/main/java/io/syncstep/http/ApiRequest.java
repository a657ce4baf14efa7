package io.syncstep.http;

import io.syncstep.credentials.Credential;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** A request to a provider's API: its address and token are the credential's. */
final class ApiRequest {

    private ApiRequest() {}

    /** @param body the JSON to send, or null for none */
    static HttpRequest of(Credential credential, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(credential.baseUrl() + path))
                .header(
                        "Authorization",
                        credential.scheme() + " " + credential.token().reveal())
                .header("Accept", "application/json")
                .header("User-Agent", "syncstep");
        if (method.equals("GET")) {
            return request.GET().build();
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }
}
