package io.betterprompts.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The people who use the server. Each comes as often as chance has it, and is refreshed in turn. */
final class Crowd {

    private final List<Person> people;
    private final Queue<Person> toRefresh;

    private Crowd(List<Person> people) {
        this.people = List.copyOf(people);
        this.toRefresh = new ConcurrentLinkedQueue<>(people);
    }

    /** Makes accounts, and has each send once what it will repeat. */
    static Crowd register(Client client, int count) {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        return new Crowd(IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> client.register("load-" + run + "-" + number))
                .toList());
    }

    static Crowd read(Path file) {
        try {
            return new Crowd(
                    Files.readAllLines(file).stream().map(Person::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the tokens they have by now. */
    void write(Path file) {
        try {
            Files.write(file, people.stream().map(Person::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Person anybody() {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }

    /** Whoever was refreshed longest ago; nobody else gets them until they are back. */
    Person nextToRefresh() {
        Person person = toRefresh.poll();
        if (person == null) {
            throw new IllegalStateException("all are being refreshed");
        }
        return person;
    }

    void back(Person person) {
        toRefresh.add(person);
    }
}
