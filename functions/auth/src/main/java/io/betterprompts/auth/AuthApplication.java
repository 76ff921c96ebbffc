package io.betterprompts.auth;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.HttpFunction;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.secret.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The function {@code auth}. {@code SIGNING_SECRET} refers to the secret its signing key is derived from. */
@FunctionApplication
public class AuthApplication {

    @Bean
    SigningKeys signingKeys(Environment environment, Secrets secrets, JdbcClient db, Clock clock) {
        return new SigningKeys(environment.getRequiredProperty("SIGNING_SECRET"), secrets, db, clock);
    }

    @Bean
    Passwords passwords() {
        return new Passwords(Passwords.COST);
    }

    @Bean
    AuthHandlers handlers(
            Contract contract,
            JdbcClient db,
            TransactionTemplate transactions,
            Passwords passwords,
            SigningKeys keys,
            Ids ids,
            Clock clock) {
        Users users = new Users(db);
        Logins logins = new Logins(
                new Sessions(db, transactions, clock), keys, contract.scopes(), ids, clock, new SecureRandom());
        return new AuthHandlers(
                new RegisterUser(users, passwords, logins, transactions, ids, clock),
                new LogIn(users, passwords, logins),
                logins,
                users);
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            Contract contract, Authenticator authenticator, AuthHandlers handlers) {
        return new HttpFunction("auth", contract, authenticator, handlers.byOperation());
    }
}
