package io.betterprompts.load;

import java.util.List;

/** Somebody with an account. The tokens are replaced as they are refreshed. */
final class Person {

    /** The password of all of them. */
    static final String PASSWORD = "one of many who come";

    private static final int HABITS = 5;

    private final String name;
    private volatile String accessToken;
    private volatile String refreshToken;

    Person(String name, String accessToken, String refreshToken) {
        this.name = name;
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
    }

    static Person parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Person(parts[0], parts[1], parts[2]);
    }

    String line() {
        return String.join("\t", name, accessToken, refreshToken);
    }

    String name() {
        return name;
    }

    String accessToken() {
        return accessToken;
    }

    String refreshToken() {
        return refreshToken;
    }

    void loggedIn(String newAccessToken, String newRefreshToken) {
        accessToken = newAccessToken;
        refreshToken = newRefreshToken;
    }

    /** What this person asks for again and again, as bodies. */
    List<String> habits() {
        return Prompts.of(name, HABITS);
    }
}
