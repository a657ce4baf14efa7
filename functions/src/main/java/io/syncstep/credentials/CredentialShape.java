package io.syncstep.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The JSON object that holds a provider's credential.
 *
 * @param tokenField the field of the token: {@code apiKey}
 * @param scheme of the Authorization header
 * @param defaultBaseUrl where the object has no {@code baseUrl}
 * @param ids further fields that must be there, each an id: a text or a whole number
 * @param optional further text fields that may be there
 */
public record CredentialShape(
        String tokenField, String scheme, String defaultBaseUrl, List<String> ids, List<String> optional) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HEADER_SAFE = Pattern.compile("[!-~]+");

    /** A shape without ids. */
    public CredentialShape(String tokenField, String scheme, String defaultBaseUrl, List<String> optional) {
        this(tokenField, scheme, defaultBaseUrl, List.of(), optional);
    }

    /** What has to be stored, for messages: {@code the field apiKey}. */
    String required() {
        return ids.isEmpty()
                ? "the field " + tokenField
                : "the fields " + tokenField + " and " + String.join(", ", ids);
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
        for (String field : ids) {
            details.put(field, id(name, object, field));
        }
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
        return BaseUrl.parse(text).orElseThrow(() -> malformed(name, "baseUrl", BaseUrl.RULE));
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

    private static String id(String name, JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() ? value.asText() : text(name, object, field);
    }

    private static CredentialNotFound malformed(String name, String field, String rule) {
        return new CredentialNotFound(
                "The credential " + name + " is malformed: its field " + field + " " + rule + ".");
    }
}
