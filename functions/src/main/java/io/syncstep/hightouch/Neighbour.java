package io.syncstep.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import org.jspecify.annotations.Nullable;

/** A model or a destination, as far as a sync's name needs it. */
record Neighbour(String id, @Nullable String name, @Nullable String type) {

    static Neighbour of(JsonNode row, Api api) {
        return new Neighbour(HightouchTaskList.id(row), clean(row, "name", api), clean(row, "type", api));
    }

    static @Nullable String clean(JsonNode row, String field, Api api) {
        String text = Fields.text(row, field);
        return text == null ? null : api.clean(text.strip());
    }
}
