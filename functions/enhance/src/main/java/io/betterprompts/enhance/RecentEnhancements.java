package io.betterprompts.enhance;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.EnhancementRequest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What a user had enhanced lately: the same request by the same rules and model is answered without the work. Each user has their own;
 * a shared one would tell what others ask.
 */
final class RecentEnhancements {

    static final Duration KEPT = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(RecentEnhancements.class);

    private final Cache cache;
    private final EnhancementMeasures measures;

    RecentEnhancements(Cache cache, EnhancementMeasures measures) {
        this.cache = cache;
        this.measures = measures;
    }

    /** Looks, and enhances and keeps what it does not find. */
    Enhanced enhance(UserId user, PersonalEngine engine, EnhancementRequest request) {
        Looked looked = lookUp(user, engine, request);
        keep(looked);
        return looked.enhanced();
    }

    /** Looks, and enhances what it does not find, but keeps nothing: that was not asked for, or is to be done later. */
    Looked lookUp(UserId user, PersonalEngine engine, EnhancementRequest request) {
        EnhancementRequest meant = engine.settings().applied(request);
        String key = EnhancementKey.of(user, engine, meant);
        return new Looked(key, known(key, meant).orElseGet(() -> engine.enhance(request)));
    }

    /** Keeps what was not kept yet. */
    void keep(Looked looked) {
        if (!looked.enhanced().cached()) {
            cache.put(
                    looked.key(),
                    Json.mapper().writeValueAsString(looked.enhanced().enhancement()),
                    KEPT);
        }
    }

    /**
     * What was found, or made because nothing was.
     *
     * @param key by which it is kept, or would be
     */
    record Looked(String key, Enhanced enhanced) {}

    private Optional<Enhanced> known(String key, EnhancementRequest meant) {
        Optional<Enhancement> known = cache.get(key).flatMap(RecentEnhancements::read);
        measures.looked(known.isPresent());
        return known.map(found -> new Enhanced(meant, found, true));
    }

    /** What another release has written in another form counts as not there. */
    private static Optional<Enhancement> read(String text) {
        try {
            return Optional.of(Json.mapper().readValue(text, Enhancement.class));
        } catch (JacksonException e) {
            log.warn("a kept enhancement cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
