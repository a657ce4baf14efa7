package io.syncstep.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Loads pages and posts forms, as a browser would that has no script. */
final class Browser {

    static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Browser(String address) {
        this.address = URI.create(address);
    }

    String origin() {
        return "http://127.0.0.1:" + address.getPort();
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    /** A page that is there. */
    Document page(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return Jsoup.parse(answer.body());
    }

    /** The fields of the form that asks before this task is run. */
    Map<String, String> form(String askPath) {
        var fields = new LinkedHashMap<String, String>();
        page(askPath).select("form.ask input").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    /** Submits a form in which one field has another value. */
    HttpResponse<String> submit(Map<String, String> form, String field, String value) {
        var changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return submit(changed);
    }

    /** Posts it as the browser does for a page that sends no referrer. */
    HttpResponse<String> submit(Map<String, String> fields) {
        return post(fields, "Origin", "null", "Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> post(Map<String, String> fields, String... headers) {
        return send("POST", "/runs", Encoded.fields(fields), headers);
    }

    /** Starts a run of this task, and answers with the path of its page. */
    String start(String taskPath) {
        return submit(form(taskPath + "?ask=run"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", FORM);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
