package io.syncstep.http;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what providers send: leniently, since fields get added and change their type over time. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
