package io.betterprompts.enhance;

import java.util.List;

/** What became of the prompts of a batch, in their order. */
record BatchReply(List<BatchItem> items, long succeeded, long failed) {

    BatchReply {
        items = List.copyOf(items);
    }

    static BatchReply of(List<BatchItem> items) {
        long failed = items.stream().filter(item -> item.problem() != null).count();
        return new BatchReply(items, items.size() - failed, failed);
    }
}
