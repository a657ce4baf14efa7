package io.syncstep.handlers;

import java.net.URI;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends the calls of a client of AWS to the stage once it has worked out where AWS would be. A client that was told the stage's
 * address would not do that, and it takes a tenth of a second the first time. Should it ever come too late, nothing is given
 * away: the client trusts the stage alone.
 */
record ToStage(URI stage) implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest()
                .copy(request -> request.protocol("https").host(stage.getHost()).port(stage.getPort()));
    }
}
