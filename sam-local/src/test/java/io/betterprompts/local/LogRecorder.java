package io.betterprompts.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Keeps what every logger of this process writes at its level: message, values and stack trace. */
final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = context().getLogger(Logger.ROOT_LOGGER_NAME);

    private LogRecorder() {}

    /** Begins once the functions have started, because each of them sets logging up anew. */
    static LogRecorder recording() {
        LogRecorder recorder = new LogRecorder();
        recorder.setContext(context());
        recorder.start();
        recorder.root.addAppender(recorder);
        return recorder;
    }

    /** Sets a logger's level; the shipped ones stand in {@code application.properties}. */
    static void level(String logger, Level level) {
        context().getLogger(logger).setLevel(level);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                + event.getMDCPropertyMap() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
