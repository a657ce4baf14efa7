package io.syncstep.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.RequestParser;
import io.syncstep.sync.Request;

/** Requests to start from. */
public final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    /**
     * A request of that sync.
     *
     * @param fields further fields, as the inside of a JSON object; may be empty
     */
    public static Request hightouch(String fields) {
        return of("{\"provider\":\"hightouch\",\"syncId\":1127166}", fields);
    }

    public static Request hightouchSlug(String fields) {
        return of("{\"provider\":\"hightouch\",\"syncSlug\":\"orders-to-crm\"}", fields);
    }

    public static Request sequence(String fields) {
        return of("{\"provider\":\"hightouch\",\"sequenceId\":\"3fa85f64-5717-4562-b3fc-2c963f66afa6\"}", fields);
    }

    public static Request stitch(String fields) {
        return of("{\"provider\":\"stitch\",\"sourceId\":120643}", fields);
    }

    public static Request dbt(String fields) {
        return of("{\"provider\":\"dbt\",\"jobId\":43167}", fields);
    }

    private static Request of(String object, String fields) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(object);
            json.setAll((ObjectNode) JSON.readTree("{" + fields + "}"));
            return RequestParser.parse(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
