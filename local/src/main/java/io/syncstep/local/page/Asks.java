package io.syncstep.local.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a browser asks for off the wire. */
final class Asks {

    /** A form of this server has some hundred bytes. */
    static final int LARGEST = 16 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";

    private Asks() {}

    /** @throws Refused when it can't be understood, or is not meant for this address */
    static Ask read(HttpExchange http, OwnAddress own) throws IOException {
        var uri = http.getRequestURI();
        refuseOtherHosts(http, uri, own);
        return new Ask(
                http.getRequestMethod(),
                Encoded.path(Optional.ofNullable(uri.getRawPath()).orElse("")),
                Encoded.fields(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                headers(http),
                http.getRequestMethod().equals("POST") ? form(http) : Map.of());
    }

    /** Before all else: nothing of this server is anybody's business who came by another name. */
    private static void refuseOtherHosts(HttpExchange http, URI uri, OwnAddress own) {
        var hosts = http.getRequestHeaders().getOrDefault("Host", List.of());
        var named = Optional.ofNullable(uri.getRawAuthority());
        if (hosts.size() != 1
                || !own.isHost(hosts.getFirst())
                || !named.map(own::isHost).orElse(true)) {
            throw new Refused(421, "This server has another name.", "It answers to " + own + " only.");
        }
    }

    private static Map<String, String> headers(HttpExchange http) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        http.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return Collections.unmodifiableMap(headers);
    }

    private static Map<String, String> form(HttpExchange http) throws IOException {
        var type = Optional.ofNullable(http.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw new Refused(415, "This is no form.", "A form comes as " + FORM + ".");
        }
        var bytes = http.getRequestBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Refused(413, "This form is too large.", "No form of this server has more than 16 KiB.");
        }
        return Encoded.fields(text(bytes));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.malformed("The form is not text in UTF-8.");
        }
    }
}
