package io.betterprompts.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import org.jspecify.annotations.Nullable;

/**
 * What a function is told of its surroundings beside the event: here there is a name and no limit. AWS's adapter complains in each
 * request if there is none at all.
 */
record LocalContext(String function) implements Context {

    private static final String HERE = "local";

    @Override
    public String getAwsRequestId() {
        return HERE; // the event has the gateway's
    }

    @Override
    public String getLogGroupName() {
        return HERE;
    }

    @Override
    public String getLogStreamName() {
        return HERE;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getFunctionVersion() {
        return HERE;
    }

    @Override
    public String getInvokedFunctionArn() {
        return HERE + ":" + function;
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int getMemoryLimitInMB() {
        return (int) (Runtime.getRuntime().maxMemory() >> 20);
    }

    @Override
    public LambdaLogger getLogger() {
        return LambdaRuntime.getLogger();
    }
}
