package io.betterprompts.local.drill;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What clients asked to be written, and what they were told of it.
 *
 * <p>A write whose answer never came stays open, and is sent again with the same idempotency key until there is one.
 */
final class Ledger {

    /** Ids of what was acknowledged, by the mark that its text bears. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final List<Write> open = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    /**
     * One write.
     *
     * @param mark stands in the text that is written, and nowhere else
     */
    record Write(Account account, String mark, String path, Object body) {}

    void begin(Write write) {
        open.add(write);
    }

    /** Without what was done, of which there is much in the course of 100 kills. */
    void heard(Reply reply) {
        replies.add(reply.isDone() ? reply.withoutBody() : reply);
    }

    void acknowledge(Write write, String id) {
        acknowledged.put(write.mark(), id);
        open.remove(write);
    }

    /** It was refused for good, which no write of ours should be: the reply says why. */
    void giveUp(Write write) {
        open.remove(write);
    }

    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    List<Write> open() {
        return List.copyOf(open);
    }

    List<Reply> replies() {
        return List.copyOf(replies);
    }
}
