package io.betterprompts.common.function;

import io.betterprompts.common.cache.CacheConfiguration;
import io.betterprompts.common.data.DataConfiguration;
import io.betterprompts.common.identity.IdentityConfiguration;
import io.betterprompts.common.limit.LimitConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.function.adapter.aws.AWSCompanionAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Marks the application class of one function. It takes the function catalogue, the AWS adapter, and the common beans,
 * and nothing that Spring would find by looking around: a function starts with what is written down, and no more.
 *
 * <p>The class declares one bean named {@code http}, the function's {@link io.betterprompts.common.http.HttpFunction}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ContextFunctionCatalogAutoConfiguration.class, AWSCompanionAutoConfiguration.class})
@Import({
    CommonConfiguration.class,
    CacheConfiguration.class,
    DataConfiguration.class,
    IdentityConfiguration.class,
    LimitConfiguration.class
})
public @interface FunctionApplication {}
