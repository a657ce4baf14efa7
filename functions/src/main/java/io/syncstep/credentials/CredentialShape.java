package io.syncstep.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The JSON object that holds a provider's credential.
 *
 * @param tokenField the field of the token: {@code apiKey}
 * @param scheme of the Authorization header
 * @param defaultBaseUrl where the object has no {@code baseUrl}
 * @param root what stands behind the base URL and before every path, with <code>{field}</code> for each field that must be
 *     there too and is an id: a text or a whole number. Empty where there is nothing of that kind
 * @param optional further text fields that may be there
 */
public record CredentialShape(
        String tokenField, String scheme, String defaultBaseUrl, String root, List<String> optional) {

    private static final Pattern ID = Pattern.compile("\\{(\\w+)}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HEADER_SAFE = Pattern.compile("[!-~]+");

    /** A shape without a root. */
    public CredentialShape(String tokenField, String scheme, String defaultBaseUrl, List<String> optional) {
        this(tokenField, scheme, defaultBaseUrl, "", optional);
    }

    /** What has to be stored, for messages: {@code the field apiKey}. */
    String required() {
        String ids = ID.matcher(root).results().map(id -> " and " + id.group(1)).collect(Collectors.joining());
        return (ids.isEmpty() ? "the field " : "the fields ") + tokenField + ids;
    }

    /**
     * Reads a stored object. Unknown fields are ignored.
     *
     * @param name under which it is stored, for messages
     * @throws CredentialNotFound naming the field that is missing or malformed
     */
    public Credential parse(String name, String text) {
        JsonNode object = object(name, text);
        Map<String, String> details = new HashMap<>();
        for (String field : optional) {
            if (!isAbsent(object, field)) {
                details.put(field, text(name, object, field));
            }
        }
        String token = text(name, object, tokenField);
        if (!HEADER_SAFE.matcher(token).matches()) {
            throw malformed(name, tokenField, "must be printable ASCII without spaces");
        }
        return new Credential(new Secret(token), scheme, baseUrl(name, object), Map.copyOf(details));
    }

    private static JsonNode object(String name, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            // Its message quotes the text, which may hold the token: nothing of it may go on.
            throw new CredentialNotFound("The credential " + name + " must be a JSON object, and is not JSON.");
        }
        throw new CredentialNotFound("The credential " + name + " must be a JSON object.");
    }

    private URI baseUrl(String name, JsonNode object) {
        String text = isAbsent(object, "baseUrl") ? defaultBaseUrl : text(name, object, "baseUrl");
        URI base = BaseUrl.parse(text).orElseThrow(() -> malformed(name, "baseUrl", BaseUrl.RULE));
        if (repeatsTheRoot(base.getRawPath())) {
            throw malformed(name, "baseUrl", "must end before " + literalRoot() + ", which is added");
        }
        return URI.create(base + ID.matcher(root).replaceAll(id -> encoded(name, object, id.group(1))));
    }

    /** What somebody copied out of the provider's documentation: calls would go to a path that is not there. */
    private boolean repeatsTheRoot(String path) {
        String first = root.replaceFirst("(?<=[^/])/.*", "/");
        return !root.isEmpty() && (path + "/").contains(first);
    }

    private String literalRoot() {
        return root.replaceFirst("\\{.*", "");
    }

    private static String encoded(String name, JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isNumber() && !value.isIntegralNumber()) {
            throw malformed(name, field, "must be a whole number, or a text that is not empty");
        }
        String id = value.isIntegralNumber() ? value.asText() : text(name, object, field);
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isAbsent(JsonNode object, String field) {
        return object.path(field).isMissingNode() || object.path(field).isNull();
    }

    private static String text(String name, JsonNode object, String field) {
        if (isAbsent(object, field)) {
            throw new CredentialNotFound("The credential " + name + " has no field " + field + ".");
        }
        if (!object.path(field).isTextual() || object.path(field).textValue().isBlank()) {
            throw malformed(name, field, "must be a text that is not empty");
        }
        return object.path(field).textValue().strip();
    }

    private static CredentialNotFound malformed(String name, String field, String rule) {
        return new CredentialNotFound(
                "The credential " + name + " is malformed: its field " + field + " " + rule + ".");
    }
}
