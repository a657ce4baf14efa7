package io.syncstep.handlers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where AWS's console shows an execution. */
final class ExecutionLink {

    private static final Pattern ARN =
            Pattern.compile("arn:(aws[a-z-]*):states:([a-z0-9-]+):[0-9]{12}:execution:[^\\s]+");

    private ExecutionLink() {}

    /** The address, or null where this is no execution's ARN. */
    static @Nullable String of(String executionArn) {
        Matcher arn = ARN.matcher(executionArn);
        if (!arn.matches()) {
            return null;
        }
        String region = arn.group(2);
        return "https://" + region + "." + domain(arn.group(1)) + "/states/home?region=" + region
                + "#/v2/executions/details/" + executionArn;
    }

    private static String domain(String partition) {
        return switch (partition) {
            case "aws-cn" -> "console.amazonaws.cn";
            case "aws-us-gov" -> "console.amazonaws-us-gov.com";
            default -> "console.aws.amazon.com";
        };
    }
}
