package io.betterprompts.auth;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.identity.Revocations;
import io.betterprompts.common.secret.Secrets;
import io.betterprompts.common.snapshot.Rehearsal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Rehearsal login(Environment environment, Secrets secrets, Passwords passwords) {
        return new RehearsedLogin(passwords, secrets, environment.getRequiredProperty("SIGNING_SECRET"));
    }

    @Bean
    Passwords passwords() {
        return new Passwords(Passwords.COST);
    }

    @Bean
    PasswordRules passwordRules() {
        return new PasswordRules(CommonPasswords.load());
    }

    @Bean
    Users users(JdbcClient db) {
        return new Users(db);
    }

    @Bean
    Sessions sessions(JdbcClient db, TransactionTemplate transactions, Revocations revocations, Clock clock) {
        return new Sessions(db, transactions, revocations, clock);
    }

    @Bean
    LoginAttempts loginAttempts(JdbcClient db, TransactionTemplate transactions, Clock clock) {
        return new LoginAttempts(db, transactions, clock);
    }

    @Bean
    TokenHandlers tokenHandlers(
            Contract contract,
            Users users,
            Sessions sessions,
            LoginAttempts attempts,
            PasswordRules rules,
            Passwords passwords,
            SigningKeys keys,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        Logins logins = new Logins(sessions, keys, contract.scopes(), ids, clock, new SecureRandom());
        return new TokenHandlers(
                new RegisterUser(users, rules, passwords, logins, transactions, ids, clock),
                new LogIn(users, passwords, logins, attempts, transactions),
                logins);
    }

    @Bean
    AccountHandlers accountHandlers(
            JdbcClient db,
            Users users,
            Sessions sessions,
            LoginAttempts attempts,
            PasswordRules rules,
            Passwords passwords,
            TransactionTemplate transactions,
            UserTransactions userTransactions,
            Clock clock) {
        ConfirmPassword confirm = new ConfirmPassword(users, passwords, attempts);
        PersonalData data = new PersonalData(db);
        return new AccountHandlers(
                users,
                new ChangeProfile(users, transactions, clock),
                new ChangePassword(confirm, rules, passwords, users, sessions, transactions, clock),
                new DeleteAccount(confirm, attempts, sessions, data, userTransactions),
                new ExportAccount(data, clock));
    }

    @Bean
    ApiKeyHandlers apiKeyHandlers(
            JdbcClient db,
            Users users,
            TransactionTemplate transactions,
            Revocations revocations,
            Ids ids,
            Clock clock) {
        ApiKeys keys = new ApiKeys(db, revocations, clock);
        return new ApiKeyHandlers(new CreateApiKey(users, keys, transactions, ids, clock, new SecureRandom()), keys);
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            HttpFunctions functions,
            TokenHandlers tokens,
            AccountHandlers accounts,
            ApiKeyHandlers apiKeys,
            Sessions sessions,
            SigningKeys keys) {
        Map<String, Handler> handlers = new LinkedHashMap<>();
        List.of(
                        tokens.byOperation(),
                        accounts.byOperation(),
                        apiKeys.byOperation(),
                        new SessionHandlers(sessions).byOperation(),
                        new SigningKeyHandlers(keys).byOperation())
                .forEach(handlers::putAll);
        return functions.of("auth", handlers);
    }
}
