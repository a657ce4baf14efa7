package io.syncstep.local.aws;

import java.util.regex.Pattern;

/**
 * The ARN of a state machine, perhaps with a version or an alias behind it.
 *
 * @param machine all of it, without version or alias
 * @param qualifier {@code :7} or {@code :live}, empty when there is none
 */
public record StateMachineArn(String machine, String qualifier) {

    private static final Pattern FORM = Pattern.compile(
            "(arn:aws[a-z-]*:states:[a-z0-9-]+:[0-9]{12}:stateMachine:[^:\\s]{1,80})((?::[^:\\s]{1,80})?)");

    /**
     * Reads one.
     *
     * @throws AwsTrouble when it is none
     */
    public static StateMachineArn parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new AwsTrouble(
                    "a state machine's ARN looks like arn:aws:states:REGION:ACCOUNT:stateMachine:NAME, got " + text,
                    null);
        }
        return new StateMachineArn(form.group(1), form.group(2));
    }

    /** Where the state machine is, whatever region the environment names. */
    public String region() {
        return machine.split(":", -1)[3];
    }

    /** The ARN of its execution of that name. */
    String execution(String name) {
        return machine.replaceFirst(":stateMachine:", ":execution:") + ":" + name;
    }

    @Override
    public String toString() {
        return machine + qualifier;
    }
}
