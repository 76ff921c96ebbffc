package io.betterprompts.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** What people do, one request each. */
final class Traffic {

    static final String NEW = "enhance, new";
    static final String REPEATED = "enhance, repeated";
    static final String REPEATED_UNSAVED = "enhance, repeated and not saved";
    static final String HISTORY = "history, list";
    static final String LOG_IN = "log in";

    private final Crowd crowd;

    Traffic(Crowd crowd) {
        this.crowd = crowd;
    }

    /**
     * Seventy of a hundred enhance, twenty look at their history, ten at templates or themselves, and some of these log in.
     *
     * @param prefix of the names under which the requests are counted
     */
    ChainBuilder mixed(String prefix) {
        return randomSwitch()
                .on(
                        percent(50).then(enhanceNew(prefix)),
                        percent(20).then(enhanceRepeated(prefix)),
                        percent(15).then(listHistory(prefix)),
                        percent(5).then(get(prefix + "history, search", "/api/v1/history?q=garden%20river")),
                        percent(5).then(get(prefix + "templates, list", "/api/v1/templates")),
                        percent(3).then(get(prefix + "profile", "/api/v1/auth/profile")),
                        percent(1.75).then(refresh(prefix)),
                        percent(0.25).then(logIn(prefix)));
    }

    ChainBuilder enhanceNew(String prefix) {
        return enhance(prefix + NEW, person -> Prompts.any(ThreadLocalRandom.current()));
    }

    ChainBuilder enhanceRepeated(String prefix) {
        return enhance(prefix + REPEATED, Traffic::habit);
    }

    ChainBuilder enhanceRepeatedUnsaved(String prefix) {
        return enhance(prefix + REPEATED_UNSAVED, person -> habit(person).replace("{", "{\"save\": false, "));
    }

    private static String habit(Person person) {
        List<String> habits = person.habits();
        return habits.get(ThreadLocalRandom.current().nextInt(habits.size()));
    }

    private ChainBuilder enhance(String name, Function<Person, String> body) {
        return exec(session -> {
                    Person person = crowd.anybody();
                    return as(person, session).set("body", body.apply(person));
                })
                .exec(authorized(http(name).post("/api/v1/enhance"))
                        .body(StringBody("#{body}"))
                        .check(status().is(200)));
    }

    ChainBuilder listHistory(String prefix) {
        return get(prefix + HISTORY, "/api/v1/history");
    }

    private ChainBuilder get(String name, String target) {
        return exec(session -> as(crowd.anybody(), session))
                .exec(authorized(http(name).get(target)).check(status().is(200)));
    }

    private static Session as(Person person, Session session) {
        return session.set("token", person.accessToken());
    }

    private static HttpRequestActionBuilder authorized(HttpRequestActionBuilder request) {
        return request.header("authorization", "Bearer #{token}");
    }

    private ChainBuilder refresh(String prefix) {
        return exec(session -> {
                    Person person = crowd.nextToRefresh();
                    return session.set("person", person)
                            .set("body", "{\"refresh_token\": \"" + person.refreshToken() + "\"}");
                })
                .exec(http(prefix + "refresh")
                        .post("/api/v1/auth/refresh")
                        .body(StringBody("#{body}"))
                        .check(
                                status().is(200),
                                jsonPath("$.access_token").saveAs("access"),
                                jsonPath("$.refresh_token").saveAs("refresh")))
                .exec(session -> {
                    Person person = session.<Person>get("person");
                    String access = session.getString("access");
                    String refresh = session.getString("refresh");
                    if (access != null && refresh != null) {
                        person.loggedIn(access, refresh);
                    }
                    crowd.back(person);
                    return session.removeAll("person", "access", "refresh");
                });
    }

    private ChainBuilder logIn(String prefix) {
        return exec(session -> session.set(
                        "body",
                        "{\"email_or_username\": \"" + crowd.anybody().name() + "\", \"password\": \"" + Person.PASSWORD
                                + "\"}"))
                .exec(http(prefix + LOG_IN)
                        .post("/api/v1/auth/login")
                        .body(StringBody("#{body}"))
                        .check(status().is(200)));
    }
}
