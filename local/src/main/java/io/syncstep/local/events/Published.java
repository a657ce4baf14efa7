package io.syncstep.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event that was put on a bus.
 *
 * @param bus as the definition has it: {@code ${EventBusName}}, since nothing substitutes it here
 * @param resources the ARNs of the execution and of its state machine, which Step Functions adds
 */
public record Published(String bus, String source, String detailType, JsonNode detail, List<String> resources) {}
