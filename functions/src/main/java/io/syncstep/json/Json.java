package io.syncstep.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The mapper of what goes through the state machine. Absent rather than null; times in ISO 8601, durations in seconds. */
public final class Json {

    /** A key that comes twice is an error, and a number keeps its digits: 1.0 is no integer, and must not be shown as one. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addModule(times())
            .build();

    private Json() {}

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(new StdSerializer<Instant>(Instant.class) {
                    @Override
                    public void serialize(Instant time, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeString(time.toString());
                    }
                })
                .addDeserializer(Instant.class, new StdDeserializer<Instant>(Instant.class) {
                    @Override
                    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        return Instant.parse(in.getText());
                    }
                })
                .addSerializer(new StdSerializer<Duration>(Duration.class) {
                    @Override
                    public void serialize(Duration time, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeNumber(time.toSeconds());
                    }
                })
                .addDeserializer(Duration.class, new StdDeserializer<Duration>(Duration.class) {
                    @Override
                    public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        return Duration.ofSeconds(in.getLongValue());
                    }
                });
    }
}
